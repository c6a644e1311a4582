// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { bundles } from '../../lib/bundles.ts';
import { environmentFor, type FunctionName, functions } from '../../lambdas/uses.ts';

export type LambdaError = Readonly<{ errorType: string; errorMessage: string; trace: string }>;
type Said = Readonly<{
  id?: number;
  result?: string;
  error?: LambdaError;
  init?: { cpu: number; wall: number };
}>;
type Waiting = { resolve: (result: unknown) => void; reject: (error: Error) => void };

export type Lambda = Readonly<{
  invoke: (event: unknown) => Promise<unknown>;
  /** Milliseconds until the handler was there. */
  init: Readonly<{ cpu: number; wall: number }>;
  /** Everything it wrote to its log so far, and what it threw. */
  log: () => string;
  close: () => Promise<void>;
}>;

/** What a function throws reaches its caller by name and message. */
class FunctionError extends Error {
  override readonly name: string;

  constructor({ errorType, errorMessage }: LambdaError) {
    super(errorMessage);
    this.name = errorType;
  }
}

/**
 * Starts a function's bundle as it is built, in a thread with the environment that the function is deployed with:
 * the variables of its uses, and no others.
 */
export async function startLambda(
  name: FunctionName,
  values: Readonly<Record<string, string>>,
  runtime: Readonly<Record<string, string>>,
): Promise<Lambda> {
  const needed = environmentFor(functions[name].uses);
  const missing = needed.filter((each) => values[each] === undefined);
  if (missing.length > 0) throw new Error(`No value for ${missing.join(', ')}`);
  const env = {
    ...runtime,
    ...Object.fromEntries(needed.map((each) => [each, values[each] ?? ''])),
    AWS_LAMBDA_FUNCTION_NAME: name,
  };
  const { of, layer } = bundles();
  const worker = new Worker(new URL('lambda-worker.ts', import.meta.url), {
    workerData: { module: join(of[name].folder, 'index.mjs'), layer: layer.folder },
    env,
    stdout: true,
    stderr: true,
    execArgv: ['--no-warnings'],
  });
  const written: string[] = [];
  for (const stream of [worker.stdout, worker.stderr])
    stream.on('data', (chunk: Buffer) => written.push(chunk.toString()));
  const waiting = new Map<number, Waiting>();
  let init: Lambda['init'] = { cpu: 0, wall: 0 };
  await new Promise<void>((resolve, reject) => {
    worker.once('error', (error) => {
      reject(error as Error);
      for (const each of waiting.values()) each.reject(error as Error);
    });
    worker.on('message', ({ id, result, error, init: measured }: Said) => {
      if (measured !== undefined) {
        init = measured;
        resolve();
        return;
      }
      const asked = waiting.get(id ?? -1);
      waiting.delete(id ?? -1);
      if (error !== undefined) {
        written.push(JSON.stringify(error));
        asked?.reject(new FunctionError(error));
      } else asked?.resolve(JSON.parse(result ?? 'null'));
    });
  });
  let count = 0;
  return {
    invoke: (event) =>
      new Promise((resolve, reject) => {
        const id = (count += 1);
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, event: JSON.parse(JSON.stringify(event)) as unknown });
      }),
    init,
    log: () => written.join(''),
    close: async () => {
      await worker.terminate();
    },
  };
}
