// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { changeCase, theCase } from '../change.ts';
import { getContent, putContent } from '../contents.ts';
import type { Ports } from '../ports.ts';
import { type PromptContent, PromptContentSchema, type ScreeningContent } from '../records/content.ts';
import { actionFor, type Policy } from '../records/policy.ts';
import type { ReasonCode } from '../records/reason.ts';
import { slotsOf } from '../records/slots.ts';
import { type Verdict, strictest } from '../records/verdict.ts';
import { judgeGuardrail } from '../screening/judge-guardrail.ts';
import { screenPrompt as screen } from '../screening/screen-prompt.ts';
import { ask, attempt, refShape, revision, step } from './step.ts';
import { summary } from './summary.ts';

const Input = z.strictObject({ ...refShape, revision, attempt });

/** What Deidentify noticed on the way; hidden and unreadable text are signals that screening weighs. */
function detectionVerdict(prompt: PromptContent, policy: Policy): Verdict {
  const codes: ReasonCode[] = [];
  if (prompt.failed.length > 0) codes.push('detector-unavailable');
  if (!prompt.covered) codes.push('language-not-covered');
  if (prompt.uncertain > 0) codes.push('uncertain-detection');
  if (prompt.rare) codes.push('rare-combination');
  return strictest([
    { verdict: 'pass', reasons: [] },
    ...codes
      .filter((code) => actionFor(policy, code) !== 'pass')
      .map((code) => ({ verdict: actionFor(policy, code), reasons: [{ code, evidence: [] }] })),
  ]);
}

async function guardrailVerdict(
  ports: Ports,
  policy: Policy,
  item: Parameters<NonNullable<Ports['applyGuardrail']>>[1],
  prompt: PromptContent,
  retries: number,
): Promise<Verdict> {
  const apply = ports.applyGuardrail;
  if (apply === undefined || !policy.detection.prompt.guardrail) return { verdict: 'pass', reasons: [] };
  const request = {
    source: 'INPUT' as const,
    // Unmarked blocks are skipped as soon as one is marked: mark every one.
    content: slotsOf(prompt).map((slot) => ({ text: slot.text, qualifiers: ['guard_content' as const] })),
  };
  return judgeGuardrail(request, await ask(retries, () => apply(request, item)), policy);
}

/**
 * ScreenPrompt: attacks, denied topics, languages and incomplete detection, on the de-identified prompt.
 * Out: `{ verdict, reasons }` (codes); the evidence stays in the vault. @throws NotFound, Malformed, Conflict
 */
export const screenPrompt = (ports: Ports) =>
  step(Input, async (input) => {
    const item = await theCase(ports, input);
    const policy = await ports.policies.byHash(item.policy.hash);
    const scope = { tenantId: item.tenantId, scope: item.caseId };
    const prompt = await getContent(ports, { ...scope, revision: input.revision }, PromptContentSchema);
    const verdict = strictest([
      detectionVerdict(prompt, policy),
      screen({
        slots: slotsOf(prompt),
        policy,
        assistantVerified: prompt.assistantVerified ?? [],
        signals: { hidden: prompt.hidden, complete: prompt.complete },
      }),
      await guardrailVerdict(ports, policy, item.policy, prompt, input.attempt),
    ]);
    const content: ScreeningContent = { kind: 'screening', prompt: input.revision, verdict };
    const screening = await putContent(ports, scope, content, item.vaultUntil);
    await changeCase(ports, item, (now) => ({
      ...now,
      prompt: input.revision,
      screening,
      promptVerdict: summary(verdict),
    }));
    return summary(verdict);
  });
