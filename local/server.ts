// SPDX-License-Identifier: Apache-2.0
import type { AddressInfo } from 'node:net';
import type { IncomingMessage, Server } from 'node:http';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { matchedRoutes } from 'hono/route';
import { operations as allOperations } from '../lambdas/api/index.ts';
import type { Operation } from '../lambdas/api/operation.ts';
import { Problem } from '../lambdas/api/problems.ts';
import { securityHeaders } from '../lambdas/api/security-headers.ts';
import { refusal, type Report, serve } from '../lambdas/api/serve.ts';
import type { Ports } from '../lambdas/ports.ts';
import type { Principal } from '../lambdas/records/principal.ts';
import { addConsole } from './http/console-routes.ts';
import { readBody } from './http/read-body.ts';
import { isLoopback } from './http/loopback.ts';
import { refuseNotHttp } from './http/not-http.ts';
import { toResponse } from './http/to-response.ts';
import type { Identity } from './identity.ts';

export type ServerOptions = Readonly<{
  ports: Ports;
  /** Who signs tokens for the URL that is served; asked for once the port is known. */
  identity: (url: string) => Promise<Identity>;
  /** 0 for any that is free. */
  port: number;
  operations?: readonly Operation[];
  /** Waited for before anything is answered: what a caller is told has happened does not unhappen. @throws StorageUnavailable */
  onDisk?: () => Promise<void>;
  /** One line a request: method, route, status, milliseconds. No path, no query, no ids. */
  log?: (line: string) => void;
  /** What went wrong inside. */
  report?: Report;
}>;

export type RunningServer = Readonly<{
  url: string;
  identity: Identity;
  /** Takes no more, lets what is under way end for at most `graceMs`, then closes the rest. */
  close: (graceMs?: number) => Promise<void>;
}>;

type Env = { Bindings: HttpBindings };

const bearer = /^[Bb][Ee][Aa][Rr][Ee][Rr] ([\w.~+/-]{1,8192}={0,2})$/;

/** Who calls, from the Authorization header; undefined without one. @throws Problem token-invalid, token-expired */
async function callerOf(context: Context<Env>, identity: Identity): Promise<Principal | undefined> {
  const header = context.req.header('authorization');
  if (header === undefined) return undefined;
  const token = bearer.exec(header)?.[1];
  if (token === undefined) throw new Problem('token-invalid');
  return identity.verify(token);
}

/** `/v1/requests/{caseId}` as hono writes it. */
const routeOf = (path: string): string => path.replaceAll(/\{([a-zA-Z]{1,32})\}/g, ':$1');

/** The path of the operation that served a call, as it is written in the document: no ids. `-` where there is none. */
function pathOf(context: Context<Env>, operations: readonly Operation[]): string {
  // Several may match, `/v1/reviews/counts` and `/v1/reviews/{caseId}` say: the first of the method has answered.
  const matched = matchedRoutes(context);
  const of = (method: string) =>
    matched
      .filter((route) => route.method === method)
      .map((route) => operations.find((each) => routeOf(each.path) === route.path)?.path)
      .find((path) => path !== undefined);
  return of(context.req.method) ?? of('ALL') ?? '-';
}

function addOperation(
  app: Hono<Env>,
  each: Operation,
  identity: Identity,
  ports: Ports,
  report: Report,
  onDisk: () => Promise<void>,
): void {
  const answer = serve(each, ports, report);
  app.on(each.method, routeOf(each.path), async (context) => {
    let principal: Principal | undefined;
    try {
      principal = each.groups.length === 0 ? undefined : await callerOf(context, identity);
    } catch (thrown) {
      return toResponse(refusal(each, thrown, ports, report));
    }
    const reply = await answer({
      principal,
      params: context.req.param(),
      query: context.req.query(),
      header: (name) => context.req.header(name),
      body: () => readBody(context.env.incoming),
    });
    try {
      await onDisk();
    } catch (thrown) {
      return toResponse(refusal(each, thrown, ports, report));
    }
    return toResponse(reply.events === undefined ? reply : { ...reply, events: after(reply.events, onDisk) });
  });
}

/** Events, each of which waits as a reply does. A stream that cannot be sure ends where it is. */
async function* after(
  events: AsyncIterable<string>,
  onDisk: () => Promise<void>,
): AsyncGenerator<string, void, undefined> {
  for await (const event of events) {
    await onDisk();
    yield event;
  }
}

/** The methods of a path that is known, for 405; the rest is 404. */
function addRefusals(app: Hono<Env>, operations: readonly Operation[], ports: Ports, report: Report): void {
  for (const path of new Set(operations.map((each) => each.path))) {
    const allow = operations.filter((each) => each.path === path).map((each) => each.method);
    app.all(routeOf(path), () =>
      toResponse(
        refusal(
          undefined,
          new Problem('method-not-allowed', { headers: { allow: allow.join(', ') } }),
          ports,
          report,
        ),
      ),
    );
  }
  app.notFound(() => toResponse(refusal(undefined, new Problem('not-found'), ports, report)));
  app.onError((thrown) => toResponse(refusal(undefined, thrown, ports, report)));
}

/** Everything under the issuer goes to the provider, which expects paths relative to itself. */
async function handleIdentity(identity: Identity, { incoming, outgoing }: HttpBindings): Promise<Response> {
  const request = incoming as IncomingMessage & { originalUrl?: string };
  for (const [name, value] of Object.entries(securityHeaders)) outgoing.setHeader(name, value);
  request.originalUrl = request.url ?? '/';
  request.url = request.originalUrl.slice('/oidc'.length) || '/';
  await identity.handle(request, outgoing);
  return RESPONSE_ALREADY_SENT;
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    // Loopback only: this server has no transport security and a development sign-in.
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

const closing = (server: Server, graceMs: number): Promise<void> =>
  new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });

/** Serves the API and the development sign-in on 127.0.0.1. @throws an error with code EADDRINUSE when the port is taken */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { ports, operations = allOperations, log = () => undefined, report = () => undefined } = options;
  const { onDisk = async () => undefined } = options;
  const app = new Hono<Env>();
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  refuseNotHttp(server);
  const port = await listen(server, options.port);
  const url = `http://127.0.0.1:${port}`;
  const identity = await options.identity(url);

  app.use(async (context, next) => {
    const start = performance.now();
    if (isLoopback(context.req.header('host'), port)) await next();
    else context.res = toResponse(refusal(undefined, new Problem('wrong-host'), ports, report));
    const { outgoing } = context.env;
    // The provider of the sign-in answers by itself.
    const status = outgoing.headersSent ? outgoing.statusCode : context.res.status;
    const took = Math.round(performance.now() - start);
    log(`${context.req.method} ${pathOf(context, operations)} ${status} ${took} ms`);
  });
  for (const each of operations) addOperation(app, each, identity, ports, report, onDisk);
  app.all('/oidc/*', (context) => handleIdentity(identity, context.env));
  addConsole(app, url, identity.issuer);
  addRefusals(app, operations, ports, report);

  return { url, identity, close: (graceMs = 2000) => closing(server, graceMs) };
}
