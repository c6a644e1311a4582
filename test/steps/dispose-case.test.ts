// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Principal } from '../../lambdas/records/principal.ts';
import { type ArchiveEvent, eventKey } from '../../lambdas/records/event.ts';
import type { Policy } from '../../lambdas/records/policy.ts';
import { archiveKey } from '../../lambdas/records/transcript.ts';
import { sealArchive } from '../../lambdas/steps/seal-archive.ts';
import { sweep } from '../../lambdas/steps/sweep.ts';
import { exportArchive, exportedArchive } from '../../local/export-archive.ts';
import { verifyFolder } from '../../local/verify-folder.ts';
import { openTestAirlock, people, scripted, type TestAirlock } from '../airlock.ts';
import { codeOf } from '../api/stage.ts';
import { filesBelow } from '../local/files-below.ts';

// Whole pipelines, each on a folder of its own: slow where much else runs.
jest.setTimeout(60_000);

const cleo: Principal = { ...people.cora, subject: 'cleo' };
const begin = Date.UTC(2026, 4, 4, 12);
const year = 366 * 86_400_000;
const now = { value: begin };

let policies: string;
let airlock: TestAirlock;
beforeAll(() => {
  policies = mkdtempSync(join(tmpdir(), 'airlock-policies-'));
  const source = fileURLToPath(new URL('../../policies/healthcare.json', import.meta.url));
  const policy = JSON.parse(readFileSync(source, 'utf8')) as Policy;
  writeFileSync(
    join(policies, 'healthcare.json'),
    JSON.stringify({
      ...policy,
      samplePercent: 0,
      erasure: 'afterRetention',
      archive: { ...policy.archive, retentionYears: 1 },
    }),
  );
});
afterAll(() => rmSync(policies, { recursive: true }));
beforeEach(async () => {
  now.value = begin;
  airlock = await openTestAirlock({
    policies,
    clock: () => now.value,
    models: scripted('Her cough is better.'),
  });
});
afterEach(() => airlock.remove());

const letter = 'Draft a letter to Mrs. Anna Kowalska, MRN 4815162: her cough is better.';
const released = async (): Promise<string> => {
  const { caseId } = await airlock.submit(letter);
  expect(await airlock.status(caseId)).toMatchObject({ outcome: 'released' });
  return caseId;
};
const seal = () => sealArchive(airlock.ports)();
const swept = () => sweep(airlock.ports)();
const objectOf = (kind: 'record' | 'sealed', caseId: string) =>
  airlock.ports.archive.get(archiveKey(kind, { tenantId: 'clinic', caseId }));
const eventsOf = (caseId: string): ArchiveEvent[] =>
  filesBelow(join(airlock.folder, 'archive', 'event'))
    .filter((path) => path.endsWith('.json'))
    .sort()
    .map((path) => JSON.parse(readFileSync(path, 'utf8')) as ArchiveEvent)
    .filter((event) => event.caseId === caseId);
const complaints = () =>
  verifyFolder({
    folder: join(airlock.folder, 'archive'),
    publicKey: airlock.ports.chain.publicKey,
    live: true,
  }).complaints;
const why = { reason: 'litigation', text: 'For the case before the court.' };
const act = (id: string, who: Principal, caseId: string, body: Record<string, unknown> = why) =>
  airlock.call(id, who, { params: { caseId }, body });
async function both(id: string, caseId: string) {
  const { ask } = (await act(id, people.cora, caseId)).body as { ask: string };
  return act(id, cleo, caseId, { ...why, confirm: ask });
}

