// SPDX-License-Identifier: Apache-2.0
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
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
  /** Stops its clock at an instant, milliseconds since 1970; undefined lets it go on. */
  setNow: (now: number | undefined) => void;
  /** Milliseconds until the handler was there. */
  init: Readonly<{ cpu: number; wall: number }>;
  /** Everything it wrote to its log so far, and what it threw. */
  log: () => string;
  /** Everything it sent to X-Ray so far. */
  traces: () => string;
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

/** X-Ray's daemon beside a function: keeps what it is sent. */
async function openDaemon() {
  const socket = createSocket('udp4');
  const received: string[] = [];
  socket.on('message', (message) => received.push(message.toString()));
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    environment: {
      AWS_XRAY_DAEMON_ADDRESS: `127.0.0.1:${socket.address().port}`,
      // By these it is known that this is Lambda, and which trace an invocation is of.
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      LAMBDA_TASK_ROOT: '/var/task',
      _X_AMZN_TRACE_ID: 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1',
    },
    received: () => received.join('\n'),
    close: () => socket.close(),
  };
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
  const daemon = await openDaemon();
  const env = {
    ...runtime,
    ...daemon.environment,
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
    setNow: (now) => worker.postMessage({ now }),
    init,
    log: () => written.join(''),
    traces: daemon.received,
    close: async () => {
      await worker.terminate();
      daemon.close();
    },
  };
}
