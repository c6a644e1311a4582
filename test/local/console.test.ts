// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Hono } from 'hono';
import { addConsole } from '../../local/http/console-routes.ts';
import { serveConsole } from '../../local/http/console.ts';

const url = 'http://127.0.0.1:8787';
let folder: string;
let app: Hono;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'airlock-console-'));
  mkdirSync(join(folder, 'dist', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'dist', 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'dist', 'assets', 'index-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'dist', 'sources.sha256'), 'x');
  writeFileSync(join(folder, 'secret.js'), 'secret');
  app = new Hono();
  addConsole(app, url, `${url}/oidc`, serveConsole(join(folder, 'dist')));
  app.notFound(() => new Response('no', { status: 404 }));
});
afterAll(() => rmSync(folder, { recursive: true }));

const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(`${url}${path}`, { headers: { host: '127.0.0.1:8787', ...headers } });
const page = { accept: 'text/html,application/xhtml+xml' };

describe('the console, served', () => {
  it.each(['/', '/reviews', '/reviews/0198c5a0-0000-7000-8000-000000000000', '/signed-in?code=x'])(
    'is one page at %s',
    async (path) => {
      const reply = await get(path, page);
      expect(reply.status).toBe(200);
      expect(await reply.text()).toBe('<!doctype html>');
      expect(reply.headers.get('cache-control')).toBe('no-cache');
    },
  );

  it('lets a browser keep what has a digest in its name, and asks again for the page', async () => {
    const script = await get('/assets/index-1a2b.js');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toContain('immutable');
    const etag = (await get('/', page)).headers.get('etag')!;
    expect((await get('/', { ...page, 'if-none-match': etag })).status).toBe(304);
    expect((await get('/', { ...page, 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('allows no inline script, no inline style, no other origin and no frame', async () => {
    const policy = (await get('/', page)).headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect((await get('/', page)).headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    ['a path of the API', '/v1/reviews/x', page],
    ['a file that is not there', '/assets/index-0000.js', {}],
    ['a file beside it', '/../secret.js', {}],
    ['the same, encoded', '/%2e%2e/secret.js', {}],
    ['what the build notes for itself', '/sources.sha256', {}],
  ])('does not answer for %s', async (_what, path, headers) => {
    expect((await get(path, headers)).status).toBe(404);
  });

  it('sends whoever comes by another name of the loopback to the address that signing in comes back to', async () => {
    const reply = await get('/reviews', { ...page, host: 'localhost:8787' });
    expect(reply.status).toBe(307);
    expect(reply.headers.get('location')).toBe(`${url}/reviews`);
  });

  it('says where to sign in, and nothing that is a secret', async () => {
    expect(await (await get('/console-config.json')).json()).toEqual({
      issuer: `${url}/oidc`,
      clientId: 'airlock',
      scope: 'openid',
      signOutUrl: `${url}/oidc/sign-out`,
      apiUrl: '',
      idleMinutes: 15,
    });
  });

  it('is not there where it was not built', async () => {
    expect(serveConsole(join(folder, 'none'))({ path: '/', header: () => 'text/html' })).toBeUndefined();
  });
});
