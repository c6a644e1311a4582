// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../records/finding.ts';
import type { IdentifierType } from '../records/identifier.ts';
import { operatorFor, type Policy } from '../records/policy.ts';
import { rareConditions, rareProfessions } from './rare-conditions.ts';

const either = (terms: readonly string[]) =>
  new RegExp(String.raw`(?<![\p{L}\d])(?:${terms.join('|')})(?![\p{L}\d])`, 'iu');
const condition = either(rareConditions);
const profession = either(rareProfessions);
const age = /(?<![\d.])\d{1,3}[\s-]{0,2}(?:years?|y\/?o|yrs?)\b|\baged?:?\s\d{1,3}(?![\d.])/i;
const year = /(?<![\d.,$])(?:19|20)\d{2}(?![\d.,])/;

/**
 * Whether what stays readable after the policy's operators could single out a person although every identifier is
 * gone (45 CFR 164.514(b)(2)(ii), actual knowledge): an area (ZIP3 or a kept place) with an age and a rare condition, or
 * a kept place with a rare or reported profession and a date.
 */
export function rareCombination(
  findings: readonly Finding[],
  text: string,
  policy: Pick<Policy, 'operators'>,
): boolean {
  const left = (type: IdentifierType, ...operators: string[]) =>
    findings.some((finding) => finding.type === type) && operators.includes(operatorFor(policy, type));
  const place = left('PLACE', 'keep') || left('FACILITY', 'keep');
  const area = place || left('ZIP', 'generalise');
  if (!area) return false;
  if (condition.test(text) && (age.test(text) || left('AGE', 'generalise'))) return true;
  const occupation = profession.test(text) || left('PROFESSION', 'keep');
  return place && occupation && (year.test(text) || left('DATE', 'generalise', 'shift', 'relative'));
}
