// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { keepContent, theCase } from '../change.ts';
import { conversationScope, getContent } from '../contents.ts';
import type { Ports } from '../ports.ts';
import { recognizersAt, yearOf } from '../recognizers/index.ts';
import { prepareTagger } from '../recognizers/tagger/index.ts';
import type { Case } from '../records/case.ts';
import {
  type AnswerContent,
  AnswerContentSchema,
  type PromptContent,
  PromptContentSchema,
  type ScanContent,
  ScanContentSchema,
} from '../records/content.ts';
import type { Finding } from '../records/finding.ts';
import type { Assessment } from '../records/guardrail.ts';
import { IdentityMapSchema } from '../records/identity.ts';
import { actionFor, type Policy } from '../records/policy.ts';
import type { ReasonCode } from '../records/reason.ts';
import { strictest, type Verdict } from '../records/verdict.ts';
import { assessmentsOf } from '../screening/assessments.ts';
import { editedVerdict } from '../screening/edited-verdict.ts';
import { answerGuardrailRequest } from '../screening/guardrail-request.ts';
import { namesSomebody } from '../screening/answer/identifies.ts';
import { judgeGuardrail } from '../screening/judge-guardrail.ts';
import { rescanAt } from '../screening/rescan-at.ts';
import { versionsNow } from '../version.ts';
import { fenceSecrets } from './fence-secrets.ts';
import { outsideDetectors, secondOpinion } from './second-opinions.ts';
import { ask, attempt, refShape, revision, step } from './step.ts';
import { summary } from './summary.ts';

const Input = z.strictObject({ ...refShape, prompt: revision, revision, attempt });
const pass: Verdict = { verdict: 'pass', reasons: [] };
const because = (
  code: ReasonCode,
  policy: Policy,
  evidence: Verdict['reasons'][number]['evidence'] = [],
): Verdict =>
  actionFor(policy, code) === 'pass'
    ? pass
    : { verdict: actionFor(policy, code), reasons: [{ code, evidence }] };

/** The raw answer: what InvokeModel or a reviewer wrote, or, on a retry, what an earlier scan was made from. */
async function answerOf(
  ports: Ports,
  scope: { tenantId: string; scope: string },
  from: string,
): Promise<{ source: string; content: AnswerContent }> {
  const content = await getContent(
    ports,
    { ...scope, revision: from },
    z.discriminatedUnion('kind', [AnswerContentSchema, ScanContentSchema]),
  );
  if (content.kind === 'answer') return { source: from, content };
  return {
    source: content.source,
    content: await getContent(ports, { ...scope, revision: content.source }, AnswerContentSchema),
  };
}

/**
 * The view of the detectors outside: what they find is residual, but for placeholders, for what names nobody, and
 * for what the completely de-identified prompt shows too.
 */
async function outsideVerdict(
  ports: Ports,
  policy: Policy,
  text: string,
  own: readonly Finding[],
  prompt: readonly string[],
  retries: number,
): Promise<{ verdict: Verdict; findings: Finding[] }> {
  const side = policy.detection.answer;
  // What the project's own scan was not sure of holds the answer already: nobody need be asked about it.
  const sure = { findings: own, uncertain: [], hidden: 0, complete: true, failed: [] };
  const opinion = await secondOpinion(text, sure, { ports, side, retries, settled: prompt });
  if (opinion.failed.length > 0) return { verdict: because('detector-unavailable', policy), findings: [] };
  const findings = opinion.findings.filter(
    (finding) =>
      finding.score >= side.threshold &&
      namesSomebody(finding, text, policy) &&
      !prompt.some((each) => each.includes(text.slice(finding.start, finding.end))) &&
      !/^\W*\[[A-Z_]+_\d+_[0-9A-Z]{2}/u.test(text.slice(Math.max(0, finding.start - 1), finding.end + 12)),
  );
  const evidence = findings.map(({ start, end }) => ({ slot: 0, start, end }));
  return {
    verdict: findings.length === 0 ? pass : because('residual-identifier', policy, evidence.slice(0, 64)),
    findings,
  };
}

async function guardrailVerdict(
  ports: Ports,
  policy: Policy,
  item: Case,
  prompt: PromptContent,
  text: string,
  retries: number,
): Promise<{ verdict: Verdict; guardrail: Assessment[] }> {
  const apply = ports.applyGuardrail;
  if (apply === undefined || !policy.detection.answer.guardrail || text === '')
    return { verdict: pass, guardrail: [] };
  const request = answerGuardrailRequest(text, prompt);
  const response = await ask(retries, () => apply(request, item.policy));
  return { verdict: judgeGuardrail(request, response, policy), guardrail: assessmentsOf(response) };
}

/** A random share of the clean answers is looked at by a person all the same. */
function sampleVerdict(ports: Ports, policy: Policy): Verdict {
  const [high = 0, low = 0] = ports.randomBytes(2);
  return (high * 256 + low) / 65_536 < policy.samplePercent / 100 ? because('random-sample', policy) : pass;
}

/**
 * RescanAnswer: checks everything the model wrote and performs the restore, dry. Every anomaly is found here.
 * Out: `{ verdict, reasons, revision }`: the revision of the scan, which holds exactly what a release would publish.
 * @throws NotFound, Malformed, Conflict, Unavailable, Throttled
 */
export const rescanAnswer = (ports: Ports) => {
  if (ports.scans === undefined) prepareTagger();
  return step(Input, async (input) => {
    const item = await theCase(ports, input);
    const policy = await ports.policies.byHash(item.policy.hash);
    const scope = { tenantId: item.tenantId, scope: item.caseId };
    const prompt = await getContent(ports, { ...scope, revision: input.prompt }, PromptContentSchema);
    const { source, content } = await answerOf(ports, scope, input.revision);
    const map = await getContent(
      ports,
      { ...conversationScope(item), revision: prompt.identities },
      IdentityMapSchema,
    );
    const { canary } = await fenceSecrets(ports, item, input.prompt);
    const year = yearOf(ports.clock());
    const question = prompt.messages.at(-1)?.content ?? '';
    const context = prompt.documents.map((document) => document.content);
    // Neither needs the other.
    const [own, guarded] = await Promise.all([
      (ports.scans?.answer ?? rescanAt)({
        answer: content.answer,
        question,
        context,
        map,
        policy,
        canary,
        year,
      }),
      guardrailVerdict(ports, policy, item, prompt, content.answer.text, input.attempt),
    ]);
    const outside = await outsideVerdict(
      ports,
      policy,
      content.answer.text,
      own.findings,
      [question, ...context],
      input.attempt,
    );
    const verdict = strictest([
      own.verdict,
      outside.verdict,
      guarded.verdict,
      editedVerdict(policy, item, 'answer', content.editedBy),
      sampleVerdict(ports, policy),
    ]);
    const scan: ScanContent = {
      kind: 'scan',
      source,
      prompt: input.prompt,
      answer: content.answer,
      verdict,
      findings: [...own.findings, ...outside.findings],
      detectors: [
        ...recognizersAt(year).map((recognizer) => recognizer.name),
        ...outsideDetectors(ports, policy.detection.answer),
      ],
      versions: versionsNow(),
      guardrail: guarded.guardrail,
      ...(own.restored === undefined ? {} : { restored: own.restored }),
      ...(own.places === undefined ? {} : { places: [...own.places] }),
      ...(content.editedBy === undefined ? {} : { editedBy: content.editedBy }),
    };
    const made = await keepContent(ports, item, scan, (now, revision) => ({
      ...now,
      answer: revision,
      answerVerdict: summary(verdict),
      status: 'running',
    }));
    return { ...summary(verdict), revision: made };
  });
};
