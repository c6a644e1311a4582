// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { CaseEvent } from '../../lambdas/ports.ts';
import type { ArchiveEvent } from '../../lambdas/records/event.ts';
import type { Principal } from '../../lambdas/records/principal.ts';
import { archiveKey } from '../../lambdas/records/transcript.ts';
import { containFinding } from '../../lambdas/steps/contain-finding.ts';
import { sealArchive } from '../../lambdas/steps/seal-archive.ts';
import { verifyFolder } from '../../local/verify-folder.ts';
import { openTestAirlock, people, scripted, type TestAirlock } from '../airlock.ts';
import { codeOf } from '../api/stage.ts';
import { filesBelow } from '../local/files-below.ts';

// Whole pipelines, each on a folder of its own: slow where much else runs.
jest.setTimeout(60_000);

const { cora, nora, rita, sena } = people;
const cleo: Principal = { ...cora, subject: 'cleo' };
const carla: Principal = { ...cora, subject: 'carla', tenantId: 'bank' };
const answer = (shown: string) =>
  shown.includes('lisinopril') ? 'Take 20 mg of lisinopril twice a day.' : 'Her cough is better.';
const now = { value: 0 };
let airlock: TestAirlock;
let told: CaseEvent[];
beforeEach(async () => {
  now.value = Date.UTC(2026, 4, 4, 12);
  airlock = await openTestAirlock({ clock: () => now.value, models: scripted(answer) });
  told = [];
  airlock.ports.events.listen((event) => told.push(event));
});
afterEach(() => airlock.remove());

/** The year of a birth is kept until it tells an age over 89: in some years it will have become an identifier. */
const aging = 'Summarise: a woman born in 1938 had a cough for three weeks.';
const submit = async (prompt: string): Promise<string> => {
  const { caseId } = await airlock.submit(prompt);
  expect((await airlock.status(caseId))['outcome']).toBe('released');
  return caseId;
};
const eventsOf = (caseId: string): ArchiveEvent[] =>
  filesBelow(join(airlock.folder, 'archive'))
    .filter((path) => path.includes('/event/') && path.endsWith('.json'))
    .sort()
    .map((path) => JSON.parse(readFileSync(path, 'utf8')) as ArchiveEvent)
    .filter((event) => event.caseId === caseId);
const scan = async (who = cora, body: Record<string, unknown> = {}) =>
  (await airlock.call('scanArchive', who, { body })).body as {
    scanned: number;
    contained: string[];
    next?: string;
  };
const open = async (who: Principal = cora) =>
  ((await airlock.call('listContainments', who)).body as { items: Record<string, unknown>[] }).items;
const close = (caseId: string, who: Principal, more: Record<string, unknown> = {}) =>
  airlock.call('reviewContainment', who, {
    params: { caseId },
    body: { decision: 'identifier', reason: 'incident', text: 'It was looked at together.', ...more },
  });

describe('a scan of the catalogue', () => {
  it('takes out what the recognizers of today find, opens a review, and is on record', async () => {
    const [found, clean] = [await submit(aging), await submit('Summarise: a cough for three weeks.')];
    expect(await scan()).toEqual({ scanned: 2, contained: [] });
    now.value = Date.UTC(2030, 4, 4, 12);
    expect(await scan()).toEqual({ scanned: 2, contained: [found] });
    expect(await airlock.ports.catalogue.texts({ tenantId: 'clinic', limit: 9 })).toContain(clean);
    expect(await open()).toMatchObject([{ caseId: found, by: 'catalogue-scan', outcome: 'released' }]);
    expect(eventsOf(found)).toMatchObject([{ kind: 'contained', finder: 'catalogue-scan', by: 'clock' }]);
    expect(told.filter(({ kind }) => kind === 'contained')).toMatchObject([{ caseId: found }]);
    // It is known: nothing happens twice.
    expect(await scan()).toEqual({ scanned: 2, contained: [] });
    expect(eventsOf(found)).toHaveLength(1);
  });

  it('goes on where it stopped, and sees no other tenant’s texts', async () => {
    const caseIds = [await submit(aging), await submit(aging), await submit(aging)];
    now.value = Date.UTC(2030, 4, 4, 12);
    expect(await scan(carla)).toEqual({ scanned: 0, contained: [] });
    const first = await scan(cora, { limit: 2 });
    expect(first).toMatchObject({ scanned: 2, contained: caseIds.slice(0, 2), next: caseIds[1] });
    expect(await scan(cora, { limit: 2, after: first.next })).toEqual({
      scanned: 1,
      contained: [caseIds[2]],
    });
    for (const who of [nora, rita, sena])
      expect(codeOf(await airlock.call('scanArchive', who, { body: {} }))).toBe('forbidden');
  });
});

