// SPDX-License-Identifier: Apache-2.0

/**
 * What a task runs: the state's Payload in, a JSON value out. `signal` aborts when nobody waits for the result any more (time-out, stop,
 * close). What it throws becomes a failed task with the error's `name` and nothing else of it.
 */
export type TaskFunction = (payload: unknown, signal: AbortSignal) => Promise<unknown>;

/** How a call ended; `result` is JSON text. */
export type TaskResult = Readonly<{ result: string } | { error: string; cause: string }>;

/** Calls a function as Lambda would: JSON in, JSON out, an error as a name. Never rejects. */
export async function call(
  run: TaskFunction,
  payload: string | undefined,
  signal: AbortSignal,
): Promise<TaskResult> {
  let value: unknown;
  try {
    value = await run(payload === undefined ? {} : (JSON.parse(payload) as unknown), signal);
  } catch (error) {
    return failedWith(errorName(error));
  }
  try {
    // Lambda answers null for undefined.
    return { result: stringify(value) ?? 'null' };
  } catch {
    return failedWith('Runtime.MarshalError');
  }
}

// The library's type forgets that undefined and functions give undefined.
const stringify: (value: unknown) => string | undefined = JSON.stringify;

const failedWith = (error: string): TaskResult => ({ error, cause: JSON.stringify({ errorType: error }) });

/** The name alone, and only if it looks like one: message and stack may hold text of users. */
function errorName(error: unknown): string {
  const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;
  return typeof name === 'string' && /^[A-Za-z][\w.]{0,99}$/.test(name) ? name : 'Error';
}
