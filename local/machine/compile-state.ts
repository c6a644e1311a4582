// SPDX-License-Identifier: Apache-2.0
import { compileErrorEquals, compileRetry, each } from './compile-retry.ts';
import type { ChoiceState, State, TaskState, WaitState } from './definition.ts';
import { compileExpression, expressionSource } from './expression.ts';
import { type Fields, onlyKnown } from './fields.ts';
import type { Problems } from './problems.ts';
import type { Sources } from './sources.ts';
import { compileTemplate, type Template } from './template.ts';

/** What compiling needs to know besides the state itself. */
export interface Compiling {
  readonly problems: Problems;
  readonly sources: Sources;
  /** Names of the functions that tasks may invoke. */
  readonly functions: ReadonlySet<string>;
}

const invoke = 'arn:aws:states:::lambda:invoke';
const invokeWithToken = `${invoke}.waitForTaskToken`;
/** Unicode identifiers, as https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html names them. */
const variableName = /^[\p{ID_Start}_]\p{ID_Continue}{0,79}$/u;

/** Compiles one state, or adds to the problems why it cannot run. */
export function compileState(name: string, fields: Fields, at: string, with_: Compiling): State | undefined {
  const { problems } = with_;
  const type = fields['Type'];
  switch (type) {
    case 'Task':
      onlyKnown(fields, type, at, problems);
      return compileTask(name, fields, at, with_);
    case 'Choice':
      onlyKnown(fields, type, at, problems);
      return compileChoice(name, fields, at, with_);
    case 'Pass':
      onlyKnown(fields, type, at, problems);
      return { type, name, ...leaving(fields, at, with_), next: next(fields, at, problems) };
    case 'Wait':
      onlyKnown(fields, type, at, problems);
      return compileWait(name, fields, at, with_);
    case 'Succeed':
      onlyKnown(fields, type, at, problems);
      return { type, name, output: optional(fields, 'Output', at, with_) };
    case 'Fail':
      onlyKnown(fields, type, at, problems);
      for (const field of ['Error', 'Cause'])
        if (fields[field] !== undefined && typeof fields[field] !== 'string')
          problems.add(`${at}.${field}`, 'must be a string');
      return {
        type,
        name,
        error: optional(fields, 'Error', at, with_),
        cause: optional(fields, 'Cause', at, with_),
      };
    case 'Parallel':
    case 'Map':
      problems.add(`${at}.Type`, `is ${type}, which this engine does not run (docs/workflow-engine.md)`);
      return undefined;
    default:
      problems.add(`${at}.Type`, 'must be Task, Choice, Pass, Wait, Succeed or Fail');
      return undefined;
  }
}

function compileTask(name: string, fields: Fields, at: string, with_: Compiling): TaskState {
  const { problems, functions } = with_;
  const resource = fields['Resource'];
  if (resource !== invoke && resource !== invokeWithToken)
    problems.add(`${at}.Resource`, `must be ${invoke} or ${invokeWithToken}`);
  const given = fields['Arguments'];
  let functionName = '';
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    problems.add(`${at}.Arguments`, 'must be an object with FunctionName');
  } else {
    onlyKnown(given as Fields, 'arguments', `${at}.Arguments`, problems);
    const called = (given as Fields)['FunctionName'];
    if (typeof called === 'string' && functions.has(called)) functionName = called;
    else
      problems.add(`${at}.Arguments.FunctionName`, 'must name, literally, a function that this machine has');
  }
  const timeoutSeconds = seconds(fields, 'TimeoutSeconds', at, with_, 1);
  const heartbeatSeconds = seconds(fields, 'HeartbeatSeconds', at, with_, 1);
  if (fields['HeartbeatSeconds'] !== undefined && resource === invoke)
    problems.add(
      `${at}.HeartbeatSeconds`,
      'has no sender: only a task that waits for its token can send heartbeats',
    );
  const { TimeoutSeconds: limit, HeartbeatSeconds: beat } = fields;
  if (typeof limit === 'number' && typeof beat === 'number' && beat >= limit)
    problems.add(`${at}.HeartbeatSeconds`, 'must be less than TimeoutSeconds');
  return {
    type: 'Task',
    name,
    functionName,
    waitsForToken: resource === invokeWithToken,
    arguments: compileTemplate(given, `${at}.Arguments`, 'Arguments', problems, with_.sources),
    timeoutSeconds,
    heartbeatSeconds,
    retry: compileRetry(fields['Retry'], `${at}.Retry`, problems),
    catch: each(fields['Catch'], `${at}.Catch`, problems).map(([catcher, here], index, all) => {
      onlyKnown(catcher, 'catcher', here, problems);
      return {
        errorEquals: compileErrorEquals(catcher, here, index === all.length - 1, problems),
        ...leaving(catcher, here, with_),
        next: requiredNext(catcher, here, problems),
      };
    }),
    ...leaving(fields, at, with_),
    next: next(fields, at, problems),
  };
}

