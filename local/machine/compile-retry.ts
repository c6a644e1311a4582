// SPDX-License-Identifier: Apache-2.0
import type { Retrier } from './definition.ts';
import { type Fields, isFields, numberField, onlyKnown } from './fields.ts';
import type { Problems } from './problems.ts';

/** AWS: 99,999,999 for seconds and attempts, under 31,622,400 (366 days) for MaxDelaySeconds. */
const mostSeconds = 99_999_999;
const mostDelay = 31_622_399;

/** Compiles `Retry`. @see https://states-language.net/#retrying-after-error */
export function compileRetry(value: unknown, at: string, problems: Problems): Retrier[] {
  return each(value, at, problems).map(([fields, here], index, all) => {
    onlyKnown(fields, 'retrier', here, problems);
    const integer = (least: number, most: number, otherwise: number) => ({
      least,
      most,
      integer: true,
      otherwise,
    });
    const intervalSeconds = numberField(
      fields,
      'IntervalSeconds',
      integer(1, mostSeconds, 1),
      here,
      problems,
    );
    const delay = numberField(fields, 'MaxDelaySeconds', integer(1, mostDelay, 0), here, problems);
    if (fields['MaxDelaySeconds'] !== undefined && delay <= intervalSeconds)
      problems.add(`${here}.MaxDelaySeconds`, 'must be more than IntervalSeconds');
    const jitter = fields['JitterStrategy'] ?? 'NONE';
    if (jitter !== 'FULL' && jitter !== 'NONE')
      problems.add(`${here}.JitterStrategy`, 'must be FULL or NONE');
    return {
      errorEquals: compileErrorEquals(fields, here, index === all.length - 1, problems),
      intervalSeconds,
      maxAttempts: numberField(fields, 'MaxAttempts', integer(0, mostSeconds, 3), here, problems),
      backoffRate: numberField(
        fields,
        'BackoffRate',
        { least: 1, most: 1e6, integer: false, otherwise: 2 },
        here,
        problems,
      ),
      maxDelaySeconds: delay === 0 ? undefined : delay,
      fullJitter: jitter === 'FULL',
    };
  });
}

/** A list of error names; `States.ALL` alone, in the last entry. */
export function compileErrorEquals(fields: Fields, at: string, last: boolean, problems: Problems): string[] {
  const value = fields['ErrorEquals'];
  const here = `${at}.ErrorEquals`;
  if (!Array.isArray(value) || value.length === 0 || !value.every((name) => typeof name === 'string')) {
    problems.add(here, 'must be a list of one or more error names');
    return [];
  }
  const names: string[] = value;
  if (names.includes('States.ALL') && names.length > 1) problems.add(here, 'must have States.ALL alone');
  if (names.includes('States.ALL') && !last) problems.add(here, 'must have States.ALL in the last entry');
  for (const name of names)
    if (name.startsWith('States.') && !reserved.has(name))
      problems.add(here, `names ${name}, which is no error of the States Language that can happen here`);
  return names;
}

// Only what this engine can raise: a name that cannot happen is a typing mistake or a misunderstanding.
const reserved = new Set([
  'States.ALL',
  'States.TaskFailed',
  'States.Timeout',
  'States.HeartbeatTimeout',
  'States.QueryEvaluationError',
  'States.DataLimitExceeded',
  // Never matched, here or on AWS; but written by people who copy lists, and AWS accepts them.
  'States.Runtime',
  'States.Permissions',
]);

/** The entries of Retry, Catch or Choices, each with its path. */
export function each(value: unknown, at: string, problems: Problems): [Fields, string][] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    problems.add(at, 'must be a list');
    return [];
  }
  return value.flatMap((entry: unknown, index): [Fields, string][] => {
    const here = `${at}[${index}]`;
    if (isFields(entry)) return [[entry, here]];
    problems.add(here, 'must be an object');
    return [];
  });
}
