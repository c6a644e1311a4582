// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { accountForPerson } from '../../lambdas/api/account-for-person.ts';
import type { QueryView } from '../../lambdas/api/archive-query.ts';
import { findPerson } from '../../lambdas/api/find-person.ts';
import { serve } from '../../lambdas/api/serve.ts';
import { blind, searchTerms } from '../../lambdas/privacy/person-terms.ts';
import type { ArchiveEvent } from '../../lambdas/records/event.ts';
import type { Policy } from '../../lambdas/records/policy.ts';
import type { Principal } from '../../lambdas/records/principal.ts';
import { archiveKey } from '../../lambdas/records/transcript.ts';
import { openTestAirlock, people, scripted, type TestAirlock } from '../airlock.ts';
import { filesBelow, filesWith } from '../local/files-below.ts';
import { codeOf } from './stage.ts';

// Whole pipelines, each on a folder of its own: slow where much else runs.
jest.setTimeout(60_000);

const { cora, nora, rita, sena, bela } = people;
const cleo: Principal = { ...cora, subject: 'cleo' };
const carla: Principal = { ...cora, subject: 'carla', tenantId: 'bank' };
const begin = Date.UTC(2026, 4, 4, 12);
const now = { value: begin };

let policies: string;
let airlock: TestAirlock;
beforeAll(() => {
  policies = mkdtempSync(join(tmpdir(), 'airlock-policies-'));
  for (const [name, file] of [
    ['healthcare', 'healthcare'],
    ['forever', 'healthcare'],
    ['finance', 'finance'],
  ] as const) {
    const source = fileURLToPath(new URL(`../../policies/${file}.json`, import.meta.url));
    const policy = JSON.parse(readFileSync(source, 'utf8')) as Policy;
    const erasure = name === 'forever' ? 'never' : 'onRequest';
    writeFileSync(
      join(policies, `${name}.json`),
      JSON.stringify({ ...policy, id: name, samplePercent: 0, erasure, tenants: ['*'] }),
    );
  }
});
afterAll(() => rmSync(policies, { recursive: true }));
beforeEach(async () => {
  now.value = begin;
  airlock = await openTestAirlock({
    policies,
    clock: () => now.value,
    models: scripted('It is better.'),
  });
});
afterEach(() => airlock.remove());

const about = (who: string) => `Draft a letter to ${who}: the cough is better.`;
const anna = 'Mrs. Anna Kowalska, MRN 4815162, anna.k@example.org, phone 415-555-0132';
const submit = async (prompt: string, more: Record<string, unknown> = {}, who = nora): Promise<string> => {
  const { caseId } = await airlock.submit(prompt, more, who);
  expect((await airlock.status(caseId, who))['outcome']).toBe('released');
  return caseId;
};
type Named = { kind: string; value: string };
const find = (identifiers: Named[], who: Principal | undefined = cora, reason = 'data-subject-request') =>
  airlock.call('findPerson', who, { body: { identifiers, reason } });
type Found = { event: string; more: boolean; cases: Record<string, unknown>[] };
const found = async (...identifiers: Named[]): Promise<unknown[]> =>
  ((await find(identifiers)).body as Found).cases.map(({ caseId }) => caseId);
const why = { reason: 'data-subject-request', text: 'The person asked for it in writing.' };
const erase = (cases: { caseId: string; confirm?: string }[], who = cora) =>
  airlock.call('erasePerson', who, { body: { ...why, cases } });
type Receipt = {
  asked: { caseId: string; ask: string }[];
  erased: Record<string, unknown>[];
  refused: { caseId: string; code: string }[];
  backupsUntil?: string;
};
const events = (): ArchiveEvent[] =>
  filesBelow(join(airlock.folder, 'archive'))
    .filter((path) => path.includes('/event/') && path.endsWith('.json'))
    .sort()
    .map((path) => JSON.parse(readFileSync(path, 'utf8')) as ArchiveEvent);

