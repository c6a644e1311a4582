// SPDX-License-Identifier: Apache-2.0
import type { Policy } from './policy.ts';

type Side = Policy['detection']['prompt'];
const thrifty = (side: Side): Side =>
  side.medical === 'always' ? { ...side, medical: 'unsure', checks: true } : side;

/**
 * The same policy with the cheaper way of asking detectors outside (docs/cost.md): the guardrail's checks first, the
 * medical detector where a doubt is left. It hashes differently, so every record says which of the two a case had.
 */
export const economised = (policy: Policy): Policy => ({
  ...policy,
  detection: { prompt: thrifty(policy.detection.prompt), answer: thrifty(policy.detection.answer) },
});
