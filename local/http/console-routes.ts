// SPDX-License-Identifier: Apache-2.0
import type { Env, Hono } from 'hono';
import { clientId } from '../identity/claims.ts';
import { consoleHeaders } from './console-headers.ts';
import { type ServeConsole, serveConsole } from './console.ts';

/** What the console needs to know of where it is served (console/src/config.ts). */
const configOf = (issuer: string) => ({
  issuer,
  clientId,
  scope: 'openid',
  signOutUrl: `${issuer}/sign-out`,
  apiUrl: '',
  idleMinutes: 15,
});

/** Everything that is neither the API's nor the issuer's: the console's files and its configuration. */
export function addConsole<E extends Env>(
  app: Hono<E>,
  url: string,
  issuer: string,
  answer: ServeConsole = serveConsole(),
): void {
  app.get('/console-config.json', () =>
    Response.json(configOf(issuer), { headers: { ...consoleHeaders, 'cache-control': 'no-store' } }),
  );
  app.get('*', async (context, next) => {
    const { path } = context.req;
    const found = answer({ path, header: (name) => context.req.header(name) });
    if (found === undefined) return next();
    // Signing in comes back to one address only: `localhost` is sent there before it begins.
    const page = found.headers.get('content-type')?.startsWith('text/html') === true;
    if (page && context.req.header('host') !== new URL(url).host)
      return new Response(null, { status: 307, headers: { ...consoleHeaders, location: `${url}${path}` } });
    return found;
  });
}