describe('finding a person', () => {
  it.each<[string, Named]>([
    ['name', { kind: 'name', value: 'KOWALSKA, Anna' }],
    ['e-mail address', { kind: 'email', value: 'Anna.K@example.org' }],
    ['telephone', { kind: 'phone', value: '+1 (415) 555-0132' }],
    ['record number', { kind: 'identifier', value: '481 5162' }],
  ])('finds the cases by %s, and no others', async (_what, identifier) => {
    const caseId = await submit(about(anna));
    await submit(about('Mr. Otto Kowalska, MRN 7715163'));
    expect(await found(identifier)).toEqual([caseId]);
  });

  it('says by what each case was found, whether it can be erased, and that a name was there in part only', async () => {
    const [whole, part, never] = [
      await submit(about(anna)),
      await submit(about('Mrs. Kowalska')),
      await submit(about(anna), { policy: 'forever' }),
    ];
    const { cases } = (
      await find([
        { kind: 'name', value: 'Anna Kowalska' },
        { kind: 'email', value: 'anna.k@example.org' },
      ])
    ).body as Found;
    expect(cases).toMatchObject([
      { caseId: never, obstacle: 'erasure-not-allowed' },
      { caseId: part, matched: [{ identifier: 0, by: 'name-part' }] },
      { caseId: whole },
    ]);
    expect(cases[2]).not.toHaveProperty('obstacle');
    expect(cases[2]!['matched']).toEqual(
      expect.arrayContaining([
        { identifier: 0, by: 'name' },
        { identifier: 1, by: 'email' },
      ]),
    );
  });

  it('finds a later case of a conversation by whoever an earlier one spoke of: they are sealed with it', async () => {
    const first = await airlock.submit(about(anna));
    const later = await airlock.submit('And how long will it take?', { conversation: first.conversationId });
    expect(await found({ kind: 'email', value: 'anna.k@example.org' })).toEqual([later.caseId, first.caseId]);
  });

  it('finds a card that the policy masks', async () => {
    const caseId = await submit(
      'Summarise: the customer disputes a charge on card 4111 1111 1111 1111.',
      { policy: 'finance' },
      bela,
    );
    const { cases } = (await find([{ kind: 'identifier', value: '4111-1111-1111-1111' }], carla))
      .body as Found;
    expect(cases).toMatchObject([{ caseId }]);
  });

  it('is for compliance of the tenant, finds nothing of others, and is on record without what was looked for', async () => {
    const caseId = await submit(about(anna));
    const wanted = [{ kind: 'name', value: 'Anna Kowalska' }];
    for (const who of [nora, rita, sena]) expect(codeOf(await find(wanted, who))).toBe('forbidden');
    expect((await find(wanted, carla)).body).toMatchObject({ cases: [], more: false });
    const { event } = (await find(wanted)).body as Found;
    const searches = events().filter(({ kind }) => kind === 'searched');
    expect(searches).toMatchObject([
      { tenantId: 'bank', by: 'carla', found: 0, reason: 'data-subject-request' },
      { tenantId: 'clinic', by: 'cora', found: 1, eventId: event },
    ]);
    expect(JSON.stringify(searches)).not.toContain(caseId);
    expect(filesWith(airlock.folder, ['Kowalska', 'anna.k@example.org'])).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['nothing', []],
    ['too little of a name', [{ kind: 'name', value: 'A.' }]],
    ['too little of a number', [{ kind: 'identifier', value: '12' }]],
    ['another kind', [{ kind: 'place', value: 'Springfield' }]],
    ['more than twenty', Array.from({ length: 21 }, () => ({ kind: 'name', value: 'Anna Kowalska' }))],
  ])('refuses to look for %s, quotes nothing and counts nothing', async (_what, identifiers) => {
    const reply = await find(identifiers as Named[]);
    expect(codeOf(reply)).toBe('invalid-request');
    expect(JSON.stringify(reply.body)).not.toMatch(/Springfield|Kowalska|"12"/);
    expect(events()).toEqual([]);
  });

  it('allows an officer so many searches a day', async () => {
    const wanted = [{ kind: 'name', value: 'Anna Kowalska' }];
    const { searchesPerOfficer } = await import('../../lambdas/api/cases-of-person.ts');
    for (let turn = 0; turn < searchesPerOfficer; turn += 1) expect((await find(wanted)).status).toBe(200);
    expect(codeOf(await find(wanted))).toBe('search-budget');
    expect((await find(wanted, cleo)).status).toBe(200);
    now.value += 86_400_000;
    expect((await find(wanted)).status).toBe(200);
    expect(events()).toHaveLength(searchesPerOfficer + 2);
  });
});

