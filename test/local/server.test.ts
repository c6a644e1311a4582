// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Failure } from '../../lambdas/failures.ts';
import { type Database, openDatabase } from '../../local/database.ts';
import { type Disk, realDisk } from '../../local/disk.ts';
import { serverUrl } from '../../local/identity/address.ts';
import { reportTo } from '../../local/http/report.ts';
import { type Airlock, startAirlock } from '../../local/start.ts';
import { policiesWithoutSample } from '../product/process.ts';

// Whole cases go through, on a machine that may be busy.
jest.setTimeout(60_000);

const canary = 'Zebediah-Canary-7731';
const benign = 'Draft a letter to Mrs. Anna Kowalska, MRN 4815162: her cough is better after three weeks.';
const dosage = 'What dose of lisinopril should Mr. Otto Kowalski take? His MRN is 4815163.';

describe('the server', () => {
  let folder: string;
  let policies: string;
  let airlock: Airlock;
  const log: string[] = [];
  const reports: string[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'airlock-server-'));
    policies = await policiesWithoutSample(folder);
    airlock = await startAirlock({
      folder,
      policies,
      port: 0,
      synchronous: 'NORMAL',
      environment: {},
      log: (line) => log.push(line),
      report: reportTo((line) => reports.push(line)),
    });
  });
  afterAll(async () => {
    await airlock.close();
    rmSync(folder, { recursive: true });
  });

  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (name: string) => {
    const known = tokens.get(name) ?? airlock.server.identity.mintToken(name);
    tokens.set(name, known);
    return known;
  };
  const call = async (
    name: string,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const response = await fetch(airlock.url + path, {
      method,
      headers: {
        authorization: `Bearer ${await tokenOf(name)}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (text === '' ? undefined : JSON.parse(text)) as never,
    };
  };
  const ask = (content: string, wait = 20) =>
    call(
      'rosa',
      'POST',
      '/v1/requests',
      { policy: 'healthcare', messages: [{ role: 'user', content }] },
      { prefer: `wait=${wait}` },
    );
  it('takes a request to its answer, with the names restored and the record locked', async () => {
    const { status, body } = await ask(benign);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        status: 'closed',
        outcome: 'released',
        answer: { content: expect.stringContaining('Anna Kowalska') },
      },
    });
    const { caseId } = body as { caseId: string };
    const read = await call('rosa', 'GET', `/v1/requests/${caseId}`);
    expect(read.body).toEqual(body);
    const record = await call('conrad', 'GET', `/v1/archive/cases/${caseId}`);
    expect(record.body).toMatchObject({
      record: { caseId, outcome: 'released' },
      retention: { mode: 'COMPLIANCE' },
    });
    expect(record.text).not.toMatch(/Kowalska|4815162|rosa/);
    const listed = await call('conrad', 'GET', '/v1/archive/cases');
    expect((listed.body as { items: { caseId: string }[] }).items.map((item) => item.caseId)).toContain(
      caseId,
    );
  });

  it('holds a dose, lets a reviewer approve it, and releases it then', async () => {
    const held = await ask(dosage);
    expect(held).toMatchObject({ status: 202, body: { status: 'held' } });
    const { caseId } = held.body as { caseId: string };
    const at = `/v1/reviews/${caseId}`;
    expect((await call('viktor', 'GET', at)).status).toBe(404);
    expect((await call('rosa', 'GET', at)).status).toBe(403);
    const review = await call('vera', 'GET', at);
    expect(review.text).not.toContain('Kowalski');
    expect((await call('vera', 'POST', `${at}/claim`)).status).toBe(200);
    const { revision, digest } = review.body as { revision: string; digest: string };
    const decision = { revision, digest, decision: 'approve', reason: 'safe-as-shown' };
    expect(await call('vera', 'POST', `${at}/decision`, decision)).toMatchObject({ status: 200 });
    const done = await call('rosa', 'GET', `/v1/requests/${caseId}`, undefined, { prefer: 'wait=20' });
    expect(done.body).toMatchObject({
      outcome: 'released',
      answer: { content: expect.stringContaining('500 mg') },
    });
    expect(await call('vera', 'POST', `${at}/decision`, decision)).toMatchObject({
      status: 409,
      body: { code: 'already-decided' },
    });
  });

  it('names the operation that answered in its log, though another’s path would match', async () => {
    log.length = 0;
    await call('vera', 'GET', '/v1/reviews/counts');
    await call('vera', 'GET', '/v1/reviews/018f0000-0000-7000-8000-000000000000');
    await call('sofia', 'POST', '/v1/reviews/seeds', {});
    await call('vera', 'PUT', '/v1/reviews/counts');
    expect(log.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'GET /v1/reviews/counts 200',
      'GET /v1/reviews/{caseId} 404',
      'POST /v1/reviews/seeds 400',
      'PUT /v1/reviews/counts 405',
    ]);
  });

  it('says nothing of a path’s ids, of queries or of bodies in its log', async () => {
    await call('rosa', 'GET', `/v1/requests/${canary}?q=${canary}`);
    await call('rosa', 'GET', `/${canary}`);
    expect(log.join('\n')).not.toContain(canary);
    expect(log).toEqual(
      expect.arrayContaining([expect.stringMatching(/^GET \/v1\/requests\/\{caseId\} 404 \d+ ms$/)]),
    );
    expect(log.at(-1)).toMatch(/^GET - 404 \d+ ms$/);
  });

  it('sends every answer with headers that keep it out of caches, frames and other sites', async () => {
    for (const path of ['/healthz', '/nothing', '/v1/models']) {
      const { headers } = await call('rosa', 'GET', path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  /** What fetch cannot send. */
  const raw = (path: string, headers: Record<string, string>, method = 'GET', body?: string | Buffer) =>
    new Promise<{ status: number; text: string; headers: Record<string, unknown> }>((resolve, reject) => {
      const { port } = new URL(airlock.url);
      const agent = new Agent();
      const sent = httpRequest({ host: '127.0.0.1', port, path, method, headers, agent }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          agent.destroy();
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(parts).toString(),
            headers: response.headers,
          });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });

  it.each(['evil.example', 'evil.example:80', '127.0.0.1', 'localhost:1', '127.0.0.1.evil.example'])(
    'answers nothing under the name %j: a page of the web may have it point here',
    async (host) => {
      expect(
        (await raw('/v1/models', { host, authorization: `Bearer ${await tokenOf('rosa')}` })).status,
      ).toBe(421);
      expect((await raw('/oidc/jwks', { host })).status).toBe(421);
    },
  );

  it('answers under localhost too', async () => {
    const { port } = new URL(airlock.url);
    expect((await raw('/healthz', { host: `localhost:${port}` })).status).toBe(200);
  });

  it('does not allow other sites to read it', async () => {
    const { headers, status } = await raw(
      '/v1/requests',
      { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
      'OPTIONS',
    );
    expect(status).toBe(405);
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });

  it.each<[string, Record<string, string>, string]>([
    ['no token', {}, 'no-token'],
    ['another scheme', { authorization: `Basic ${canary}` }, 'token-invalid'],
    ['an empty token', { authorization: 'Bearer ' }, 'token-invalid'],
    ['rubbish', { authorization: `Bearer ${canary}` }, 'token-invalid'],
    ['two tokens', { authorization: `Bearer a, Bearer ${canary}` }, 'token-invalid'],
  ])('asks for a token: %s', async (_what, headers, code) => {
    const problem = await raw('/v1/models', headers);
    expect(problem.status).toBe(401);
    expect(problem.headers).toMatchObject({ 'www-authenticate': 'Bearer' });
    expect(JSON.parse(problem.text)).toMatchObject({ error: { code } });
    const document = await raw('/v1/reviews', headers);
    expect(document.headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(document.text)).toMatchObject({ status: 401, code });
    expect(problem.text + document.text).not.toContain(canary);
  });

  it('says that a token has expired', async () => {
    const token = await airlock.server.identity.mintToken('rosa', { expiresIn: -60 });
    const { text } = await raw('/v1/reviews', { authorization: `Bearer ${token}` });
    expect(JSON.parse(text)).toMatchObject({ status: 401, code: 'token-expired' });
  });

  it('knows which methods a path has', async () => {
    const { status, headers } = await call('rosa', 'PUT', '/v1/requests');
    expect({ status, allow: headers.get('allow') }).toEqual({ status: 405, allow: 'POST, GET' });
    expect((await call('rosa', 'GET', '/v2')).status).toBe(404);
  });

  it('refuses a large body by its announced length, before it comes', async () => {
    const { port } = new URL(airlock.url);
    const token = await tokenOf('rosa');
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(
          `POST /v1/requests HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 5000000\r\n\r\n{`,
        );
      });
      socket.once('data', (data) => {
        resolve(data.toString());
        socket.destroy();
      });
      socket.once('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it.each([
    ['what is no HTTP', () => 'Zebediah?\r\n\r\n', 400, 'invalid-http'],
    ['a method that is none', () => 'BREW /Zebediah HTTP/1.1\r\nHost: a\r\n\r\n', 400, 'invalid-http'],
    [
      'headers without end',
      () => `GET / HTTP/1.1\r\nHost: a\r\nX-Zebediah: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
  ])('answers %s with a problem, and nothing of it', async (_what, bytes, status, code) => {
    const answer = await new Promise<string>((resolve, reject) => {
      let said = '';
      const socket = connect(Number(new URL(airlock.url).port), '127.0.0.1', () => socket.write(bytes()));
      socket.on('data', (data) => (said += data.toString()));
      socket.once('close', () => resolve(said));
      socket.once('error', reject);
    });
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toContain('content-type: application/problem+json');
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({ status, code });
    expect(answer).not.toContain('Zebediah');
  });

  it('refuses a large body of no announced length while it reads', async () => {
    const part = new Uint8Array(64 * 1024).fill(0x20);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += part.length;
        if (sent > 50_000_000) controller.close();
        else controller.enqueue(part);
      },
    });
    const response = await fetch(`${airlock.url}/v1/requests`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await tokenOf('rosa')}`, 'content-type': 'application/json' },
      body: endless,
      duplex: 'half',
    }).catch(() => undefined);
    // The connection may be cut before the client has read the refusal; either way it stops early.
    if (response !== undefined) expect(response.status).toBe(413);
    expect(sent).toBeLessThan(20_000_000);
  });

  it('says with health whether its stores take writes', async () => {
    expect(await call('rosa', 'GET', '/healthz')).toMatchObject({
      status: 200,
      body: { storesWritable: true },
    });
  });

  it('describes itself', async () => {
    const { body } = await call('rosa', 'GET', '/openapi.json');
    expect(Object.keys((body as { paths: object }).paths)).toContain('/v1/reviews/{caseId}/decision');
  });

  it('leaves word of where it is', () => {
    expect(serverUrl(folder, {})).toBe(airlock.url);
  });

  it('lets nobody else use its folder or its port', async () => {
    await expect(startAirlock({ folder, port: 0, environment: {} })).rejects.toThrow(/in use by another/);
    const other = mkdtempSync(join(tmpdir(), 'airlock-other-'));
    const port = Number(new URL(airlock.url).port);
    await expect(startAirlock({ folder: other, port, environment: {} })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    rmSync(other, { recursive: true });
  });

  it('reports what goes wrong inside by name and place, and never in the error’s own words', () => {
    const lines: string[] = [];
    const report = reportTo((line) => lines.push(line));
    report('id-1', new TypeError(`${canary}\nis quoted`));
    report('id-2', Object.assign(new Error(canary), { name: canary.repeat(10) }));
    report('id-3', canary);
    report('id-4', new Failure('Conflict', new Error(canary)));
    expect(lines.join('\n')).not.toContain(canary);
    expect(lines[0]).toMatch(/^error id-1 TypeError\n\s+at .*server\.test\.ts/);
    expect(lines.map((line) => line.split('\n')[0])).toEqual([
      'error id-1 TypeError',
      'error id-2 Error',
      'error id-3 string',
      'error id-4 Conflict',
    ]);
  });

  it('goes on after a restart: a case that is held is still held, and can be decided', async () => {
    const held = await ask(dosage);
    const { caseId } = held.body as { caseId: string };
    await airlock.close();
    tokens.clear();
    airlock = await startAirlock({ folder, policies, port: 0, synchronous: 'NORMAL', environment: {} });
    expect((await call('rosa', 'GET', `/v1/requests/${caseId}`)).body).toMatchObject({ status: 'held' });
    const at = `/v1/reviews/${caseId}`;
    await call('vera', 'POST', `${at}/claim`);
    const { revision, digest } = (await call('vera', 'GET', at)).body as { revision: string; digest: string };
    await call('vera', 'POST', `${at}/decision`, {
      revision,
      digest,
      decision: 'reject',
      reason: 'unsafe-advice',
    });
    const done = await call('rosa', 'GET', `/v1/requests/${caseId}`, undefined, { prefer: 'wait=20' });
    expect(done.body).toMatchObject({ status: 'closed', outcome: 'rejected' });
  });

  it('tells nothing unexpected while all this happened', () => {
    expect(reports).toEqual([]);
  });
});

describe('a server whose disk cannot be trusted', () => {
  it('tells nobody that a request was accepted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'airlock-untrusted-'));
    let trusted = true;
    const open: typeof openDatabase = (options) =>
      openDatabase({
        ...options,
        sync: async () => {
          if (!trusted) throw Object.assign(new Error(canary), { code: 'EIO' });
        },
      });
    const airlock = await startAirlock({ folder, port: 0, environment: {}, open });
    const headers = {
      authorization: `Bearer ${await airlock.server.identity.mintToken('rosa')}`,
      'content-type': 'application/json',
    };
    const body = JSON.stringify({ policy: 'healthcare', messages: [{ role: 'user', content: dosage }] });
    const post = () => fetch(`${airlock.url}/v1/requests`, { method: 'POST', headers, body });
    expect((await post()).status).toBe(202);
    trusted = false;
    const refused = await post();
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ code: 'storage-unavailable' });
    await airlock.close();
    rmSync(folder, { recursive: true });
  });
});

describe('a server whose disk is full', () => {
  it('accepts nothing, says so, and loses nothing that it had accepted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'airlock-full-'));
    const databases: Database[] = [];
    const open: typeof openDatabase = (options) => {
      const database = openDatabase(options);
      databases.push(database);
      return database;
    };
    // No database takes another page, and no file can be made.
    let full = false;
    const fill = (now: boolean) => {
      full = now;
      for (const database of databases) database.exec(`PRAGMA max_page_count = ${now ? 1 : 1_000_000}`);
    };
    const disk: Disk = {
      ...realDisk,
      open: async (...given: Parameters<Disk['open']>) => {
        const writes = given[1] !== 'r';
        if (full && writes) throw Object.assign(new Error(canary), { code: 'ENOSPC' });
        return realDisk.open(...given);
      },
    };
    const airlock = await startAirlock({ folder, port: 0, environment: {}, disk, open });
    const headers = {
      authorization: `Bearer ${await airlock.server.identity.mintToken('rosa')}`,
      'content-type': 'application/json',
      prefer: 'wait=20',
    };
    const body = JSON.stringify({
      policy: 'healthcare',
      messages: [{ role: 'user', content: `${dosage} ${'More. '.repeat(8000)}` }],
    });
    const post = () => fetch(`${airlock.url}/v1/requests`, { method: 'POST', headers, body });
    const held = (await (await post()).json()) as { caseId: string };
    expect(held).toMatchObject({ status: 'held' });

    fill(true);
    const refused = await post();
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).not.toBeNull();
    const text = await refused.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'storage-unavailable' });
    expect(text).not.toContain(canary);
    expect((await fetch(`${airlock.url}/healthz`)).status).toBe(503);
    const found = await fetch(`${airlock.url}/v1/requests/${held.caseId}`, {
      headers: { ...headers, prefer: '' },
    });
    expect(await found.json()).toMatchObject({ status: 'held' });

    fill(false);
    expect((await fetch(`${airlock.url}/healthz`)).status).toBe(200);
    expect((await post()).status).toBe(202);
    await airlock.close();
    rmSync(folder, { recursive: true });
  });
});
