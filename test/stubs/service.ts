// SPDX-License-Identifier: Apache-2.0
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Principals, type Principal, signerOf } from './signature.ts';

/** One call of a service's wire protocol, with a signature that was verified. */
export type Call = Readonly<{
  service: string;
  operation: string;
  who: Principal;
  method: string;
  /** Decoded. */
  path: string;
  query: URLSearchParams;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
}>;
export type Answer = Readonly<{
  status: number;
  headers?: Readonly<Record<string, string>>;
  body: string | Buffer;
}>;

/** An error as the service names it. Its message is what a real service might quote: it must not get any further. */
export class ServiceError extends Error {
  override readonly name: string;
  readonly status: number;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(name: string, status = 400, facts: Readonly<Record<string, unknown>> = {}) {
    super('leaked@example.org');
    this.name = name;
    this.status = status;
    this.facts = facts;
  }
}

/** `hang`: no answer. `reset`: the connection breaks. `cut`: the headers, and half of the body. */
export type Fault = 'hang' | 'reset' | 'cut' | Readonly<{ name: string; status: number }>;
/** What goes wrong with a call, if anything. */
export type Faults = (call: Call) => Fault | undefined;

/** How a service speaks: which operation a request is, and how it tells errors. */
export type Protocol = Readonly<{
  operationOf: (request: Omit<Call, 'operation' | 'who' | 'service'>) => string | undefined;
  error: (error: ServiceError) => Answer;
}>;

export type StubOptions = Readonly<{
  /** As it stands in the scope of a signature. */
  service: string;
  protocol: Protocol;
  principals: Principals;
  /** Throws ServiceError for what the service refuses. */
  serve: (call: Call) => Answer | Promise<Answer>;
}>;
export type Stub = Readonly<{
  url: string;
  /** Every call that was understood, oldest first. */
  calls: Call[];
  /** Puts faults in front of the service until they are replaced. */
  fail: (faults: Faults | undefined) => void;
  close: () => Promise<void>;
}>;

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function write(response: ServerResponse, { status, headers, body }: Answer, cut: boolean): void {
  const bytes = Buffer.from(body);
  const length = headers?.['content-length'] ?? String(bytes.length);
  response.writeHead(status, { ...headers, ...(status === 204 ? {} : { 'content-length': length }) });
  if (!cut) return void response.end(bytes);
  response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
}

/** A service on loopback. What is not signed, is of no known operation or does not parse is an error. */
export async function openStub({ service, protocol, principals, serve }: StubOptions): Promise<Stub> {
  const calls: Call[] = [];
  let faults: Faults | undefined;
  const answerTo = async (request: IncomingMessage): Promise<[Answer, Fault | undefined]> => {
    const url = new URL(request.url ?? '/', 'http://stub');
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    const body = await bytesOf(request);
    const raw = {
      method: request.method ?? '',
      path: decodeURIComponent(url.pathname),
      query: url.searchParams,
      headers,
      body,
    };
    const who = signerOf({ ...raw, rawPath: url.pathname }, service, principals);
    const operation = protocol.operationOf(raw);
    if (operation === undefined) throw new ServiceError('UnknownOperationException');
    const call = { ...raw, service, operation, who };
    calls.push(call);
    const fault = faults?.(call);
    if (fault === 'hang' || fault === 'reset') return [{ status: 0, body: '' }, fault];
    if (typeof fault === 'object') throw new ServiceError(fault.name, fault.status);
    return [await serve(call), fault];
  };
  const server = createServer((request, response) => {
    answerTo(request).then(
      ([answer, fault]) => {
        if (fault === 'reset') request.socket.destroy();
        else if (fault !== 'hang') write(response, answer, fault === 'cut');
      },
      (thrown: unknown) => {
        const known =
          thrown instanceof ServiceError
            ? thrown
            : new ServiceError(`Stub: ${String(thrown)}`.slice(0, 200), 500);
        write(response, protocol.error(known), false);
      },
    );
  });
  // A client that asks once must not meet a connection that is being closed because it was idle.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    fail: (next) => (faults = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
