// SPDX-License-Identifier: Apache-2.0
import type { IdentifierType } from '../records/identifier.ts';
import { allowedOperators } from '../records/operator.ts';

/** What stands where something was dropped. */
export const removed = '[REMOVED]';

/** Whether the floor allows nothing but dropping a type (PCI DSS 3.3: sensitive authentication data; secrets). */
export const neverStored = (type: IdentifierType): boolean =>
  allowedOperators[type].every((operator) => operator === 'drop');
