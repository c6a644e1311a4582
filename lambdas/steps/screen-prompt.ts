// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { keepContent, theCase } from '../change.ts';
import { getContent } from '../contents.ts';
import type { Ports } from '../ports.ts';
import { type PromptContent, PromptContentSchema, type ScreeningContent } from '../records/content.ts';
import type { Assessment } from '../records/guardrail.ts';
import type { Policy } from '../records/policy.ts';
import { slotsOf } from '../records/slots.ts';
import { countByType } from '../records/tally.ts';
import { type Verdict, strictest } from '../records/verdict.ts';
import { assessmentsOf } from '../screening/assessments.ts';
import { detectionVerdict } from '../screening/detection-verdict.ts';
import { editedVerdict } from '../screening/edited-verdict.ts';
import { promptGuardrailRequest } from '../screening/guardrail-request.ts';
import { judgeGuardrail } from '../screening/judge-guardrail.ts';
import { screenPrompt as screen } from '../screening/screen-prompt.ts';
import { ask, attempt, refShape, revision, step } from './step.ts';
import { summary } from './summary.ts';

const Input = z.strictObject({ ...refShape, revision, attempt });

async function guardrailVerdict(
  ports: Ports,
  policy: Policy,
  item: Parameters<NonNullable<Ports['applyGuardrail']>>[1],
  prompt: PromptContent,
  retries: number,
): Promise<{ verdict: Verdict; guardrail: Assessment[] }> {
  const apply = ports.applyGuardrail;
  if (apply === undefined || !policy.detection.prompt.guardrail)
    return { verdict: { verdict: 'pass', reasons: [] }, guardrail: [] };
  const request = promptGuardrailRequest(prompt);
  const response = await ask(retries, () => apply(request, item));
  return { verdict: judgeGuardrail(request, response, policy), guardrail: assessmentsOf(response) };
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
    // Neither needs the other.
    const [screened, guarded] = await Promise.all([
      (ports.scans?.screening ?? screen)({
        slots: slotsOf(prompt),
        policy,
        assistantVerified: prompt.assistantVerified ?? [],
        signals: { hidden: prompt.hidden, complete: prompt.complete },
      }),
      guardrailVerdict(ports, policy, item.policy, prompt, input.attempt),
    ]);
    const verdict = strictest([
      detectionVerdict(prompt, policy),
      screened,
      guarded.verdict,
      editedVerdict(policy, item, 'prompt', prompt.editedBy),
    ]);
    const { guardrail } = guarded;
    const content: ScreeningContent = { kind: 'screening', prompt: input.revision, verdict, guardrail };
    await keepContent(ports, item, content, (now, revision) => ({
      ...now,
      prompt: input.revision,
      screening: revision,
      promptVerdict: summary(verdict),
      found: countByType(prompt.findings.flat().map((finding) => finding.type)),
    }));
    return summary(verdict);
  });
