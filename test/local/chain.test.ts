// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { proofOf } from '../../lambdas/archive/seal.ts';
import { Failure } from '../../lambdas/failures.ts';
import { leavesKey, type Seal, sealKey } from '../../lambdas/records/seal.ts';
import { archiveKey } from '../../lambdas/records/transcript.ts';
import { sealArchive } from '../../lambdas/steps/seal-archive.ts';
import { openArchive } from '../../local/archive.ts';
import { verifyFolder } from '../../local/verify-folder.ts';

import { openSealedArchive, retention, type SealedArchive } from './sealed-archive.ts';

let stage: SealedArchive;
beforeEach(async () => {
  stage = await openSealedArchive();
});
afterEach(() => stage.remove());
const verified = async () =>
  verifyFolder({
    folder: join(stage.folder, 'archive'),
    publicKey: stage.chain.publicKey,
    head: (await stage.chain.readHead())!,
    live: true,
  });

describe('sealing the archive', () => {
  it('takes everything up once, and makes no seal of nothing', async () => {
    expect(await stage.seal()).toEqual({ seals: 0, objects: 0, newest: 0 });
    await stage.addCase();
    expect(await stage.seal()).toEqual({ seals: 1, objects: 2, newest: 1 });
    expect(await stage.seal()).toEqual({ seals: 0, objects: 0, newest: 1 });
    await stage.addCase();
    await stage.addEvent((await stage.addCase()).caseId, 'asked');
    expect(await stage.seal()).toEqual({ seals: 1, objects: 5, newest: 2 });
    expect(await verified()).toMatchObject({ complaints: [], seals: 2, objects: 7, waiting: 0 });
  });

  it('finds after a restart what was locked before it, and knows what is sealed', async () => {
    await stage.addCase();
    await stage.seal();
    await stage.addCase();
    await stage.reopen();
    expect(await stage.seal()).toEqual({ seals: 1, objects: 2, newest: 2 });
  });

  it('hears of an object from whoever finds it there, once', async () => {
    await stage.addCase();
    await stage.seal();
    const key = archiveKey('record', { tenantId: 'clinic', caseId: stage.newId() });
    // Its writer failed between the name and the disk.
    const silent = await openArchive({ folder: stage.folder, clock: () => stage.now.value, randomBytes });
    await silent.put(key, Buffer.from('{}'), retention);
    expect(await stage.seal()).toMatchObject({ objects: 0 });
    const staged = await stage.archive.stage(key, Buffer.from('{}'), retention);
    expect(await staged.lock()).toBe('exists');
    await staged.drop();
    expect(await stage.seal()).toMatchObject({ objects: 1 });
    expect(await stage.archive.put(key, Buffer.from('{}'), retention)).toBe('exists');
    expect(await stage.seal()).toMatchObject({ objects: 0 });
    expect(await verified()).toMatchObject({ complaints: [], seals: 2, objects: 3, waiting: 0 });
  });

  it('makes its index again from the seals', async () => {
    await stage.addCase();
    await stage.seal();
    await stage.addCase();
    await stage.seal();
    stage.chain.close();
    rmSync(join(stage.folder, 'chain.sqlite'));
    await stage.reopen();
    const { record } = await stage.addCase();
    expect(await stage.seal()).toEqual({ seals: 1, objects: 2, newest: 3 });
    expect(await stage.chain.sealOf(record)).toBe(3);
    expect(await verified()).toMatchObject({ complaints: [], seals: 3, objects: 6 });
  });

  it.each([
    ['the list is locked', (key: string) => key === leavesKey(2)],
    ['the seal is locked', (key: string) => key === sealKey(2)],
  ])('finishes what was interrupted when %s', async (_when, last) => {
    await stage.addCase();
    await stage.seal();
    await stage.addCase();
    const { ports } = stage;
    const crashing = {
      ...ports,
      archive: {
        ...ports.archive,
        put: async (...given: Parameters<typeof ports.archive.put>) => {
          const done = await ports.archive.put(...given);
          if (last(given[0])) throw new Failure('Unavailable');
          return done;
        },
      },
    };
    await expect(sealArchive(crashing)()).rejects.toMatchObject({ name: 'Unavailable' });
    // What was begun is nothing to complain about.
    expect((await verified()).complaints).toEqual([]);
    await stage.addCase();
    await stage.reopen();
    expect((await stage.seal()).newest).toBe(3);
    expect(await verified()).toMatchObject({ complaints: [], seals: 3, objects: 6, waiting: 0 });
  });

  it('does not seal while the clock is behind the newest seal', async () => {
    await stage.addCase();
    await stage.seal();
    await stage.addCase();
    stage.now.value -= 60_000;
    await expect(stage.seal()).rejects.toMatchObject({ name: 'ClockBehind' });
    stage.now.value += 120_000;
    expect(await stage.seal()).toMatchObject({ seals: 1 });
    expect((await verified()).complaints).toEqual([]);
  });

  it.each([
    ['lost its newest seal', true],
    ['lost its newest seal and the memory of it', false],
  ])('does not seal on in an archive that %s', async (_what, remembers) => {
    await stage.addCase();
    await stage.seal();
    stage.chain.close();
    for (const key of [sealKey(1), leavesKey(1)]) rmSync(join(stage.folder, 'archive', key));
    if (!remembers) rmSync(join(stage.folder, 'chain.sqlite'));
    await stage.reopen();
    await stage.addCase();
    await expect(stage.seal()).rejects.toMatchObject({ name: 'ArchiveMismatch' });
  });

  it('does not seal an object that was changed', async () => {
    const { record } = await stage.addCase();
    rmSync(join(stage.folder, 'archive', record));
    writeFileSync(join(stage.folder, 'archive', record), 'x');
    await expect(stage.seal()).rejects.toMatchObject({ name: 'ArchiveMismatch' });
  });

  it('keeps a seal as long and as strictly as what it takes up and the seals before it', async () => {
    const { until } = { until: stage.now.value + 86_400_000 * 9000 };
    await stage.addCase({ mode: 'COMPLIANCE', until });
    await stage.seal();
    await stage.addCase({ mode: 'GOVERNANCE', until: stage.now.value + 86_400_000 });
    await stage.seal();
    for (const key of [sealKey(1), leavesKey(1), sealKey(2), leavesKey(2)])
      expect((await stage.archive.get(key))?.retention).toEqual({ mode: 'COMPLIANCE', until });
  });

  it('keeps its key to itself, and refuses one that others can read', async () => {
    const path = join(stage.folder, 'seal-key.pem');
    expect(statSync(path).mode & 0o077).toBe(0);
    stage.chain.close();
    execFileSync('chmod', ['644', path]);
    await expect(stage.reopen()).rejects.toThrow(/can be read by others/);
    execFileSync('chmod', ['600', path]);
    await stage.reopen();
  });
});

