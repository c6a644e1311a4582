// SPDX-License-Identifier: Apache-2.0
import { expressionSource } from './expression.ts';
import type { Fields } from './fields.ts';
import type { Problems } from './problems.ts';

/** AWS: 99,999,999 seconds are the most that a state may wait. */
export const longestSeconds = 99_999_999;

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds of an RFC 3339 timestamp as the States Language profiles it, else undefined. */
export function instant(value: unknown): number | undefined {
  if (typeof value !== 'string' || !rfc3339.test(value)) return undefined;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : at;
}

/** Checks a field of seconds: an integer from `least`, or an expression. */
export function checkSeconds(
  fields: Fields,
  name: string,
  at: string,
  least: number,
  problems: Problems,
): void {
  const value = fields[name];
  if (value === undefined) return;
  const isNumber =
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= longestSeconds;
  const isExpression = typeof value === 'string' && expressionSource(value) !== undefined;
  if (!isNumber && !isExpression)
    problems.add(
      `${at}.${name}`,
      `must be an integer from ${least} to ${longestSeconds}, or {% an expression %}`,
    );
}
