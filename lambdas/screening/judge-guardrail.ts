// SPDX-License-Identifier: Apache-2.0
import { type GuardrailRequest, GuardrailResponseSchema } from '../records/guardrail.ts';
import { actionFor, type Policy } from '../records/policy.ts';
import type { ReasonCode } from '../records/reason.ts';
import type { Verdict } from '../records/verdict.ts';

const because = (code: ReasonCode, policy: Policy): Verdict => ({
  verdict: actionFor(policy, code),
  reasons: [{ code, evidence: [] }],
});

/**
 * Judges what a guardrail said. The decision comes from each policy's own action: the top-level one says
 * GUARDRAIL_INTERVENED for a mask as well as for a block. No answer, a cut one, one that cannot be read, or
 * one whose outputs do not match the blocks that were sent, is `guardrail-unavailable`, never a pass.
 * Source: Amazon Bedrock Runtime API, ApplyGuardrail.
 */
export function judgeGuardrail(request: GuardrailRequest, response: unknown, policy: Policy): Verdict {
  const parsed = GuardrailResponseSchema.safeParse(response);
  if (!parsed.success || !parsed.data.complete) return because('guardrail-unavailable', policy);
  const { action, outputs, assessments } = parsed.data;
  if (outputs.length !== 0 && outputs.length !== request.content.length)
    return because('guardrail-unavailable', policy);
  const acted = assessments.flatMap((assessment) => [
    ...(assessment.topicPolicy?.topics ?? []),
    ...(assessment.contentPolicy?.filters ?? []),
    ...(assessment.wordPolicy?.customWords ?? []),
    ...(assessment.wordPolicy?.managedWordLists ?? []),
    ...(assessment.sensitiveInformationPolicy?.piiEntities ?? []),
    ...(assessment.sensitiveInformationPolicy?.regexes ?? []),
    ...(assessment.contextualGroundingPolicy?.filters ?? []),
  ]);
  const found = acted.filter((entry) => entry.action !== 'NONE' || entry.detected === true);
  // It says that it intervened but not why: a policy this version does not know.
  if (found.length === 0)
    return action === 'NONE' ? { verdict: 'pass', reasons: [] } : because('guardrail-intervened', policy);
  return because('guardrail-intervened', policy);
}
