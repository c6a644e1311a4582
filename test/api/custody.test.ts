// SPDX-License-Identifier: Apache-2.0
import { createDecipheriv } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openNote } from '../../lambdas/archive/note.ts';
import type { ArchiveEvent } from '../../lambdas/records/event.ts';
import type { Policy } from '../../lambdas/records/policy.ts';
import type { Principal } from '../../lambdas/records/principal.ts';
import { unseal } from '../../lambdas/records/sealed.ts';
import { archiveKey } from '../../lambdas/records/transcript.ts';
import { sealArchive } from '../../lambdas/steps/seal-archive.ts';
import { deriveKey, masterKey } from '../../local/master-key.ts';
import { verifyFolder } from '../../local/verify-folder.ts';
import { openTestAirlock, people, scripted, type TestAirlock } from '../airlock.ts';
import { codeOf } from './stage.ts';

// Whole pipelines, each on a folder of its own: slow where much else runs.
jest.setTimeout(60_000);

const { cora, nora, rita, sena, bert } = people;
const cleo: Principal = { ...cora, subject: 'cleo' };
const carla: Principal = { ...cora, subject: 'carla', tenantId: 'bank' };
const why = { reason: 'audit', text: 'For the yearly audit of the ward.' };
const identity = 'Anna Kowalska';
const mrn = '4815162';
const prompt = `Draft a letter to Mrs. ${identity}, MRN ${mrn}: her cough is better after three weeks.`;

/** The healthcare policy under three names, one for each thing that a policy can say about erasure. */
function policiesFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'airlock-policies-'));
  const source = fileURLToPath(new URL('../../policies/healthcare.json', import.meta.url));
  const policy = JSON.parse(readFileSync(source, 'utf8')) as Policy;
  for (const erasure of ['never', 'afterRetention', 'onRequest'])
    writeFileSync(
      join(folder, `${erasure.toLowerCase()}.json`),
      JSON.stringify({ ...policy, id: erasure.toLowerCase(), erasure, samplePercent: 0 }),
    );
  return folder;
}

let policies: string;
let airlock: TestAirlock;
const answer = (shown: string) =>
  shown.includes('lisinopril') ? 'Take 20 mg of lisinopril twice a day.' : 'Her cough is better.';
const now = { value: Date.UTC(2026, 4, 4, 12) };
const options = () => ({ policies, clock: () => now.value, models: scripted(answer) });
beforeAll(async () => {
  policies = policiesFolder();
  airlock = await openTestAirlock(options());
});
afterAll(async () => {
  await airlock.remove();
  rmSync(policies, { recursive: true });
});

const act = (id: string, who: Principal, caseId: string, body: Record<string, unknown> = why) =>
  airlock.call(id, who, { params: { caseId }, body });
const released = async (policy = 'onrequest', headers: Record<string, string> = {}): Promise<string> => {
  const reply = await airlock.call('createRequest', nora, {
    headers,
    body: { policy, messages: [{ role: 'user', content: prompt }] },
  });
  await airlock.machine.idle();
  const { caseId } = reply.body as { caseId: string };
  expect((await airlock.status(caseId))['outcome']).toBe('released');
  return caseId;
};
/** One asks, another confirms. */
async function both(id: string, caseId: string, first = cora, second = cleo) {
  const { ask } = (await act(id, first, caseId)).body as { ask: string };
  return act(id, second, caseId, { ...why, confirm: ask });
}
const filesBelow = (folder: string): string[] =>
  (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [])
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const eventsOf = (caseId: string): ArchiveEvent[] =>
  filesBelow(join(airlock.folder, 'archive', 'event'))
    .filter((path) => path.endsWith('.json'))
    .sort()
    .map((path) => JSON.parse(readFileSync(path, 'utf8')) as ArchiveEvent)
    .filter((event) => event.caseId === caseId);
const kinds = (caseId: string) =>
  eventsOf(caseId).map(({ kind, by, second, refusal }) =>
    [kind, by, second, refusal].filter(Boolean).join(' '),
  );

