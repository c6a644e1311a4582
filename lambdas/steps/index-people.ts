// SPDX-License-Identifier: Apache-2.0
import type { Ports } from '../ports.ts';
import { detect } from '../privacy/detect.ts';
import { blind, identityTerms, type Term } from '../privacy/person-terms.ts';
import { card } from '../recognizers/card.ts';
import type { CaseRef } from '../records/case.ts';
import { operatorFor, type Policy } from '../records/policy.ts';
import type { Sealed } from '../records/sealed.ts';
import { slotsOf } from '../records/slots.ts';

/** Card numbers of the request that a policy masks: they are in no identity map, but in what is sealed. */
function maskedCards({ request }: Sealed, policy: Policy): Term[] {
  if (request === undefined || operatorFor(policy, 'CARD') !== 'mask') return [];
  return slotsOf(request).flatMap(({ text }) =>
    detect(text, { recognizers: [card], threshold: 0 }).findings.flatMap(({ start, end }) =>
      identityTerms({ type: 'CARD', value: text.slice(start, end), forms: [] }),
    ),
  );
}

/**
 * Writes down by what a case can be found: everybody in the identity map that is sealed with it, whether this case or
 * one before it in the conversation spoke of them. @throws StorageUnavailable
 */
export async function indexPeople(
  ports: Pick<Ports, 'people' | 'keys'>,
  { tenantId, caseId }: CaseRef,
  sealed: Sealed,
  policy: Policy,
): Promise<void> {
  if (ports.people === undefined) return;
  const terms = [
    ...(sealed.identities?.identities.flatMap(identityTerms) ?? []),
    ...maskedCards(sealed, policy),
  ];
  if (terms.length === 0) return;
  await ports.people.add({ tenantId, caseId }, blind(await ports.keys.indexKey(tenantId), terms));
}
