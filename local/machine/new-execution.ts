// SPDX-License-Identifier: Apache-2.0
import type { Definition } from './definition.ts';
import type { Execution } from './execution.ts';
import { Refusal, type RefusalName } from './refusals.ts';

const mostBytes = 262_144;

/** The value as JSON text. @throws Refusal of that name when it is not JSON or longer than 256 KiB. */
export function jsonText(value: unknown, refusal: RefusalName): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    // Falls through: a cycle or a bigint; the error may quote it.
  }
  if (text === undefined || Buffer.byteLength(text) > mostBytes) throw new Refusal(refusal);
  return text;
}

export const validName = (name: string): boolean => /^[\w-]{1,80}$/.test(name);

/** An execution before its first transition. `input` is JSON text. */
export function newExecution(
  name: string,
  input: string,
  hash: string,
  definition: Definition,
  now: number,
): Execution {
  return {
    seq: 0,
    name,
    version: 0,
    definition: hash,
    status: 'RUNNING',
    input,
    output: null,
    error: null,
    cause: null,
    started: now,
    closed: null,
    deadline: now + definition.timeoutSeconds * 1000,
    state: definition.startAt,
    entered: now,
    enteredEvent: 0,
    stateInput: input,
    variables: '{}',
    retries: '[]',
    phase: null,
    task: 0,
    wake: null,
    heartbeatSeconds: null,
    heartbeatDue: null,
    ready: null,
    lastEvent: 0,
  };
}
