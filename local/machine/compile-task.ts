// SPDX-License-Identifier: Apache-2.0
import { compileErrorEquals, compileRetry, each } from './compile-retry.ts';
import { checkSeconds } from './compile-seconds.ts';
import { type Compiling, leaving, next, optional, requiredNext } from './compiling.ts';
import type { Catcher, TaskState } from './definition.ts';
import { type Fields, isFields, onlyKnown } from './fields.ts';
import { compileTemplate } from './template.ts';

const invoke = 'arn:aws:states:::lambda:invoke';
const invokeWithToken = `${invoke}.waitForTaskToken`;

/** Compiles a Task: an invocation of a function, with or without waiting for its token. */
export function compileTask(name: string, fields: Fields, at: string, with_: Compiling): TaskState {
  const { problems, sources } = with_;
  const resource = fields['Resource'];
  if (resource !== invoke && resource !== invokeWithToken)
    problems.add(`${at}.Resource`, `must be ${invoke} or ${invokeWithToken}`);
  checkSeconds(fields, 'TimeoutSeconds', at, 1, problems);
  checkSeconds(fields, 'HeartbeatSeconds', at, 1, problems);
  const { TimeoutSeconds: limit, HeartbeatSeconds: beat } = fields;
  if (beat !== undefined && resource === invoke)
    problems.add(
      `${at}.HeartbeatSeconds`,
      'has no sender: only a task that waits for its token can send heartbeats',
    );
  else if (typeof limit === 'number' && typeof beat === 'number' && beat >= limit)
    problems.add(`${at}.HeartbeatSeconds`, 'must be less than TimeoutSeconds');
  return {
    type: 'Task',
    name,
    functionName: checkArguments(fields['Arguments'], `${at}.Arguments`, with_),
    waitsForToken: resource === invokeWithToken,
    arguments: compileTemplate(fields['Arguments'], `${at}.Arguments`, 'Arguments', problems, sources),
    timeoutSeconds: optional(fields, 'TimeoutSeconds', at, with_),
    heartbeatSeconds: optional(fields, 'HeartbeatSeconds', at, with_),
    retry: compileRetry(fields['Retry'], `${at}.Retry`, problems),
    catch: each(fields['Catch'], `${at}.Catch`, problems).map(([catcher, here], index, all) =>
      compileCatcher(catcher, here, index === all.length - 1, with_),
    ),
    ...leaving(fields, at, with_),
    next: next(fields, at, problems),
  };
}

/** Returns the name of the function, which must be one that the machine has. */
function checkArguments(value: unknown, at: string, { problems, functions }: Compiling): string {
  if (!isFields(value)) {
    problems.add(at, 'must be an object with FunctionName');
    return '';
  }
  onlyKnown(value, 'arguments', at, problems);
  const called = value['FunctionName'];
  if (typeof called === 'string' && functions.has(called)) return called;
  problems.add(`${at}.FunctionName`, 'must name, literally, a function that this machine has');
  return '';
}

function compileCatcher(fields: Fields, at: string, last: boolean, with_: Compiling): Catcher {
  onlyKnown(fields, 'catcher', at, with_.problems);
  return {
    errorEquals: compileErrorEquals(fields, at, last, with_.problems),
    ...leaving(fields, at, with_),
    next: requiredNext(fields, at, with_.problems),
  };
}