describe('a finding of another scanner', () => {
  it('takes the text out for good, rebuild or not, and leaves record and sealed object as they are', async () => {
    const caseId = await submit('Summarise: a cough for three weeks.');
    const ref = { tenantId: 'clinic', caseId };
    expect(await airlock.ports.catalogue.rebuild('clinic')).toMatchObject({ contained: 0 });
    await sealArchive(airlock.ports)();
    const finding = { ...ref, by: 'macie' as const, types: ['NAME' as const] };
    expect(await containFinding(airlock.ports)(finding)).toBe('contained');
    expect(await containFinding(airlock.ports)({ ...finding, types: ['SSN'] })).toBe('known');
    expect(await airlock.ports.catalogue.rebuild('clinic')).toMatchObject({ contained: 1 });
    expect(await airlock.ports.archive.get(archiveKey('sealed', ref))).toBeDefined();
    await sealArchive(airlock.ports)();
    const { complaints } = verifyFolder({
      folder: join(airlock.folder, 'archive'),
      publicKey: airlock.ports.chain.publicKey,
      live: true,
    });
    expect(complaints).toEqual([]);
  });

  it('is finished by the next report when the first was interrupted', async () => {
    const caseId = await submit('Summarise: a cough for three weeks.');
    const finding = { tenantId: 'clinic', caseId, by: 'macie' as const, types: [] };
    const crashing = {
      ...airlock.ports,
      archive: { ...airlock.ports.archive, put: () => Promise.reject(new Error('crash')) },
    };
    await expect(containFinding(crashing)(finding)).rejects.toThrow('crash');
    expect(eventsOf(caseId)).toEqual([]);
    expect(await containFinding(airlock.ports)(finding)).toBe('known');
    expect(eventsOf(caseId)).toMatchObject([{ kind: 'contained', finder: 'macie' }]);
  });

  it.each([
    ['is not there', '018f0000-0000-7000-8000-000000000000', 'NotFound'],
    ['is not closed', undefined, 'Conflict'],
  ])('is refused for a case that %s', async (_what, known, name) => {
    const held = (await airlock.submit('How much lisinopril should he take?')).caseId;
    expect(await airlock.status(held)).toMatchObject({ status: 'held' });
    const finding = { tenantId: 'clinic', caseId: known ?? held, by: 'macie' as const, types: [] };
    await expect(containFinding(airlock.ports)(finding)).rejects.toMatchObject({ name });
  });
});

describe('the review of a containment', () => {
  it('is closed once, by compliance or a senior reviewer of the tenant who did not ask for the case', async () => {
    const caseId = await submit('Summarise: a cough for three weeks.');
    expect(codeOf(await close(caseId, cora))).toBe('not-found');
    await containFinding(airlock.ports)({ tenantId: 'clinic', caseId, by: 'macie', types: ['NAME'] });
    for (const who of [nora, rita]) {
      expect(codeOf(await close(caseId, who))).toBe('forbidden');
      expect(codeOf(await airlock.call('listContainments', who))).toBe('forbidden');
    }
    expect(codeOf(await close(caseId, carla))).toBe('not-found');
    expect(await open(carla)).toEqual([]);
    const asSenior: Principal = { ...nora, groups: ['requester', 'senior-reviewer'] };
    expect(codeOf(await close(caseId, asSenior))).toBe('own-request');
    const named = await close(caseId, cora, { text: 'It was Anna Kowalska, MRN 4815162.' });
    expect(codeOf(named)).toBe('identifier-in-note');
    expect(await open(sena)).toMatchObject([{ caseId, types: ['NAME'] }]);

    expect((await close(caseId, sena, { decision: 'false-alarm' })).body).toMatchObject({
      decision: 'false-alarm',
      reviewedBy: 'sena',
    });
    expect(await open()).toEqual([]);
    expect(codeOf(await close(caseId, cora))).toBe('already-decided');
    expect(eventsOf(caseId).map(({ kind, by, decision }) => [kind, by, decision])).toEqual([
      ['contained', 'clock', undefined],
      ['containment-reviewed', 'sena', 'false-alarm'],
    ]);
  });
});