const all = ['placeHold', 'releaseHold', 'unsealCase', 'eraseCase'] as const;

describe('hold, unseal and erase', () => {
  it.each(all)('%s is for compliance of the tenant only', async (id) => {
    const caseId = await released();
    for (const who of [nora, rita, sena, bert]) expect(codeOf(await act(id, who, caseId))).toBe('forbidden');
    expect(codeOf(await act(id, carla, caseId))).toBe('not-found');
    expect(kinds(caseId)).toEqual([]);
  });

  it.each(['placeHold', 'unsealCase', 'eraseCase'] as const)(
    '%s cannot be done by one person alone',
    async (id) => {
      const caseId = await released();
      const first = await act(id, cora, caseId);
      expect(first.status).toBe(202);
      const { ask } = first.body as { ask: string };
      expect(codeOf(await act(id, cora, caseId, { ...why, confirm: ask }))).toBe('second-person-needed');
      expect(codeOf(await act(id, cora, caseId))).toBe('asked-already');
      expect(kinds(caseId)).toEqual(['asked cora', 'refused cora second-person-needed']);
      expect((await act(id, cleo, caseId, { ...why, confirm: ask })).status).toBe(200);
      // It is used up.
      expect((await act(id, cleo, caseId, { ...why, confirm: ask })).status).not.toBe(200);
    },
  );

  it('releaseHold cannot be done by one person alone either', async () => {
    const caseId = await released();
    await both('placeHold', caseId);
    const { ask } = (await act('releaseHold', cora, caseId)).body as { ask: string };
    expect(codeOf(await act('releaseHold', cora, caseId, { ...why, confirm: ask }))).toBe(
      'second-person-needed',
    );
    const record = archiveKey('record', { tenantId: 'clinic', caseId });
    expect((await airlock.ports.archive.get(record))?.legalHold).toBe(true);
    expect((await act('releaseHold', cleo, caseId, { ...why, confirm: ask })).status).toBe(200);
    expect((await airlock.ports.archive.get(record))?.legalHold).toBe(false);
  });

  it('confirms only what was asked for, by its id, within the hour', async () => {
    const caseId = await released();
    const { ask } = (await act('unsealCase', cora, caseId)).body as { ask: string };
    expect(codeOf(await act('placeHold', cleo, caseId, { ...why, confirm: ask }))).toBe('not-asked');
    const other = '018f0000-0000-7000-8000-000000000000';
    expect(codeOf(await act('unsealCase', cleo, caseId, { ...why, confirm: other }))).toBe('not-asked');
    now.value += 3_600_001;
    expect(codeOf(await act('unsealCase', cleo, caseId, { ...why, confirm: ask }))).toBe('not-asked');
    expect((await act('unsealCase', cleo, caseId)).status).toBe(202);
  });

  it('keeps no reason that names somebody, not even that there was one', async () => {
    const caseId = await released();
    const named = { reason: 'audit', text: `Asked for by ${identity}, MRN ${mrn}.` };
    for (const id of all.filter((each) => each !== 'releaseHold'))
      expect(codeOf(await act(id, cora, caseId, named))).toBe('identifier-in-note');
    expect(kinds(caseId)).toEqual([]);
  });

  it('does nothing to a case that is not closed', async () => {
    const reply = await airlock.call('createRequest', nora, {
      body: {
        policy: 'onrequest',
        messages: [{ role: 'user', content: 'How much lisinopril should he take?' }],
      },
    });
    await airlock.machine.idle();
    const { caseId } = reply.body as { caseId: string };
    if ((await airlock.status(caseId))['status'] !== 'held') throw new Error('not held');
    for (const id of all) expect(codeOf(await act(id, cora, caseId))).toBe('case-open');
  });

  it('unseals what was asked, answered and delivered, and says in the archive who saw it and why', async () => {
    const caseId = await released();
    const reply = await both('unsealCase', caseId);
    expect(JSON.stringify(reply.body)).toContain(identity);
    expect(kinds(caseId)).toEqual(['asked cora', 'unsealed cora cleo']);
    const [, event] = eventsOf(caseId);
    expect(JSON.stringify(event)).not.toContain('yearly');
    const key = await airlock.ports.keys.tenantKey('clinic');
    expect(openNote(key, event!.eventId, event!.note!)).toBe(why.text);
  });
});

