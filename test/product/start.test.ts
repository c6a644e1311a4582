// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mintToken } from '../../local/identity.ts';

// Several processes start, on a machine that may be busy.
jest.setTimeout(60_000);

const main = fileURLToPath(new URL('../../local/main.ts', import.meta.url));

describe('npm start', () => {
  let folder: string;
  const running: ChildProcess[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'airlock-start-'));
  });
  afterEach(() => {
    for (const each of running.splice(0)) each.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  /** Starts the program; resolves when it is ready or has ended. */
  async function start(environment: Record<string, string> = {}) {
    const child = spawn(process.execPath, ['--no-warnings', main], {
      env: { PATH: process.env['PATH'], AIRLOCK_DATA: folder, AIRLOCK_PORT: '0', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.push(child);
    const said = { out: '', err: '' };
    child.stdout.on('data', (data: Buffer) => (said.out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (said.err += data.toString()));
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const ready = new Promise<void>((resolve) => {
      child.stdout.on('data', () => {
        if (said.out.includes('Ctrl-C')) resolve();
      });
    });
    await Promise.race([ready, ended]);
    return { child, said, ended, url: /at (http:\/\/127\.0\.0\.1:\d+)\./.exec(said.out)?.[1] ?? '' };
  }

  it('says in a few lines where to look and what to type, and stops on a signal', async () => {
    const { child, said, ended, url } = await start();
    expect(said.out).toMatch(/ready after \d+ ms/);
    expect(said.out).toContain(
      `curl ${url}/v1/requests -H "Authorization: Bearer $(npx airlock token rosa)"`,
    );
    expect(said.out.split('\n').length).toBeLessThan(16);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(said.err).toBe('');
  });

  it('explains in a sentence why it cannot start', async () => {
    const first = await start();
    const port = new URL(first.url).port;
    const sameFolder = await start();
    expect(await sameFolder.ended).toBe(1);
    expect(sameFolder.said.err).toMatch(/^.*in use by another prompt-airlock.*\n$/);
    const other = mkdtempSync(join(tmpdir(), 'airlock-start-other-'));
    const samePort = await start({ AIRLOCK_DATA: other, AIRLOCK_PORT: port });
    expect(await samePort.ended).toBe(1);
    expect(samePort.said.err).toBe(
      `Port ${port} is in use. Stop what uses it, or set AIRLOCK_PORT to another one.\n`,
    );
    const wrong = await start({ AIRLOCK_DATA: other, AIRLOCK_PORT: '80a' });
    expect(await wrong.ended).toBe(1);
    expect(wrong.said.err).toBe('AIRLOCK_PORT must be a whole number up to 65535.\n');
    rmSync(other, { recursive: true });
  });

  it('goes on where it was after kill -9: a case that was held is still held', async () => {
    const first = await start();
    const headers = async () => ({
      authorization: `Bearer ${await mintToken(folder, 'rosa')}`,
      'content-type': 'application/json',
      prefer: 'wait=30',
    });
    const content = 'What dose of lisinopril should Mr. Otto Kowalski take?';
    const body = JSON.stringify({ policy: 'healthcare', messages: [{ role: 'user', content }] });
    const held = (await (
      await fetch(`${first.url}/v1/requests`, { method: 'POST', headers: await headers(), body })
    ).json()) as { caseId: string; status: string };
    expect(held.status).toBe('held');
    first.child.kill('SIGKILL');
    await first.ended;
    expect(first.said.out + first.said.err).not.toMatch(/Kowalski|rosa@|lisinopril/);

    const second = await start();
    const again = await fetch(`${second.url}/v1/requests/${held.caseId}`, {
      headers: { ...(await headers()), prefer: '' },
    });
    expect(await again.json()).toMatchObject({ caseId: held.caseId, status: 'held' });
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });
});
