// SPDX-License-Identifier: Apache-2.0
import type { Problems } from './problems.ts';

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of each kind of object that this engine runs. Everything else is refused by name. */
export const known = {
  machine: 'Comment QueryLanguage StartAt States TimeoutSeconds Version',
  Task: 'Type Comment QueryLanguage Resource Arguments TimeoutSeconds HeartbeatSeconds Retry Catch Assign Output Next End',
  Choice: 'Type Comment QueryLanguage Choices Default Assign Output',
  Pass: 'Type Comment QueryLanguage Assign Output Next End',
  Wait: 'Type Comment QueryLanguage Seconds Timestamp Assign Output Next End',
  Succeed: 'Type Comment QueryLanguage Output',
  Fail: 'Type Comment QueryLanguage Error Cause',
  rule: 'Comment Condition Assign Output Next',
  retrier: 'Comment ErrorEquals IntervalSeconds MaxAttempts BackoffRate MaxDelaySeconds JitterStrategy',
  catcher: 'Comment ErrorEquals Assign Output Next',
  arguments: 'FunctionName Payload',
} as const;

/** Fields of the language that belong to JSONPath: a definition that has them was written for the other language. */
const ofJsonPath = new Set(
  'InputPath OutputPath ResultPath ResultSelector Parameters Result Variable SecondsPath TimestampPath TimeoutSecondsPath HeartbeatSecondsPath ErrorPath CausePath'.split(
    ' ',
  ),
);

/** Refuses fields that are not in the list. */
export function onlyKnown(fields: Fields, kind: keyof typeof known, at: string, problems: Problems): void {
  const allowed = known[kind].split(' ');
  for (const name of Object.keys(fields)) {
    if (allowed.includes(name)) continue;
    problems.add(
      `${at}.${name}`,
      ofJsonPath.has(name)
        ? 'is a field of JSONPath; this machine runs JSONata'
        : 'is not a field that this engine runs',
    );
  }
  if ('Comment' in fields && typeof fields['Comment'] !== 'string')
    problems.add(`${at}.Comment`, 'must be a string');
  if ('QueryLanguage' in fields && fields['QueryLanguage'] !== 'JSONata')
    problems.add(`${at}.QueryLanguage`, 'must be JSONata');
}

/** A number within bounds, or the default where the field is absent. */
export function numberField(
  fields: Fields,
  name: string,
  rule: Readonly<{ least: number; most: number; integer: boolean; otherwise: number }>,
  at: string,
  problems: Problems,
): number {
  const value = fields[name];
  if (value === undefined) return rule.otherwise;
  const { least, most, integer } = rule;
  if (typeof value === 'number' && value >= least && value <= most && (!integer || Number.isInteger(value)))
    return value;
  problems.add(`${at}.${name}`, `must be ${integer ? 'an integer' : 'a number'} from ${least} to ${most}`);
  return rule.otherwise;
}
