// SPDX-License-Identifier: Apache-2.0
import { createHash, createHmac, createSecretKey } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createLocalJWKSet, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { type Identity, mintToken, openIdentity, users } from '../../local/identity.ts';
import { announce } from '../../local/identity/address.ts';
import { openLocalPorts } from '../../local/ports.ts';
import { type RunningServer, startServer } from '../../local/server.ts';

const url = 'http://127.0.0.1:8787';
const now = () => Math.floor(Date.now() / 1000);

describe('the development issuer', () => {
  let folder: string;
  let identity: Identity;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'airlock-identity-'));
    identity = await openIdentity(folder, url);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const keyFile = () => join(folder, 'identity.json');
  const jwk = () => JSON.parse(readFileSync(keyFile(), 'utf8')) as JWK & { kid: string };
  const claims = { client_id: 'airlock', 'cognito:groups': ['requester'], 'custom:tenant': 'clinic' };
  type Forging = {
    alg?: string;
    typ?: string;
    iss?: string;
    aud?: string;
    exp?: number;
    body?: object;
    sub?: string;
  };
  const forge = async (change: Forging, key?: Parameters<SignJWT['sign']>[0]) => {
    const { alg = 'ES256', typ = 'at+jwt', iss = `${url}/oidc`, aud = 'urn:prompt-airlock:api' } = change;
    return new SignJWT({ ...claims, ...change.body })
      .setProtectedHeader({ alg, typ, kid: jwk().kid })
      .setIssuer(iss)
      .setAudience(aud)
      .setSubject(change.sub ?? 'rosa')
      .setIssuedAt()
      .setExpirationTime(change.exp ?? now() + 60)
      .sign(key ?? (await importJWK(jwk(), 'ES256')));
  };
  const verified = async (token: string) => {
    try {
      return await identity.verify(token);
    } catch (thrown) {
      return (thrown as { code: string }).code;
    }
  };

  it.each(users.map((user) => [user.name, user] as const))('speaks for %s', async (name, user) => {
    expect(await verified(await identity.mintToken(name))).toEqual({
      tenantId: user.tenantId,
      client: 'airlock',
      subject: name,
      groups: user.groups,
    });
  });

  it('knows requesters, reviewers and senior reviewers in two tenants, a junior and two officers', () => {
    const of = (group: string, tenant: string) =>
      users.filter((user) => user.tenantId === tenant && user.groups.includes(group as never)).length;
    for (const tenant of ['clinic', 'bank']) {
      expect(of('requester', tenant)).toBeGreaterThanOrEqual(1);
      // Two, so that one can confirm what another has edited.
      expect(of('reviewer', tenant)).toBeGreaterThanOrEqual(2);
      expect(of('senior-reviewer', tenant)).toBe(1);
    }
    expect(of('junior-reviewer', 'clinic')).toBe(1);
    // Two people for what one may not do alone: hold, unseal, erase.
    expect(of('compliance', 'clinic')).toBe(2);
  });

  it('speaks for nobody else', async () => {
    await expect(identity.mintToken('mallory')).rejects.toThrow(/use rosa, raj/);
  });

  it('keeps one key, readable by its owner only', async () => {
    const token = await identity.mintToken('rosa');
    expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
    expect(await (await openIdentity(folder, url)).verify(token)).toMatchObject({ subject: 'rosa' });
    chmodSync(keyFile(), 0o644);
    await expect(openIdentity(folder, url)).rejects.toThrow(/chmod 600/);
  });

  it('makes one key when several begin at once', async () => {
    rmSync(keyFile());
    const all = await Promise.all(Array.from({ length: 5 }, () => openIdentity(folder, url)));
    const token = await all[0]!.mintToken('vera');
    for (const each of all) expect(await each.verify(token)).toMatchObject({ subject: 'vera' });
  });

  it('does not quote a key file that it cannot read', async () => {
    writeFileSync(keyFile(), '{"d":"secret-secret"', { mode: 0o600 });
    await expect(openIdentity(folder, url)).rejects.toThrow(expect.not.stringContaining('secret'));
  });

  it('mints for the address that the server left word of, and for the default before', async () => {
    expect(await verified(await mintToken(folder, 'rosa', { environment: {} }))).toMatchObject({
      subject: 'rosa',
    });
    announce(folder, 'http://127.0.0.1:9999');
    const token = await mintToken(folder, 'rosa', { environment: {} });
    expect(await verified(token)).toBe('token-invalid');
    expect(await (await openIdentity(folder, 'http://127.0.0.1:9999')).verify(token)).toMatchObject({
      subject: 'rosa',
    });
  });

  it('accepts what it would mint, and a clock that is off by a little', async () => {
    expect(await verified(await forge({}))).toMatchObject({ subject: 'rosa' });
    expect(await verified(await forge({ exp: now() - 2 }))).toMatchObject({ subject: 'rosa' });
  });

  it('says of an expired token that it has expired', async () => {
    expect(await verified(await identity.mintToken('rosa', { expiresIn: -10 }))).toBe('token-expired');
  });

  const publicPem = async () => Buffer.from(JSON.stringify({ ...jwk(), d: undefined }));
  it.each<[string, () => Promise<string>]>([
    ['no token at all', async () => 'x'],
    ['three words', async () => 'a.b.c'],
    ['another issuer', () => forge({ iss: 'http://127.0.0.1:8788/oidc' })],
    ['another audience', () => forge({ aud: 'airlock' })],
    ['an ID token', () => forge({ typ: 'JWT', aud: 'airlock' })],
    ['an ID token for the API', () => forge({ typ: 'JWT' })],
    ['another key', async () => forge({}, (await generateKeyPair('ES256')).privateKey)],
    ['another algorithm', async () => forge({ alg: 'RS256' }, (await generateKeyPair('RS256')).privateKey)],
    ['another curve', async () => forge({ alg: 'ES384' }, (await generateKeyPair('ES384')).privateKey)],
    ['the public key as a secret', async () => forge({ alg: 'HS256' }, createSecretKey(await publicPem()))],
    ['no tenant', () => forge({ body: { 'custom:tenant': undefined } })],
    ['a tenant that is a path', () => forge({ body: { 'custom:tenant': '../bank' } })],
    ['a subject that is empty', () => forge({ sub: '' })],
    ['groups that are a number', () => forge({ body: { 'cognito:groups': 7 } })],
    [
      'no signature',
      async () => {
        const [, body] = (await forge({})).split('.');
        const head = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
        return `${head}.${body}.`;
      },
    ],
    [
      'a body that was changed',
      async () => {
        const [head, body, signature] = (await forge({})).split('.');
        const other = Buffer.from(Buffer.from(body!, 'base64url').toString().replace('clinic', 'bank00'));
        return `${head}.${other.toString('base64url')}.${signature}`;
      },
    ],
    [
      'a signature of its own making',
      async () => {
        const [head, body] = (await forge({})).split('.');
        return `${head}.${body}.${createHmac('sha256', 'x').update(`${head}.${body}`).digest('base64url')}`;
      },
    ],
  ])('does not accept %s', async (_what, make) => {
    expect(await verified(await make())).toBe('token-invalid');
  });

  it('gives nothing for groups it does not know', async () => {
    const token = await forge({ body: { 'cognito:groups': ['admin', 'reviewer'] } });
    expect(await verified(token)).toMatchObject({ groups: ['reviewer'] });
  });
});