describe('the end of a retention', () => {
  it('changes nothing a millisecond before it', async () => {
    const caseId = await released();
    await seal();
    const { until } = (await objectOf('record', caseId))!.retention;
    now.value = until;
    expect(await swept()).toMatchObject({ disposed: 0, certified: 0, kept: 0 });
    expect(await objectOf('record', caseId)).toBeDefined();
    now.value = until + 1;
    expect(await swept()).toMatchObject({ certified: 1 });
  });

  it('disposes of everything, once a seal has the certificate, and the chain stays valid', async () => {
    const caseId = await released();
    const kept = await released();
    const ref = { tenantId: 'clinic', caseId };
    await seal();
    const record = (await objectOf('record', caseId))!;
    // The other case is retained longer.
    await airlock.ports.archive.extend(archiveKey('record', { ...ref, caseId: kept }), {
      ...record.retention,
      until: record.retention.until + year,
    });
    now.value = record.retention.until + 1;

    expect(await swept()).toMatchObject({ certified: 1, kept: 1, disposed: 0 });
    // Nothing is gone while the certificate is in no seal.
    expect(await swept()).toMatchObject({ certified: 1, disposed: 0 });
    expect(await objectOf('record', caseId)).toBeDefined();
    expect(codeOf(await act('placeHold', people.cora, caseId))).toBe('disposed');
    await seal();
    expect(complaints()).toEqual([]);

    expect(await swept()).toMatchObject({ certified: 0, disposed: 1, failed: 0 });
    expect(await objectOf('record', caseId)).toBeUndefined();
    expect(await objectOf('sealed', caseId)).toBeUndefined();
    expect(await airlock.ports.cases.get(ref)).toBeUndefined();
    await expect(airlock.ports.keys.caseKey(ref)).rejects.toMatchObject({ name: 'KeyErased' });
    const certificate = eventsOf(caseId).find(({ kind }) => kind === 'disposed')!;
    expect(certificate).toMatchObject({ by: 'clock', reason: 'retention-ended' });
    expect(certificate.objects!.map(({ key }) => key).sort()).toEqual([
      archiveKey('record', ref),
      archiveKey('sealed', ref),
    ]);
    expect(complaints()).toEqual([]);
    // Nor does an outsider miss it, or find anything that is not sealed.
    const target = `${airlock.folder}.export`;
    exportArchive(airlock.folder, target);
    const outside = { folder: exportedArchive(target), publicKey: airlock.ports.chain.publicKey };
    expect(verifyFolder({ ...outside, live: false }).complaints).toEqual([]);
    rmSync(target, { recursive: true });
    expect(await swept()).toMatchObject({ certified: 0, disposed: 0 });

    // What is gone without a certificate is still named.
    expect(await objectOf('record', kept)).toBeDefined();
    rmSync(join(airlock.folder, 'archive', archiveKey('sealed', { ...ref, caseId: kept })), { force: true });
    expect(complaints()).toEqual([
      { kind: 'missing', where: archiveKey('sealed', { ...ref, caseId: kept }) },
    ]);
  });

  it('leaves nothing of the person in any file, and nothing of the case in the archive but its events', async () => {
    const caseId = await released();
    await seal();
    now.value = (await objectOf('record', caseId))!.retention.until + 1;
    await swept();
    await seal();
    await swept();
    const holding = filesBelow(airlock.folder)
      .filter((path) => !path.includes('/archive/'))
      .filter((path) => ['Kowalska', '4815162'].some((trace) => readFileSync(path).includes(trace)));
    expect(holding).toEqual([]);
    expect(filesBelow(join(airlock.folder, 'archive')).filter((path) => path.includes(caseId))).toEqual([]);
  });

  it('disposes of nothing under legal hold, puts that on record once, and goes on when the hold is lifted', async () => {
    const caseId = await released();
    await seal();
    expect((await both('placeHold', caseId)).status).toBe(200);
    const { until } = (await objectOf('record', caseId))!.retention;
    now.value = until + 1;
    for (let turn = 0; turn < 3; turn += 1) expect(await swept()).toMatchObject({ kept: 1, certified: 0 });
    const refusals = () => eventsOf(caseId).filter(({ kind }) => kind === 'refused');
    expect(refusals()).toMatchObject([{ action: 'dispose', refusal: 'legal-hold', by: 'clock' }]);
    expect(codeOf(await act('eraseCase', people.cora, caseId))).toBe('legal-hold');
    expect((await both('releaseHold', caseId)).status).toBe(200);
    await seal();
    expect(await swept()).toMatchObject({ certified: 1 });
    await seal();
    expect(await swept()).toMatchObject({ disposed: 1 });
    expect(complaints()).toEqual([]);

    // What happened to it outlives it: locked for no less long than its record was, and still answered about.
    const left = eventsOf(caseId);
    expect(left.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['hold-placed', 'refused', 'hold-removed', 'disposed']),
    );
    for (const event of left)
      expect((await airlock.ports.archive.get(eventKey(event)))!.retention.until).toBeGreaterThanOrEqual(
        until,
      );
    const period = { from: '2026-05-01', to: new Date(now.value).toISOString().slice(0, 10) };
    const body = { question: 'refused-attempts', parameters: period };
    const { rows } = (await airlock.call('queryArchive', people.cora, { body })).body as {
      rows: unknown[][];
    };
    expect(rows.map((row) => row[2])).toEqual(['dispose', 'erase']);
    expect(complaints()).toEqual([]);
  });

  it('respects a hold that only the store knows of, and destroys no key then', async () => {
    const caseId = await released();
    const ref = { tenantId: 'clinic', caseId };
    await seal();
    now.value = (await objectOf('record', caseId))!.retention.until + 1;
    await swept();
    await seal();
    // Somebody holds the sealed object in the store itself, after the certificate.
    await airlock.ports.archive.setLegalHold(archiveKey('sealed', ref), true);
    expect(await swept()).toMatchObject({ disposed: 0, failed: 1 });
    expect(await objectOf('record', caseId)).toBeDefined();
    expect(await airlock.ports.keys.caseKey(ref)).toHaveLength(32);
    await airlock.ports.archive.setLegalHold(archiveKey('sealed', ref), false);
    expect(await swept()).toMatchObject({ disposed: 1 });
  });

  it('cuts the logs once for all that it disposed of, and says when it could not', async () => {
    for (let turn = 0; turn < 3; turn += 1) await released();
    const { caseId } = await airlock.submit(letter);
    await seal();
    now.value = (await objectOf('record', caseId))!.retention.until + 1;
    await swept();
    await seal();
    let cuts = 0;
    const counting = {
      ...airlock.ports,
      custodian: {
        ...airlock.ports.custodian!,
        cutLogs: async () => {
          cuts += 1;
          throw new Error('busy');
        },
      },
    };
    expect(await sweep(counting)()).toMatchObject({ disposed: 4, failed: 1 });
    expect(cuts).toBe(1);
  });

  it.each(['remove', 'eraseKey', 'forgetCase'] as const)(
    'is finished by the next sweep when it was interrupted at %s',
    async (broken) => {
      const caseId = await released();
      await seal();
      now.value = (await objectOf('record', caseId))!.retention.until + 1;
      await swept();
      await seal();
      const { custodian } = airlock.ports;
      const crashing = {
        ...airlock.ports,
        custodian: { ...custodian!, [broken]: () => Promise.reject(new Error('crash')) },
      };
      expect(await sweep(crashing)()).toMatchObject({ disposed: 0, failed: 1 });
      const again = await swept();
      expect(again.failed).toBe(0);
      expect(await airlock.ports.cases.get({ tenantId: 'clinic', caseId })).toBeUndefined();
      expect(await objectOf('sealed', caseId)).toBeUndefined();
      expect(complaints()).toEqual([]);
    },
  );

  it('lets a case be erased that may be erased after its retention, before it is disposed of', async () => {
    const caseId = await released();
    await seal();
    expect(codeOf(await act('eraseCase', people.cora, caseId))).toBe('erasure-not-allowed');
    now.value = (await objectOf('record', caseId))!.retention.until + 1;
    expect((await both('eraseCase', caseId)).status).toBe(200);
    await swept();
    await seal();
    expect(await swept()).toMatchObject({ disposed: 1 });
    expect(eventsOf(caseId).map(({ kind }) => kind)).toEqual(['refused', 'asked', 'erased', 'disposed']);
    expect(complaints()).toEqual([]);
  });
});