describe('the checker in docs/verify.md', () => {
  const document = readFileSync(new URL('../../docs/verify.md', import.meta.url), 'utf8');
  const program = /```js\n(.*?)```/s.exec(document)?.[1] ?? '';
  const check = (proof: unknown, object: string, key = stage.chain.publicKey): string => {
    const file = (name: string, text: string) => {
      writeFileSync(join(stage.parent, name), text);
      return join(stage.parent, name);
    };
    const paths = [
      file('check.mjs', program),
      file('proof.json', JSON.stringify(proof)),
      file('object', object),
      file('key.pem', key),
    ];
    try {
      return execFileSync(process.execPath, paths, { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
    } catch {
      return 'failed';
    }
  };

  it('has at most forty lines', () => {
    const lines = program.trimEnd().split('\n').length;
    expect(lines).toBeGreaterThan(10);
    expect(lines).toBeLessThanOrEqual(40);
  });

  it('takes the proof of every case, and nothing that was changed in it', async () => {
    const cases = [];
    for (let index = 0; index < 5; index += 1) cases.push(await stage.addCase());
    await stage.seal();
    const text = async (key: string) => Buffer.from((await stage.archive.get(key))!.bytes).toString();
    const seal = JSON.parse(await text(sealKey(1))) as Seal;
    const list = await text(leavesKey(1));
    for (const { record } of cases) {
      const proof = proofOf(seal, list, record);
      expect(check(proof, await text(record))).toMatch(/^proved/);
    }
    const [first, second] = cases as [(typeof cases)[0], (typeof cases)[0]];
    const proof = proofOf(seal, list, first.record);
    const object = await text(first.record);
    expect(check(proof, await text(second.record))).toBe('failed');
    expect(check({ ...proof, position: proof.position + 1 }, object)).toBe('failed');
    expect(check({ ...proof, path: proof.path.slice(1) }, object)).toBe('failed');
    expect(check({ ...proof, seal: { ...seal, time: seal.time + 1 } }, object)).toBe('failed');
    expect(check({ ...proof, leaf: { ...proof.leaf, until: 1 } }, object)).toBe('failed');
    const other = await openSealedArchive();
    expect(check(proof, object, other.chain.publicKey)).toBe('failed');
    other.remove();
  });
});