describe('a case that the last scan quarantined', () => {
  const missed = 'His SSN is 219-09-9999.';
  /** What the archive's step reads of the prompt, as if the steps before had missed something. */
  const quarantined = async (): Promise<string> => {
    await airlock.remove();
    airlock = await openTestAirlock({
      clock: () => now.value,
      models: scripted('Her cough is better.'),
      between: (ports, step) =>
        step === 'ArchiveTranscript'
          ? {
              ...ports,
              vault: {
                ...ports.vault,
                get: async (ref) => {
                  const text = await ports.vault.get(ref);
                  const content = JSON.parse(text) as { kind?: string; messages?: { content: string }[] };
                  if (content.kind !== 'prompt') return text;
                  const messages = content.messages?.map((each) => ({
                    ...each,
                    content: `${each.content} ${missed}`,
                  }));
                  return JSON.stringify({ ...content, messages });
                },
              },
            }
          : ports,
    });
    told = [];
    airlock.ports.events.listen((event) => told.push(event));
    const { caseId } = await airlock.submit('Summarise: Anna Kowalska had a cough for three weeks.');
    expect(await airlock.status(caseId)).toMatchObject({ status: 'closed', outcome: 'failed' });
    return caseId;
  };

  it('opens a review that says what was found, is on record, and is told', async () => {
    const caseId = await quarantined();
    expect(await open(sena)).toMatchObject([
      { caseId, by: 'last-scan', types: ['SSN'], quarantinedUntil: expect.any(String) },
    ]);
    expect(eventsOf(caseId)).toMatchObject([{ kind: 'contained', finder: 'last-scan', types: ['SSN'] }]);
    expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['contained', 'closed']));
  });

  it('is kept in the vault, opened by two officers, until the review is closed; nothing of it is locked', async () => {
    const caseId = await quarantined();
    const why = { reason: 'incident', text: 'To see what was missed.' };
    const unseal = async () => {
      const params = { caseId };
      const { ask } = (await airlock.call('unsealCase', cora, { params, body: why })).body as {
        ask: string;
      };
      return airlock.call('unsealCase', cleo, { params, body: { ...why, confirm: ask } });
    };
    const opened = await unseal();
    expect(opened.status).toBe(200);
    expect(JSON.stringify(opened.body)).toContain('Anna Kowalska');
    expect(eventsOf(caseId).map(({ kind }) => kind)).toEqual(['contained', 'asked', 'unsealed']);
    expect(
      await airlock.ports.archive.get(archiveKey('sealed', { tenantId: 'clinic', caseId })),
    ).toBeUndefined();

    expect((await close(caseId, cora)).status).toBe(200);
    expect(codeOf(await unseal())).toBe('not-found');
    const item = (await airlock.ports.cases.get({ tenantId: 'clinic', caseId }))!;
    await expect(
      airlock.ports.vault.get({ tenantId: 'clinic', scope: caseId, revision: item.request }),
    ).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('stays in the vault under a legal hold when its review is closed: there is no other copy', async () => {
    const caseId = await quarantined();
    const hold = { params: { caseId }, body: { reason: 'litigation', text: 'For the court.' } };
    const { ask } = (await airlock.call('placeHold', cora, hold)).body as { ask: string };
    await airlock.call('placeHold', cleo, { ...hold, body: { ...hold.body, confirm: ask } });
    expect((await close(caseId, sena)).status).toBe(200);
    const item = (await airlock.ports.cases.get({ tenantId: 'clinic', caseId }))!;
    const kept = await airlock.ports.vault.get({
      tenantId: 'clinic',
      scope: caseId,
      revision: item.request,
    });
    expect(kept).toContain('Anna Kowalska');
  });
});