function compileChoice(name: string, fields: Fields, at: string, with_: Compiling): ChoiceState {
  const { problems, sources } = with_;
  const rules = each(fields['Choices'], `${at}.Choices`, problems);
  if (rules.length === 0) problems.add(`${at}.Choices`, 'must have at least one rule');
  const { Default: otherwise } = fields;
  if (otherwise !== undefined && typeof otherwise !== 'string')
    problems.add(`${at}.Default`, 'must be the name of a state');
  return {
    type: 'Choice',
    name,
    choices: rules.flatMap(([rule, here]) => {
      onlyKnown(rule, 'rule', here, problems);
      const then = { ...leaving(rule, here, with_), next: requiredNext(rule, here, problems) };
      const source = typeof rule['Condition'] === 'string' ? expressionSource(rule['Condition']) : undefined;
      const condition =
        source === undefined
          ? ['must be {% a JSONata expression %}']
          : compileExpression(source, 'Condition', sources);
      if ('evaluate' in condition) return [{ condition, ...then }];
      for (const what of condition) problems.add(`${here}.Condition`, what);
      return [];
    }),
    ...leaving(fields, at, with_),
    next: typeof otherwise === 'string' ? otherwise : undefined,
  };
}

function compileWait(name: string, fields: Fields, at: string, with_: Compiling): WaitState {
  const { problems } = with_;
  if ((fields['Seconds'] === undefined) === (fields['Timestamp'] === undefined))
    problems.add(at, 'must have either Seconds or Timestamp');
  const stamp = fields['Timestamp'];
  if (
    stamp !== undefined &&
    (typeof stamp !== 'string' || (expressionSource(stamp) === undefined && instant(stamp) === undefined))
  )
    problems.add(`${at}.Timestamp`, 'must be an RFC 3339 timestamp with an upper-case T and Z or offset');
  return {
    type: 'Wait',
    name,
    seconds: seconds(fields, 'Seconds', at, with_, 0),
    timestamp: optional(fields, 'Timestamp', at, with_),
    ...leaving(fields, at, with_),
    next: next(fields, at, problems),
  };
}

/** AWS: 99,999,999 seconds are the most that a state may wait. */
export const longestSeconds = 99_999_999;

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds of an RFC 3339 timestamp as the States Language profiles it, else undefined. */
export function instant(value: unknown): number | undefined {
  if (typeof value !== 'string' || !rfc3339.test(value)) return undefined;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : at;
}

function seconds(
  fields: Fields,
  name: string,
  at: string,
  with_: Compiling,
  least: number,
): Template | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  const isNumber =
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= longestSeconds;
  const isExpression = typeof value === 'string' && expressionSource(value) !== undefined;
  if (!isNumber && !isExpression)
    with_.problems.add(
      `${at}.${name}`,
      `must be an integer from ${least} to ${longestSeconds}, or {% an expression %}`,
    );
  return optional(fields, name, at, with_);
}

function optional(fields: Fields, name: string, at: string, with_: Compiling): Template | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  return compileTemplate(value, `${at}.${name}`, name, with_.problems, with_.sources);
}

function leaving(
  fields: Fields,
  at: string,
  with_: Compiling,
): { assign: Template | undefined; output: Template | undefined } {
  const assign = fields['Assign'];
  if (assign !== undefined) {
    if (typeof assign !== 'object' || assign === null || Array.isArray(assign))
      with_.problems.add(`${at}.Assign`, 'must be an object');
    else
      for (const name of Object.keys(assign))
        if (!variableName.test(name) || name === 'states' || name === '__proto__')
          with_.problems.add(`${at}.Assign.${name}`, 'is not a name that a variable can have');
  }
  return { assign: optional(fields, 'Assign', at, with_), output: optional(fields, 'Output', at, with_) };
}

function requiredNext(fields: Fields, at: string, problems: Problems): string {
  if (typeof fields['Next'] === 'string') return fields['Next'];
  problems.add(`${at}.Next`, 'must be the name of a state');
  return '';
}

function next(fields: Fields, at: string, problems: Problems): string | undefined {
  const { Next: to, End: end } = fields;
  if (end !== undefined && end !== true) problems.add(`${at}.End`, 'must be true, or not there');
  if ((to === undefined) === (end !== true)) problems.add(at, 'must have either Next or "End": true');
  if (to === undefined) return undefined;
  return requiredNext(fields, at, problems);
}
