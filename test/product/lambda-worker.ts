// SPDX-License-Identifier: Apache-2.0
import { Writable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import { mountLayer } from '../../lib/mount-layer.ts';

/** A function as Lambda's runtime for Node runs it: a module of its own, its own environment, JSON in and out. */
type Ask = Readonly<{ id: number; event: unknown }>;
type Head = Readonly<{ statusCode: number; headers: Readonly<Record<string, string>> }>;

/** Collects what is streamed, as API Gateway would hand it on. */
class Response extends Writable {
  head: Head | undefined;
  readonly chunks: Buffer[] = [];

  override _write(chunk: Buffer | string, _encoding: string, done: () => void): void {
    this.chunks.push(Buffer.from(chunk));
    done();
  }
}
type Streaming = (event: unknown, response: Response) => Promise<void>;
Object.assign(globalThis, {
  awslambda: {
    streamifyResponse: (handler: Streaming) => async (event: unknown) => {
      const response = new Response();
      await handler(event, response);
      return { ...response.head, body: Buffer.concat(response.chunks).toString('utf8') };
    },
    HttpResponseStream: {
      from: (response: Response, head: Head) => {
        response.head = head;
        return response;
      },
    },
  },
});

const { module, layer } = workerData as Readonly<{ module: string; layer: string }>;
mountLayer(layer);

const begun = process.cpuUsage();
const wall = performance.now();
const { handler } = (await import(module)) as { handler: (event: unknown) => Promise<unknown> };
const { user, system } = process.cpuUsage(begun);
parentPort?.postMessage({ init: { cpu: (user + system) / 1000, wall: performance.now() - wall } });

const systemNow = Date.now;
parentPort?.on('message', (said: Ask | Readonly<{ now: number | undefined }>) => {
  if ('now' in said) {
    const { now } = said;
    Date.now = now === undefined ? systemNow : () => now;
    return;
  }
  const { id, event } = said;
  handler(event).then(
    (result) => parentPort?.postMessage({ id, result: JSON.stringify(result ?? null) }),
    (thrown: unknown) => {
      // What Lambda writes into its log and into the history of the workflow.
      const { name, message, stack } = thrown as Error;
      parentPort?.postMessage({ id, error: { errorType: name, errorMessage: message, trace: stack } });
    },
  );
});