it('shows nothing where the search could not be put on record', async () => {
  const caseId = await submit(about(anna));
  const { archive } = airlock.ports;
  const forgetful = {
    ...airlock.ports,
    archive: { ...archive, put: () => Promise.reject(new Error('full')) },
  };
  const reply = await serve(
    findPerson,
    forgetful,
    () => undefined,
  )({
    principal: cora,
    params: {},
    query: {},
    header: (name) => (name === 'content-type' ? 'application/json' : undefined),
    body: async () =>
      Buffer.from(
        JSON.stringify({
          identifiers: [{ kind: 'name', value: 'Anna Kowalska' }],
          reason: 'data-subject-request',
        }),
      ),
  });
  expect(reply.status).toBe(500);
  expect(JSON.stringify(reply.body)).not.toContain(caseId);
});

describe('the accounting of disclosures of a person', () => {
  const account = async (value: string, who = cora, more: object = {}) =>
    airlock.call('accountForPerson', who, {
      body: { identifiers: [{ kind: 'name', value }], reason: 'data-subject-request', ...more },
    });
  type Account = { event: string; cases: number; more: boolean; query?: QueryView };

  it('is one call: who was given what of every case they are in, and of no other', async () => {
    const [first, second] = [await submit(about(anna)), await submit(about('Anna Kowalska'))];
    await submit(about('Mr. Otto Nowak'));
    const reply = await account('Anna Kowalska');
    expect(reply.status).toBe(200);
    const { event, cases, more, query } = reply.body as Account;
    expect([cases, more, query?.total]).toEqual([2, false, 4]);
    const at = (name: string) => query!.columns!.findIndex((column) => column.name === name);
    const told = query!.rows!.map((row) => ['case_id', 'recipient', 'how'].map((name) => row[at(name)]));
    expect(told).toHaveLength(4);
    for (const caseId of [first, second])
      expect(told).toEqual(
        expect.arrayContaining([
          [caseId, 'the requester', 'answer delivered'],
          [caseId, 'stand-in', 'sent to a model'],
        ]),
      );
    // Both are on record: who looked for somebody, and who asked what became of their cases.
    expect(events()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'searched', eventId: event, by: 'cora', found: 2 }),
        expect.objectContaining({ kind: 'queried', eventId: query!.queryId, question: 'disclosures' }),
      ]),
    );
    expect(JSON.stringify(events())).not.toMatch(/Kowalska/);
    // A page of it, and its files, are had as those of any other question.
    const page = (await account('Anna Kowalska', cora, { page: 1 })).body as Account;
    expect([page.query?.rows?.length, typeof page.query?.next]).toEqual([1, 'string']);
    const file = await airlock.call('exportQuery', cora, {
      params: { queryId: page.query!.queryId },
      query: { format: 'csv' },
    });
    expect(file.status).toBe(200);
  });

  it('is empty for who is in no case, limited as searches are, and for compliance of the tenant only', async () => {
    await submit(about(anna));
    const none = (await account('Zofia Wrzos')).body as Account;
    expect([none.cases, none.query]).toEqual([0, undefined]);
    expect(((await account('Anna Kowalska', carla)).body as Account).cases).toBe(0);
    expect(codeOf(await account('Anna Kowalska', rita))).toBe('forbidden');
    expect(codeOf(await account('x'))).toBe('invalid-request');
    const search = airlock.ports.people;
    const spent = { ...airlock.ports, people: { ...search!, allow: async () => false } };
    const reply = await serve(
      accountForPerson,
      spent,
      () => undefined,
    )({
      principal: cora,
      params: {},
      query: {},
      header: (name) => (name === 'content-type' ? 'application/json' : undefined),
      body: async () =>
        Buffer.from(
          JSON.stringify({ identifiers: [{ kind: 'name', value: 'Anna Kowalska' }], reason: 'audit' }),
        ),
    });
    expect(codeOf(reply)).toBe('search-budget');
  });
});

