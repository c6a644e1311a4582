// SPDX-License-Identifier: Apache-2.0
import { compileChoice } from './compile-choice.ts';
import { checkSeconds, instant } from './compile-seconds.ts';
import { compileTask } from './compile-task.ts';
import { type Compiling, leaving, next, optional } from './compiling.ts';
import type { FailState, State, WaitState } from './definition.ts';
import { expressionSource } from './expression.ts';
import { type Fields, onlyKnown } from './fields.ts';

/** Compiles one state, or adds to the problems why it cannot run. */
export function compileState(name: string, fields: Fields, at: string, with_: Compiling): State | undefined {
  const { problems } = with_;
  const type = fields['Type'];
  switch (type) {
    case 'Task':
    case 'Choice':
    case 'Pass':
    case 'Wait':
    case 'Succeed':
    case 'Fail':
      onlyKnown(fields, type, at, problems);
      break;
    case 'Parallel':
    case 'Map':
      problems.add(`${at}.Type`, `is ${type}, which this engine does not run (docs/workflow-engine.md)`);
      return undefined;
    default:
      problems.add(`${at}.Type`, 'must be Task, Choice, Pass, Wait, Succeed or Fail');
      return undefined;
  }
  switch (type) {
    case 'Task':
      return compileTask(name, fields, at, with_);
    case 'Choice':
      return compileChoice(name, fields, at, with_);
    case 'Pass':
      return { type, name, ...leaving(fields, at, with_), next: next(fields, at, problems) };
    case 'Wait':
      return compileWait(name, fields, at, with_);
    case 'Succeed':
      return { type, name, output: optional(fields, 'Output', at, with_) };
    case 'Fail':
      return compileFail(name, fields, at, with_);
  }
}

function compileWait(name: string, fields: Fields, at: string, with_: Compiling): WaitState {
  const { problems } = with_;
  if ((fields['Seconds'] === undefined) === (fields['Timestamp'] === undefined))
    problems.add(at, 'must have either Seconds or Timestamp');
  checkSeconds(fields, 'Seconds', at, 0, problems);
  const stamp = fields['Timestamp'];
  const isExpression = typeof stamp === 'string' && expressionSource(stamp) !== undefined;
  if (stamp !== undefined && !isExpression && instant(stamp) === undefined)
    problems.add(`${at}.Timestamp`, 'must be an RFC 3339 timestamp with an upper-case T and Z or offset');
  return {
    type: 'Wait',
    name,
    seconds: optional(fields, 'Seconds', at, with_),
    timestamp: optional(fields, 'Timestamp', at, with_),
    ...leaving(fields, at, with_),
    next: next(fields, at, problems),
  };
}

function compileFail(name: string, fields: Fields, at: string, with_: Compiling): FailState {
  for (const field of ['Error', 'Cause'])
    if (fields[field] !== undefined && typeof fields[field] !== 'string')
      with_.problems.add(`${at}.${field}`, 'must be a string');
  const error = optional(fields, 'Error', at, with_);
  return { type: 'Fail', name, error, cause: optional(fields, 'Cause', at, with_) };
}