describe('a legal hold', () => {
  it('locks record and sealed object, refuses erasure with 423, records the attempt, and can be lifted', async () => {
    const caseId = await released();
    const locks = async () =>
      Promise.all(
        (['record', 'sealed'] as const).map(
          async (kind) =>
            (await airlock.ports.archive.get(archiveKey(kind, { tenantId: 'clinic', caseId })))?.legalHold,
        ),
      );
    expect((await both('placeHold', caseId)).status).toBe(200);
    expect(await locks()).toEqual([true, true]);
    expect(codeOf(await act('placeHold', cora, caseId))).toBe('held-already');
    const refused = await act('eraseCase', cora, caseId);
    expect({ status: refused.status, code: codeOf(refused) }).toEqual({ status: 423, code: 'legal-hold' });
    expect((await both('releaseHold', caseId)).status).toBe(200);
    expect(await locks()).toEqual([false, false]);
    expect(codeOf(await act('releaseHold', cora, caseId))).toBe('not-held');
    expect(kinds(caseId)).toEqual([
      'asked cora',
      'hold-placed cora cleo',
      'refused cora legal-hold',
      'asked cora',
      'hold-removed cora cleo',
    ]);
  });

  it('that was interrupted is finished, with the two who decided it', async () => {
    const caseId = await released();
    const { ask } = (await act('placeHold', cora, caseId)).body as { ask: string };
    const crashing = {
      ...airlock.ports,
      custodian: { ...airlock.ports.custodian!, setLegalHold: () => Promise.reject(new Error('crash')) },
    };
    const { serve } = await import('../../lambdas/api/serve.ts');
    const { placeHold } = await import('../../lambdas/api/legal-hold.ts');
    const crashed = await serve(
      placeHold,
      crashing,
      () => undefined,
    )({
      principal: cleo,
      params: { caseId },
      query: {},
      header: (name) => (name === 'content-type' ? 'application/json' : undefined),
      body: async () => Buffer.from(JSON.stringify({ ...why, confirm: ask })),
    });
    expect(crashed.status).toBe(500);
    expect(codeOf(await act('eraseCase', cora, caseId))).toBe('legal-hold');
    expect((await act('placeHold', cora, caseId)).body).toMatchObject({
      askedBy: 'cora',
      confirmedBy: 'cleo',
    });
    const record = archiveKey('record', { tenantId: 'clinic', caseId });
    expect((await airlock.ports.archive.get(record))?.legalHold).toBe(true);
    expect(kinds(caseId)).toContain('hold-placed cora cleo');
  });

  it('and an erasure that are confirmed at the same time: one stands, the other is refused', async () => {
    const caseId = await released();
    // One item holds what is asked for: whoever asks second takes the place of the first.
    const held = (await act('placeHold', cora, caseId)).body as { ask: string };
    const erased = (await act('eraseCase', cleo, caseId)).body as { ask: string };
    const replies = await Promise.all([
      act('placeHold', cleo, caseId, { ...why, confirm: held.ask }),
      act('eraseCase', cora, caseId, { ...why, confirm: erased.ask }),
    ]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409]);
  });

  it('that came between asking and confirming refuses the erasure', async () => {
    const caseId = await released();
    const { ask } = (await act('eraseCase', cora, caseId)).body as { ask: string };
    const item = (await airlock.ports.cases.get({ tenantId: 'clinic', caseId }))!;
    const done = { event: ask, at: now.value, by: 'x', second: 'y', reason: 'litigation' as const };
    const racing = {
      ...airlock.ports,
      cases: {
        ...airlock.ports.cases,
        // Between reading and writing, two others place a hold.
        replace: async (next: typeof item) => {
          const row = (await airlock.ports.cases.get(item))!;
          if (row.custody?.held === undefined && next.custody?.erasing !== undefined)
            await airlock.ports.cases.replace({
              ...row,
              version: row.version + 1,
              custody: { ...row.custody, held: done },
            });
          return airlock.ports.cases.replace(next);
        },
      },
    };
    const { serve } = await import('../../lambdas/api/serve.ts');
    const { operations } = await import('../../lambdas/api/index.ts');
    const operation = operations.find((each) => each.id === 'eraseCase')!;
    const reply = await serve(
      operation,
      racing,
      () => undefined,
    )({
      principal: cleo,
      params: { caseId },
      query: {},
      header: (name) => (name === 'content-type' ? 'application/json' : undefined),
      body: async () => Buffer.from(JSON.stringify({ ...why, confirm: ask })),
    });
    expect(codeOf(reply)).toBe('legal-hold');
    expect(kinds(caseId).at(-1)).toBe('refused cleo legal-hold');
    expect((await airlock.ports.keys.caseKey(item)).length).toBe(32);
  });
});