describe('erasing a person', () => {
  it('takes two officers for every case, and its one receipt says what was refused and why', async () => {
    const [mine, held, never] = [
      await submit(about(anna)),
      await submit(about(anna)),
      await submit(about(anna), { policy: 'forever' }),
    ];
    const hold = { params: { caseId: held }, body: { reason: 'litigation', text: 'For the court.' } };
    const { ask } = (await airlock.call('placeHold', cora, hold)).body as { ask: string };
    await airlock.call('placeHold', cleo, { ...hold, body: { ...hold.body, confirm: ask } });

    const cases = [mine, held, never].map((caseId) => ({ caseId }));
    const first = await erase(cases);
    const asked = first.body as Receipt;
    expect(first.status).toBe(202);
    expect(asked.asked.map(({ caseId }) => caseId)).toEqual([mine]);
    expect(asked.refused).toMatchObject([
      { caseId: held, code: 'legal-hold' },
      { caseId: never, code: 'erasure-not-allowed' },
    ]);
    const confirm = asked.asked[0]!.ask;
    // Asking again changes nothing, and confirming one's own does neither.
    expect((await erase([{ caseId: mine }])).body).toMatchObject({ asked: [{ caseId: mine, ask: confirm }] });
    expect((await erase([{ caseId: mine, confirm }])).body).toMatchObject({
      erased: [],
      refused: [{ caseId: mine, code: 'second-person-needed' }],
    });
    // Whoever confirms finds what was asked for.
    const { cases: again } = (await find([{ kind: 'name', value: 'Anna Kowalska' }], cleo)).body as Found;
    expect(again.find(({ caseId }) => caseId === mine)).toMatchObject({
      asked: { ask: confirm, askedBy: 'cora' },
    });

    const done = await erase([{ caseId: mine, confirm }, { caseId: held }], cleo);
    expect(done.status).toBe(200);
    expect(done.body).toMatchObject({
      asked: [],
      erased: [{ caseId: mine, askedBy: 'cora', confirmedBy: 'cleo', indexEntries: expect.any(Number) }],
      refused: [{ caseId: held, code: 'legal-hold' }],
      backupsUntil: expect.stringMatching(/^2026-05-04T/),
      beyond: expect.arrayContaining([expect.stringContaining('search by every name')]),
    });
    expect(await found({ kind: 'name', value: 'Anna Kowalska' })).toEqual([never, held]);
    const refusals = events().filter(({ kind }) => kind === 'refused');
    expect(refusals.map(({ refusal }) => refusal).sort()).toEqual([
      'erasure-not-allowed',
      'legal-hold',
      'legal-hold',
      'second-person-needed',
    ]);
  });

  it('is for compliance of the tenant only, and takes no reason that names somebody', async () => {
    const caseId = await submit(about(anna));
    for (const who of [nora, rita, sena]) expect(codeOf(await erase([{ caseId }], who))).toBe('forbidden');
    expect((await erase([{ caseId }], carla)).body).toMatchObject({
      asked: [],
      refused: [{ caseId, code: 'not-found' }],
    });
    const named = await airlock.call('erasePerson', cora, {
      body: { ...why, text: 'Anna Kowalska asked for it.', cases: [{ caseId }] },
    });
    expect(codeOf(named)).toBe('identifier-in-note');
    expect(events()).toEqual([]);
  });

  it('leaves nothing in the index that the tenant’s key could find again, in database and logs', async () => {
    const caseId = await submit(about(anna));
    const kept = await submit(about('Mr. Otto Nowak'));
    const key = await airlock.ports.keys.indexKey('clinic');
    const terms = blind(key, [
      ...searchTerms('name', 'Anna Kowalska').filter(({ match }) => match === 'name'),
      ...searchTerms('email', 'anna.k@example.org'),
      ...searchTerms('identifier', '4815162'),
    ]);
    expect(filesWith(airlock.folder, terms).length).toBeGreaterThan(0);
    const { asked } = (await erase([{ caseId }])).body as Receipt;
    await erase([{ caseId, confirm: asked[0]!.ask }], cleo);
    expect(filesWith(airlock.folder, terms)).toEqual([]);
    expect(await found({ kind: 'email', value: 'anna.k@example.org' })).toEqual([]);
    // The search can find something: another case's entry is still there.
    expect(await found({ kind: 'name', value: 'Otto Nowak' })).toEqual([kept]);
    expect(filesWith(airlock.folder, blind(key, searchTerms('name', 'Otto Nowak').slice(0, 1)))).not.toEqual(
      [],
    );
    expect(
      await airlock.ports.archive.get(archiveKey('record', { tenantId: 'clinic', caseId })),
    ).toBeDefined();
  });
});
