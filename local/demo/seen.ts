// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import type { Models } from '../../lambdas/ports.ts';
import { detectSlots } from '../../lambdas/privacy/detect-slots.ts';
import { emptyIdentityMap } from '../../lambdas/privacy/identity-map.ts';
import { pseudonymise } from '../../lambdas/privacy/pseudonymise.ts';
import { recognizersAt, yearOf } from '../../lambdas/recognizers/index.ts';
import type { IdentityMap } from '../../lambdas/records/identity.ts';
import type { Message, Request } from '../../lambdas/records/request.ts';
import { slotsOf } from '../../lambdas/records/slots.ts';
import { policyOf } from '../commands/policy-of.ts';

/** The texts that a model was shown, without the lines that fence them (lambdas/screening/fence.ts). */
export const withoutFences = (messages: readonly Message[]): string =>
  messages
    .map(({ content }) =>
      content.replaceAll(/^(?:<<<[\w-]{12,128} [ \w-]{1,40}|[ \w-]{1,40} [\w-]{12,128}>>>)$/gm, ''),
    )
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

/** Models that remember what each case showed them. */
export function watched(
  models: Models,
): Models & { shown: (caseId: string) => readonly Message[] | undefined } {
  const seen = new Map<string, readonly Message[]>();
  return {
    serves: models.serves,
    converse: (call) => {
      seen.set(call.caseId, call.messages);
      return models.converse(call);
    },
    shown: (caseId) => seen.get(caseId),
  };
}

/**
 * What the engine makes of a request, run once more here: for a server whose model cannot be watched. It is the same
 * engine and policy, but the secret is another, so that the last two characters of the placeholders are.
 */
export function deidentified(
  request: Request,
  map: IdentityMap = emptyIdentityMap(randomBytes(32).toString('base64url')),
): { text: string; map: IdentityMap } {
  const policy = policyOf(request.policy);
  const { threshold } = policy.detection.prompt;
  const texts = slotsOf(request).map((slot) => slot.text);
  const found = detectSlots(texts, { recognizers: recognizersAt(yearOf(Date.now())), threshold });
  const slots = texts.map((text, index) => ({ text, findings: found[index]?.findings ?? [] }));
  const result = pseudonymise(slots, { policy, map });
  return { text: result.slots.map((slot) => slot.text).join('\n\n'), map: result.map };
}
