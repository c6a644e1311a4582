// SPDX-License-Identifier: Apache-2.0
import { changeCase, theCase } from '../change.ts';
import { conversationScope, getContent, putContent } from '../contents.ts';
import type { Ports } from '../ports.ts';
import type { ModelAnswer } from '../records/answer.ts';
import type { Case, CaseRef, VerdictSummary } from '../records/case.ts';
import {
  type AnswerContent,
  type RequestContent,
  type ScanContent,
  ScanContentSchema,
} from '../records/content.ts';
import type { Principal } from '../records/principal.ts';
import { waivable } from '../records/reason.ts';
import type { Verdict } from '../records/verdict.ts';
import { deidentify } from '../steps/deidentify.ts';
import { rescanAnswer } from '../steps/rescan-answer.ts';
import { screenPrompt } from '../steps/screen-prompt.ts';
import { usablePolicy } from './accept.ts';
import { cleanPrompt, cleanText } from './clean-text.ts';
import { ownerOf, subjectOf } from './owner.ts';
import { Problem } from './problems.ts';
import type { SeedSample } from './seed-samples.ts';

const dayMs = 86_400_000;
/** A check that is down makes the test case unfit instead of being waited for. */
const attempt = 9;

/** A model would have taken a while, 2 to 10 seconds: reviewers see when a case was accepted. */
const thinkingTime = (ports: Pick<Ports, 'randomBytes'>): number =>
  2000 + (ports.randomBytes(1)[0] ?? 0) * 31;

/** Roughly, as in English. */
const tokensOf = (text: string): number => Math.ceil(text.length / 4);

/** The answer as the model that would have been asked might have given it: reviewers see which one answered. */
async function answerOf(ports: Ports, item: Case, sample: SeedSample): Promise<ModelAnswer> {
  const { models, instructions } = await ports.policies.byHash(item.policy.hash);
  const asked = models.find((model) => ports.models.serves(model.id)) ?? models[0];
  const shown = [instructions, sample.question, ...sample.documents.map((document) => document.content)];
  return {
    text: cleanText(sample.answer).text,
    stopReason: 'end',
    toolCalls: [],
    model: asked?.id ?? 'stand-in',
    usage: { inputTokens: tokensOf(shown.join('')), outputTokens: tokensOf(sample.answer) },
  };
}

/** Who made a test case, as its row says: whoever `requester` stands for cannot review it. */
export type SeedMaker = Readonly<{
  tenantId: string;
  by: string;
  owner: string;
  requester: string;
  /** Under the same digest there is one test case and no second. */
  once?: string;
}>;

/** A lead, who knows the answer. */
export const leadOf = async (ports: Ports, principal: Principal): Promise<SeedMaker> => ({
  tenantId: principal.tenantId,
  by: principal.subject,
  owner: await ownerOf(ports, principal, undefined),
  requester: await subjectOf(ports, principal),
});

/** The row of a test case: like any other, but marked. @returns undefined where there is one under the same `once` */
export async function acceptSeed(
  ports: Ports,
  maker: SeedMaker,
  policy: string,
  sample: SeedSample,
): Promise<Case | undefined> {
  const { tenantId, owner, requester, by, once: key } = maker;
  if (key !== undefined && (await ports.cases.remembered({ tenantId, key })) !== undefined) return undefined;
  const current = usablePolicy(ports, tenantId, policy);
  const now = ports.clock();
  const ref = { tenantId, caseId: ports.newId() };
  const vaultUntil = now + current.policy.vaultDays * dayMs;
  await ports.keys.create(ref);
  const messages = [{ role: 'user' as const, content: sample.question }];
  const content: RequestContent = {
    kind: 'request',
    ...cleanPrompt({ messages, documents: sample.documents }),
  };
  const conversationId = ports.newId();
  const item: Case = {
    ...ref,
    version: 0,
    conversationId,
    owner,
    requester,
    policy: current.ref,
    status: 'accepted',
    acceptedAt: now - thinkingTime(ports),
    movedAt: now,
    requestDigest: owner,
    request: await putContent(ports, { tenantId, scope: ref.caseId }, content, vaultUntil),
    seed: { expected: sample.expected, by },
    pastReviews: [],
    tainted: false,
    vaultUntil,
  };
  const conversation = { tenantId, conversationId, version: 0, owner, usedAt: now, vaultUntil };
  const entry =
    key === undefined
      ? undefined
      : { tenantId, key, caseId: ref.caseId, requestDigest: owner, until: vaultUntil };
  const stands = await ports.cases.accept(item, conversation, entry);
  if (stands === undefined || stands.caseId === ref.caseId) return item;
  await ports.vault.purge({ tenantId, scope: ref.caseId }).catch(() => undefined);
  await ports.keys.discard(ref).catch(() => undefined);
  return undefined;
}

/** An answer in which nothing was found is held as a random sample would be. */
async function asSample(ports: Ports, ref: CaseRef, revision: string): Promise<string> {
  const item = await theCase(ports, ref);
  const scope = { tenantId: ref.tenantId, scope: ref.caseId };
  const scan = await getContent(ports, { ...scope, revision }, ScanContentSchema);
  const verdict: Verdict = { verdict: 'hold', reasons: [{ code: 'random-sample', evidence: [] }] };
  const held: ScanContent = { ...scan, verdict };
  const made = await putContent(ports, scope, held, item.vaultUntil);
  const answerVerdict: VerdictSummary = { verdict: 'hold', reasons: ['random-sample'] };
  await changeCase(ports, ref, (now) => ({ ...now, answer: made, answerVerdict }));
  return made;
}

/** Takes the made-up exchange through the real steps but the model. @returns the scanned answer. @throws Problem unfit-test-case */
export async function scanSeed(ports: Ports, item: Case, sample: SeedSample): Promise<string> {
  const ref = { tenantId: item.tenantId, caseId: item.caseId };
  const { revision: prompt } = await deidentify(ports)({ ...ref, revision: item.request, attempt });
  const screened = await screenPrompt(ports)({ ...ref, revision: prompt, attempt });
  // A prompt that is held would never have got an answer.
  if (screened['verdict'] !== 'pass') throw new Problem('unfit-test-case');
  const content: AnswerContent = {
    kind: 'answer',
    answer: await answerOf(ports, item, sample),
    prompt: String(prompt),
  };
  const answer = await putContent(
    ports,
    { tenantId: ref.tenantId, scope: ref.caseId },
    content,
    item.vaultUntil,
  );
  const { revision } = await rescanAnswer(ports)({ ...ref, prompt, revision: answer, attempt });
  const { answerVerdict } = await theCase(ports, ref);
  if (answerVerdict === undefined || answerVerdict.verdict === 'block') throw new Problem('unfit-test-case');
  if (sample.expected === 'approve' && !waivable(answerVerdict.reasons)) throw new Problem('unfit-test-case');
  return answerVerdict.verdict === 'pass' ? asSample(ports, ref, String(revision)) : String(revision);
}

/** Takes back what cannot be used. */
export async function discardSeed(ports: Ports, item: Case): Promise<void> {
  await changeCase(ports, item, (now) => ({ ...now, status: 'closed', closedAt: ports.clock() }));
  await ports.vault.purge({ tenantId: item.tenantId, scope: item.caseId }).catch(() => undefined);
  await ports.vault.purge(conversationScope(item)).catch(() => undefined);
}
