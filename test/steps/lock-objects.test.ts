// SPDX-License-Identifier: Apache-2.0
import { createHash, randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import healthcare from '../../policies/healthcare.json' with { type: 'json' };
import { Failure } from '../../lambdas/failures.ts';
import type { Archive, Retention } from '../../lambdas/ports.ts';
import { sha256 } from '../../lambdas/records/digest.ts';
import { PolicySchema } from '../../lambdas/records/policy.ts';
import type { Sealed } from '../../lambdas/records/sealed.ts';
import { archiveKey, TranscriptSchema } from '../../lambdas/records/transcript.ts';
import { type Locking, lockObjects } from '../../lambdas/steps/lock-objects.ts';
import { transcriptOf } from '../../lambdas/steps/transcript-of.ts';
import { openArchive } from '../../local/archive.ts';
import type { Disk } from '../../local/disk.ts';
import { day, digestOf, noon, sampleCase } from '../contract/sample-case.ts';
import { modelledDisk, type ModelledDisk } from '../local/modelled-disk.ts';

const policy = PolicySchema.parse(healthcare);
const item = sampleCase({ closing: { outcome: 'released', at: noon } });
const kept: Retention = { mode: 'COMPLIANCE', until: noon + 365 * day };
const text: Sealed = { schema: 'airlock.sealed/1', caseId: item.caseId, reviewed: [] };
const key = randomBytes(32);
const [sealedKey, recordKey] = [archiveKey('sealed', item), archiveKey('record', item)];

const open = (disk: Disk, before?: () => Promise<void>) =>
  openArchive({
    folder: '/data',
    clock: () => noon,
    randomBytes,
    disk,
    ...(before === undefined ? {} : { before }),
  });

/** What ArchiveTranscript does to lock a case, under a nonce of its own each time. */
const attempt = (archive: Archive, how: Partial<Locking> = {}): Promise<void> =>
  lockObjects(
    { archive, randomBytes },
    {
      item,
      kept,
      key,
      sealed: text,
      exact: true,
      recordOf: (locked) => transcriptOf({ item, sealed: text, locked, retention: kept, policy, digestOf }),
      ...how,
    },
  );

/** What is archived under a key, if its lock is its own. */
const found = async (archive: Archive, place: string): Promise<string | undefined> => {
  const object = await archive.get(place);
  if (object !== undefined) expect(object.retention).toEqual(kept);
  return object && Buffer.from(object.bytes).toString('latin1');
};
const namedIn = (record: string) =>
  TranscriptSchema.parse(JSON.parse(Buffer.from(record, 'latin1').toString())).sealed?.sha256;
const digest = (bytes: string) => sha256(Buffer.from(bytes, 'latin1'));

const paths = [recordKey, sealedKey].flatMap((each) => [
  `/data/archive/${each}`,
  `/data/archive/${each}.lock`,
]);
const pathsOf = (disk: ModelledDisk) =>
  disk.listing().flatMap((each) => (each.endsWith('/') ? [] : [each.replace(/ \d+$/, '')]));

const isIncoming = (path: string) => path.includes('/.incoming/');
const named = (disk: ModelledDisk) => pathsOf(disk).filter((path) => !isIncoming(path));

/** Sealed object and record are there and of one another, and would be after a power cut. @returns the two */
async function finished(disk: ModelledDisk, archive: Archive) {
  const [sealed, record] = [await found(archive, sealedKey), await found(archive, recordKey)];
  expect(namedIn(record ?? '')).toBe(digest(sealed ?? ''));
  for (const state of [disk, ...disk.cut()]) expect(named(state)).toEqual(paths);
  return [sealed, record];
}

/** How far it was when the process was killed or the power was cut. */
type Reached = Readonly<{ logged: boolean; acknowledged: boolean }>;

/** What must hold when somebody opens the folder again, and when they have finished what was begun. */
async function expectSound(left: ModelledDisk, { logged, acknowledged }: Reached): Promise<void> {
  const archive = await open(left.disk);
  const [sealed, record] = [await found(archive, sealedKey), await found(archive, recordKey)];
  if (!logged) expect(pathsOf(left)).toEqual([]);
  if (record !== undefined) expect(namedIn(record)).toBe(digest(sealed ?? ''));
  if (acknowledged) expect(record).toBeDefined();

  await attempt(archive);
  const [sealedAfter, recordAfter] = await finished(left, archive);
  expect([sealed ?? sealedAfter, record ?? recordAfter]).toEqual([sealedAfter, recordAfter]);
  expect(pathsOf(left).filter(isIncoming)).toEqual([]);
}

/** A disk whose operations happen one after the other, in an order that `seed` gives, while `drain` waits for them. */
function steppedDisk(seed: number) {
  const waiting: { resolve: () => void; reject: (error: unknown) => void }[] = [];
  let stepped = false;
  const modelled = modelledDisk(
    () => new Promise((resolve, reject) => (stepped ? waiting.push({ resolve, reject }) : resolve())),
  );
  return {
    ...modelled,
    step: (on: boolean) => {
      stepped = on;
    },
    /** Lets everything happen that waits; `look` looks after each, and says whether the next one fails. */
    drain: async (look: (done: number) => Promise<boolean>): Promise<number> => {
      for (let done = 0; ; done += 1) {
        await setImmediate();
        const fails = await look(done);
        const order = createHash('sha256').update(`${seed} ${done}`).digest().readUInt32LE();
        const [next] = waiting.splice(order % Math.max(1, waiting.length), 1);
        if (next === undefined) return done;
        if (fails) next.reject(Object.assign(new Error('EIO: no'), { code: 'EIO' }));
        else next.resolve();
      }
    },
  };
}

describe('sealed object and record', () => {
  it.each([
    { attempts: 1, orders: 6 },
    { attempts: 2, orders: 10 },
  ])(
    'are whole, locked and of one another wherever a process is killed or the power is cut, $attempts at a time',
    async ({ attempts, orders }) => {
      for (let seed = 0; seed < orders; seed += 1) {
        const disk = steppedDisk(seed);
        let [logged, acknowledged] = [false, false];
        const archive = await open(disk.disk, async () => {
          await setImmediate();
          logged = true;
        });
        disk.step(true);
        const all = Array.from({ length: attempts }, async () => {
          await attempt(archive);
          acknowledged = true;
        });
        const seen = new Set<string>();
        await disk.drain(async () => {
          for (const left of [disk.killed(), ...disk.cut()]) {
            const state = JSON.stringify([logged, acknowledged, left.listing()]);
            if (seen.has(state)) continue;
            seen.add(state);
            await expectSound(left, { logged, acknowledged });
          }
          return false;
        });
        await Promise.all(all);
        expect(seen.size).toBeGreaterThan(20);
      }
    },
  );

  it('are there all the same, and nothing beside them, when one operation of the disk fails', async () => {
    const outcomes = new Set<string>();
    for (let [failing, last] = [0, 1]; failing < last; failing += 1) {
      const disk = steppedDisk(failing);
      const archive = await open(disk.disk);
      disk.step(true);
      const first = attempt(archive).then(
        () => 'done',
        (error: unknown) => (error as Error).name,
      );
      last = await disk.drain(async (done) => done === failing);
      disk.step(false);
      const outcome = await first;
      outcomes.add(outcome);
      // Where everything was locked, one name that means nothing may stay: it goes at the next start.
      expect(pathsOf(disk).filter(isIncoming).length).toBeLessThanOrEqual(outcome === 'done' ? 1 : 0);
      await attempt(archive);
      await finished(disk, archive);
    }
    expect([...outcomes].sort()).toEqual(['StorageUnavailable', 'Unavailable', 'done']);
  });

  it('wait for the disk four times at once for their bytes, and once each for their names', async () => {
    const { disk, waits } = modelledDisk();
    const archive = await open(disk);
    const place = (each: string) => `/data/archive/${dirname(each)}`;
    for (const each of [sealedKey, recordKey])
      await disk.mkdir(place(each), { recursive: true, mode: 0o700 });
    const before = waits();
    await attempt(archive);
    expect(waits() - before).toBe(6);
  });

  it('are of one another too where no text is left after an attempt that locked only the first', async () => {
    const archive = await open(modelledDisk().disk);
    const stage: Archive['stage'] = async (place, ...given) => {
      const staged = await archive.stage(place, ...given);
      const lock = () => Promise.reject(new Failure('Unavailable'));
      return place === recordKey ? { ...staged, lock } : staged;
    };
    await expect(attempt({ ...archive, stage })).rejects.toMatchObject({ name: 'Unavailable' });
    await attempt(archive, { sealed: undefined, exact: false });
    const sealed = await found(archive, sealedKey);
    expect(namedIn((await found(archive, recordKey)) ?? '')).toBe(digest(sealed ?? ''));
  });

  it('are a record alone where there never was a text', async () => {
    const { disk, listing } = modelledDisk();
    const archive = await open(disk);
    await attempt(archive, { sealed: undefined, exact: false });
    expect(namedIn((await found(archive, recordKey)) ?? '')).toBeUndefined();
    expect(listing().filter((each) => each.includes('sealed'))).toEqual([]);
  });
});