describe('erasure', () => {
  it('is what the policy says: never, after retention, on request', async () => {
    const never = await released('never');
    expect(codeOf(await act('eraseCase', cora, never))).toBe('erasure-not-allowed');
    expect(kinds(never)).toEqual(['refused cora erasure-not-allowed']);
    const after = await released('afterretention');
    expect(codeOf(await act('eraseCase', cora, after))).toBe('erasure-not-allowed');
    const { retention } = (await airlock.ports.archive.get(
      archiveKey('record', { tenantId: 'clinic', caseId: after }),
    ))!;
    const before = now.value;
    now.value = retention.until + 1;
    expect((await both('eraseCase', after)).status).toBe(200);
    expect(codeOf(await act('eraseCase', cora, never))).toBe('erasure-not-allowed');
    now.value = before;
  });

  it('finishes what was interrupted', async () => {
    const caseId = await released();
    const ref = { tenantId: 'clinic', caseId };
    const { ask } = (await act('eraseCase', cora, caseId)).body as { ask: string };
    const { serve } = await import('../../lambdas/api/serve.ts');
    const { operations } = await import('../../lambdas/api/index.ts');
    const crashing = {
      ...airlock.ports,
      custodian: { ...airlock.ports.custodian!, eraseKey: () => Promise.reject(new Error('crash')) },
    };
    const operation = operations.find((each) => each.id === 'eraseCase')!;
    const crashed = await serve(
      operation,
      crashing,
      () => undefined,
    )({
      principal: cleo,
      params: { caseId },
      query: {},
      header: (name) => (name === 'content-type' ? 'application/json' : undefined),
      body: async () => Buffer.from(JSON.stringify({ ...why, confirm: ask })),
    });
    expect(crashed.status).toBe(500);
    // Two people have decided: neither a hold nor an opening can come between.
    expect(codeOf(await act('placeHold', cora, caseId))).toBe('erased');
    expect(codeOf(await act('unsealCase', cora, caseId))).toBe('erased');
    expect((await act('eraseCase', cora, caseId)).body).toMatchObject({
      askedBy: 'cora',
      confirmedBy: 'cleo',
    });
    await expect(airlock.ports.keys.caseKey(ref)).rejects.toMatchObject({ name: 'KeyErased' });
  });

  it('leaves nothing from which somebody with all files could get the person back, and the chain valid', async () => {
    let own = await openTestAirlock(options());
    const shared = airlock;
    airlock = own;
    const caseId = await released('onrequest', { 'idempotency-key': `call-about-${mrn}` });
    const other = await released();
    await sealArchive(own.ports)();
    await own.close();

    // Everything as a thief would have found it before: with the key it opens.
    const { folder } = own;
    const master = masterKey(folder, undefined, () => new Uint8Array(32));
    const sealed = readFileSync(
      join(folder, 'archive', archiveKey('sealed', { tenantId: 'clinic', caseId })),
    );
    const wrappedOf = (file: string) => {
      const database = new DatabaseSync(file);
      const row = database.prepare('SELECT wrapped FROM case_keys WHERE case_id = ?').get(caseId);
      database.close();
      return row?.['wrapped'] as Uint8Array | undefined;
    };
    const copy = mkdtempSync(join(tmpdir(), 'airlock-copy-'));
    cpSync(folder, copy, { recursive: true });
    const wrapped = wrappedOf(join(copy, 'keys.sqlite'))!;
    const rows = new DatabaseSync(join(copy, 'cases.sqlite'));
    const body = rows.prepare('SELECT body FROM cases WHERE case_id = ?').get(caseId)?.['body'];
    rows.close();
    const { conversationId } = JSON.parse(String(body)) as { conversationId: string };
    const stored = new DatabaseSync(join(copy, 'cases.sqlite'));
    const inVault = (scope: string) =>
      stored
        .prepare('SELECT sealed FROM objects WHERE scope = ?')
        .all(scope)
        // Nonce, tag and the first bytes: what cannot be there by chance, and is not split between pages.
        .map((row) => (row['sealed'] as Uint8Array).subarray(1, 40));
    const vault = [...inVault(caseId), ...inVault(`conversation/${conversationId}`)];
    const kept = inVault(other);
    stored.close();
    expect([vault.length > 3, kept.length > 3]).toEqual([true, true]);
    rmSync(copy, { recursive: true });
    const wrapping = deriveKey(master, 'wrap', 'clinic');
    const key = unseal(wrapping, `clinic/${caseId}`, wrapped);
    expect(unseal(key, `sealed/clinic/${caseId}`, sealed).toString()).toContain(identity);

    own = await openTestAirlock({ ...options(), folder });
    airlock = own;
    const reply = await both('eraseCase', caseId);
    expect(reply.body).toMatchObject({
      caseId,
      askedBy: 'cora',
      confirmedBy: 'cleo',
      keyDestroyed: true,
      idempotencyKeys: 1,
      beyond: expect.arrayContaining([expect.stringContaining('file system')]),
    });
    expect(codeOf(await act('unsealCase', cora, caseId))).toBe('erased');
    await sealArchive(own.ports)();

    // While the product runs, and after: database files and write-ahead logs included.
    const filesWith = (needles: readonly Buffer[]): string[] =>
      filesBelow(folder).filter((path) => {
        const bytes = readFileSync(path);
        return needles.some((needle) => bytes.includes(needle));
      });
    const gone = [wrapped, key, wrapped.subarray(29), ...vault, Buffer.from(identity), Buffer.from(mrn)];
    const traces = () => filesWith(gone.map((each) => Buffer.from(each)));
    expect(traces()).toEqual([]);
    // What another case has in the vault is still there: the search can find something.
    expect(kept.every((bytes) => filesWith([Buffer.from(bytes)]).length > 0)).toBe(true);
    // The record is there, and says nothing about the person; the chain holds, and has the event.
    const shown = await own.call('readArchive', cora, { params: { caseId } });
    expect(shown.body).toMatchObject({
      record: { caseId, outcome: 'released' },
      custody: { erasing: { by: 'cora' } },
    });
    const verified = verifyFolder({
      folder: join(folder, 'archive'),
      publicKey: own.ports.chain.publicKey,
      head: (await own.ports.chain.readHead())!,
      live: true,
    });
    expect(verified).toMatchObject({ complaints: [], waiting: 0, objects: 7 });
    await own.close();
    expect(traces()).toEqual([]);
    // Every blob that is left, under every key that can be made from what is left, does not open it.
    const keys = ['wrap', 'digest', 'vault'].map((purpose) => deriveKey(master, purpose, 'clinic'));
    for (const candidate of [...keys, deriveKey(master, 'vault', 'clinic', caseId), master]) {
      const decipher = createDecipheriv('aes-256-gcm', candidate, sealed.subarray(1, 13));
      decipher.setAAD(Buffer.from(`sealed/clinic/${caseId}`)).setAuthTag(sealed.subarray(13, 29));
      decipher.update(sealed.subarray(29));
      expect(() => decipher.final()).toThrow();
    }
    rmSync(folder, { recursive: true });
    rmSync(`${folder}.head.json`, { force: true });
    airlock = shared;
  });
});
