// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { type IdentifierType, identifierTypes } from './identifier.ts';

/** What may be made of a finding, chosen per type by policy (design section 5). */
export const operators = ['pseudonymise', 'relative', 'shift', 'generalise', 'mask', 'drop', 'keep'] as const;
export type Operator = (typeof operators)[number];
export const OperatorSchema = z.enum(operators);

const forDates = ['pseudonymise', 'relative', 'shift', 'generalise', 'drop'] as const;
const neverStored = ['drop'] as const;
const neverShown = ['pseudonymise', 'drop'] as const;
const anyway = ['pseudonymise', 'drop', 'keep'] as const;

const everyType = (choice: readonly Operator[]) =>
  Object.fromEntries(identifierTypes.map((type) => [type, choice])) as Record<
    IdentifierType,
    readonly Operator[]
  >;

/**
 * The floor: the operators a policy may choose for a type. What is never stored (sensitive authentication
 * data, PCI DSS 3.3) is always dropped; direct identifiers are never kept; only indirect ones may be.
 */
export const allowedOperators: Readonly<Record<IdentifierType, readonly Operator[]>> = {
  ...everyType(neverShown),
  CVV: neverStored,
  PIN: neverStored,
  PASSWORD: neverStored,
  MAGSTRIPE: neverStored,
  CREDENTIAL: neverStored,
  CARD: ['pseudonymise', 'mask', 'drop'],
  DATE: forDates,
  AGE: ['generalise', 'pseudonymise', 'drop'],
  ZIP: ['generalise', 'pseudonymise', 'drop'],
  PLACE: anyway,
  FACILITY: anyway,
  ORG: anyway,
  PROFESSION: anyway,
  URL: anyway,
};

/** What happens to a type that a policy does not mention: the first operator the floor allows. */
export const defaultOperators = Object.fromEntries(
  identifierTypes.map((type) => [type, allowedOperators[type][0]]),
) as Readonly<Record<IdentifierType, Operator>>;