describe('signing in with a browser', () => {
  let folder: string;
  let server: RunningServer;
  let close: () => void;
  const log: string[] = [];
  const reported: unknown[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'airlock-sign-in-'));
    const root = new URL('../..', import.meta.url).pathname;
    const ports = await openLocalPorts({ folder, policies: join(root, 'policies'), environment: {} });
    server = await startServer({
      ports,
      identity: (at) => openIdentity(folder, at, (_id, thrown) => reported.push(thrown)),
      port: 0,
      log: (line) => log.push(line),
      report: (_id, thrown) => reported.push(thrown),
    });
    close = () => ports.close();
  });
  afterAll(async () => {
    await server.close();
    close();
    rmSync(folder, { recursive: true });
  });

  const verifier = 'v'.repeat(43);
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const discovery = async () =>
    (await (await fetch(`${server.url}/oidc/.well-known/openid-configuration`)).json()) as Record<
      string,
      string
    >;

  /** As a browser goes: follows redirects with cookies, until somebody else's address. */
  async function browse(parameters: Record<string, string>, choose: string): Promise<URL | number> {
    const cookies = new Map<string, string>();
    const go = async (to: string, init: RequestInit = {}) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(to, { redirect: 'manual', ...init, headers: { cookie } });
      for (const line of response.headers.getSetCookie()) {
        const [name = '', value = ''] = line.split(';')[0]!.split('=');
        cookies.set(name, value);
      }
      return response;
    };
    const { authorization_endpoint } = await discovery();
    let response = await go(`${authorization_endpoint!}?${new URLSearchParams(parameters).toString()}`);
    for (let hop = 0; hop < 8; hop += 1) {
      const location = response.headers.get('location');
      if (location === null) return response.status;
      const next = new URL(location, server.url);
      if (next.pathname === '/signed-in') return next;
      response = await go(next.href);
      if (next.pathname.startsWith('/oidc/sign-in/')) {
        expect(await response.text()).toContain(choose);
        response = await go(`${next.href}/${choose}`, { method: 'POST' });
      }
    }
    throw new Error('too many redirects');
  }
  const asked = () => ({
    client_id: 'airlock',
    response_type: 'code',
    scope: 'openid',
    redirect_uri: `${server.url}/signed-in`,
    state: 's1',
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  const redeem = async (code: string, withVerifier = verifier) => {
    const { token_endpoint } = await discovery();
    const response = await fetch(token_endpoint!, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: 'airlock',
        code,
        redirect_uri: `${server.url}/signed-in`,
        code_verifier: withVerifier,
      }),
    });
    return {
      status: response.status,
      tokens: (await response.json()) as { access_token: string; id_token: string },
    };
  };

  it('gives an access token that the API takes, and an ID token that it does not', async () => {
    const back = (await browse(asked(), 'vera')) as URL;
    expect(back.searchParams.get('state')).toBe('s1');
    const { status, tokens } = await redeem(back.searchParams.get('code')!);
    expect(status).toBe(200);
    expect(await server.identity.verify(tokens.access_token)).toEqual({
      tenantId: 'clinic',
      client: 'airlock',
      subject: 'vera',
      groups: ['reviewer'],
    });
    const { jwks_uri, issuer } = await discovery();
    const keys = createLocalJWKSet((await (await fetch(jwks_uri!)).json()) as { keys: JWK[] });
    const { payload } = await jwtVerify(tokens.id_token, keys, { issuer: issuer!, audience: 'airlock' });
    expect(payload).toMatchObject({ sub: 'vera', 'custom:tenant': 'clinic' });
    const call = (token: string) =>
      fetch(`${server.url}/v1/reviews`, { headers: { authorization: `Bearer ${token}` } });
    expect((await call(tokens.access_token)).status).toBe(200);
    expect((await call(tokens.id_token)).status).toBe(401);
  });

  it('publishes no private key', async () => {
    const { jwks_uri } = await discovery();
    expect(await (await fetch(jwks_uri!)).text()).not.toContain('"d"');
  });

  it('takes a code once, and only with its verifier', async () => {
    const code = ((await browse(asked(), 'rosa')) as URL).searchParams.get('code')!;
    expect((await redeem(code, 'w'.repeat(43))).status).toBe(400);
    const other = ((await browse(asked(), 'rosa')) as URL).searchParams.get('code')!;
    expect((await redeem(other)).status).toBe(200);
    expect((await redeem(other)).status).toBe(400);
  });

  it('goes back to the beginning where the page is of a server that was, or of another browser', async () => {
    const response = await fetch(`${server.url}/oidc/sign-in/longago/rosa`, {
      method: 'POST',
      redirect: 'manual',
    });
    expect([response.status, response.headers.get('location')]).toEqual([303, `${server.url}/`]);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(log.at(-1)).toMatch(/^POST - 303 \d+ ms$/);
  });

  it('prints nothing of what it cannot read, and keeps the status in the log', async () => {
    const printed = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const { port } = new URL(server.url);
    // What follows the body is no request: the connection breaks while the provider reads.
    const text = 'grant_type=authorization_code&code=';
    const head = `POST /oidc/token HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/x-www-form-urlencoded\r\n`;
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(`${head}Content-Length: ${text.length}\r\n\r\n${text}Zebediah-Canary`);
      });
      socket
        .resume()
        .on('error', () => undefined)
        .on('close', () => resolve());
    });
    expect(await redeem('Zebediah-Canary')).toMatchObject({ status: 400 });
    expect(printed).not.toHaveBeenCalled();
    expect(log.at(-1)).toMatch(/^POST - 400 \d+ ms$/);
    printed.mockRestore();
  });

  it.each<[string, Record<string, string>]>([
    ['without PKCE', { code_challenge: '', code_challenge_method: '' }],
    ['to another place', { redirect_uri: 'https://elsewhere.example/signed-in' }],
    ['as another client', { client_id: 'somebody' }],
    ['for a token at once', { response_type: 'token' }],
  ])('does not begin %s', async (_how, change) => {
    const parameters = Object.fromEntries(
      Object.entries({ ...asked(), ...change }).filter(([, value]) => value !== ''),
    );
    const end = await browse(parameters, 'rosa');
    expect(end instanceof URL ? end.searchParams.get('code') : end).toBe(end instanceof URL ? null : 400);
  });
});
