// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Policy } from '../../lambdas/records/policy.ts';
import type { Principal } from '../../lambdas/records/principal.ts';
import { replayArchive } from '../../local/replay-archive.ts';
import { openTestAirlock, people, scripted, type TestAirlock } from '../airlock.ts';
import { codeOf } from './stage.ts';

// A pipeline, or an engine a question: on a machine that does other things it takes longer than the usual 5 s.
jest.setTimeout(60_000);

const { nora, omar, rita, ravi, cora } = people;
const cleo: Principal = { ...cora, subject: 'cleo' };
const carla: Principal = { ...cora, subject: 'carla', tenantId: '12' };
const now = { value: Date.UTC(2026, 4, 4, 12) };
const days = { from: '2026-05-01', to: '2026-05-31' };
const why = { reason: 'regulator-request', text: 'The regulator asked for the file.' };

let policies: string;
let ward: Policy;
let airlock: TestAirlock;
const ids = { released: '', held: '', rejected: '', onHold: '', next: '' };
const models = scripted((shown) =>
  shown.includes('lisinopril') ? 'Take 20 mg of lisinopril twice a day.' : 'Her cough is better.',
);

type Item = Record<string, string | number | boolean | null>;
const search = async (filter: object, more: object = {}, who = cora) =>
  airlock.call('searchArchive', who, { body: { filter: { ...days, ...filter }, ...more } });
const found = async (filter: object, who = cora) =>
  ((await search(filter, {}, who)).body as { items: Item[] }).items.map((item) => item['case_id']);

beforeAll(async () => {
  policies = mkdtempSync(join(tmpdir(), 'airlock-policies-'));
  const source = fileURLToPath(new URL('../../policies/healthcare.json', import.meta.url));
  const policy = JSON.parse(readFileSync(source, 'utf8')) as Policy;
  ward = { ...policy, id: 'ward', samplePercent: 0, tenants: ['*'] };
  writeFileSync(join(policies, 'ward.json'), JSON.stringify(ward));
  airlock = await openTestAirlock({ policies, clock: () => now.value, models });
  const submit = async (text: string, who = nora) => {
    now.value += 1000;
    return (await airlock.submit(text, { policy: 'ward' }, who)).caseId;
  };
  ids.released = await submit('Draft a letter to Mrs. Anna Kowalska: her cough is better.');
  ids.held = await submit('How much lisinopril should Mr. Otto Kowalski take?', omar);
  await airlock.decide(ids.held, { decision: 'approve' }, rita);
  await airlock.decide(ids.held, { decision: 'approve' }, ravi);
  ids.rejected = await submit('How much lisinopril should Mrs. Greta Lund take?');
  await airlock.decide(ids.rejected, { decision: 'reject', reason: 'unsafe-advice' }, rita);
  ids.onHold = await submit('Draft a letter to Mr. Peter Novak about his cough.');
  const asked = await airlock.call('placeHold', cora, { params: { caseId: ids.onHold }, body: why });
  const confirm = (asked.body as { ask: string }).ask;
  await airlock.call('placeHold', cleo, { params: { caseId: ids.onHold }, body: { ...why, confirm } });
  now.value = Date.UTC(2026, 5, 1, 12);
  ids.next = await submit('Draft a letter to Mr. Hugo Brandt about his cough.');
});
afterAll(async () => {
  await airlock.remove();
  rmSync(policies, { recursive: true });
});

describe('a search finds', () => {
  it('the cases of its days, newest first', async () => {
    expect(await found({})).toEqual([ids.onHold, ids.rejected, ids.held, ids.released]);
    expect(await found({ to: '2026-06-30' })).toHaveLength(5);
  });

  it.each<[string, object, (keyof typeof ids)[]]>([
    ['an outcome', { outcomes: ['rejected', 'blocked'] }, ['rejected']],
    ['a policy', { policy: 'ward', outcomes: ['rejected'] }, ['rejected']],
    ['a policy that nobody used', { policy: 'finance' }, []],
    ['what was held', { held: true }, ['rejected', 'held']],
    ['what was not held', { held: false }, ['onHold', 'released']],
    ['a reason', { reason: 'medication-dosage' }, ['rejected', 'held']],
    ['half a reason', { reason: 'medication' }, []],
    ['who decided', { reviewer: 'rita' }, ['rejected', 'held']],
    ['who asked', { requester: 'omar' }, ['held']],
    ['who asked, by half a name', { requester: 'oma' }, []],
    ['a type of identifier', { type: 'NAME' }, ['onHold', 'rejected', 'held', 'released']],
    ['a type that was not there', { type: 'SSN' }, []],
    ['legal holds', { legalHold: true }, ['onHold']],
    ['what is free of them', { legalHold: false, held: false }, ['released']],
    ['what was degraded', { degraded: true }, []],
    ['a word of the text, however it is written', { text: 'LISINOPRIL' }, ['rejected', 'held']],
    ['a name that was replaced', { text: 'Kowalska' }, []],
    ['an injection in a text', { text: "' OR '1'='1" }, []],
    ['an injection in a name', { reviewer: "rita' OR '1'='1" }, []],
  ])('%s', async (_what, filter, wanted) => {
    expect(await found(filter)).toEqual(wanted.map((each) => ids[each]));
  });

  it('one case by its id, and another tenant’s by none', async () => {
    expect(await found({ caseId: ids.released })).toEqual([ids.released]);
    expect(await found({ caseId: ids.released }, carla)).toEqual([]);
    expect(await found({}, carla)).toEqual([]);
  });

  it('page by page, each case once', async () => {
    const seen: unknown[] = [];
    let after: string | undefined;
    do {
      const reply = await search({}, { limit: 3, ...(after === undefined ? {} : { after }) });
      const page = reply.body as { items: Item[]; next?: string };
      seen.push(...page.items.map((item) => item['case_id']));
      after = page.next;
    } while (after !== undefined);
    expect(seen).toEqual(await found({}));
  });
});

describe('all that a search finds', () => {
  it('is a query with pages and files, the same cases in the same order', async () => {
    const filter = { ...days, held: true, requester: 'omar' };
    const reply = await airlock.call('queryArchive', cora, { body: { search: filter } });
    expect(reply.status).toBe(200);
    const { columns, rows } = reply.body as { columns: { name: string }[]; rows: unknown[][] };
    const { items } = (await search(filter)).body as { items: Item[] };
    expect(items).toHaveLength(1);
    expect(
      rows.map((row) => Object.fromEntries(row.map((cell, at) => [columns[at]!.name, cell] as const))),
    ).toEqual(items);
    const both = { search: filter, sql: 'SELECT 1' };
    expect(codeOf(await airlock.call('queryArchive', cora, { body: both }))).toBe('invalid-request');
  });
});

describe('a search is refused', () => {
  it.each([
    ['without days', { filter: {} }],
    ['for a day that is none', { filter: { from: '2026-02-30', to: '2026-03-01' } }],
    ['for days the other way round', { filter: { from: days.to, to: days.from } }],
    ['for an outcome that is none', { filter: { ...days, outcomes: ['x'] } }],
    ['for what is not on record', { filter: { ...days, patient: 'Anna' } }],
    ['for a text of one letter', { filter: { ...days, text: 'a' } }],
    ['for too many', { filter: days, limit: 5000 }],
  ])('%s', async (_what, body) => {
    expect(codeOf(await airlock.call('searchArchive', cora, { body }))).toBe('invalid-request');
  });

  it('to a reviewer', async () => {
    expect(codeOf(await search({}, {}, rita))).toBe('forbidden');
  });
});

describe('what a policy would have changed', () => {
  type Replayed = { caseId: string; change?: string; obstacle?: string; after?: string; reasons?: string[] };
  const replay = async (body: object, who = cora) =>
    airlock.call('replayPolicy', who, { body: { ...days, ...body } });
  const items = async (body: object, who = cora) =>
    ((await replay(body, who)).body as { items: Replayed[] }).items;
  const strict = () => ({ ...ward, denied: { ...ward.denied, words: [...ward.denied.words, 'cough'] } });

  it('is nothing where it is the policy that the cases had', async () => {
    const all = await items({ policy: 'ward' });
    expect(all.map(({ caseId }) => caseId)).toEqual([ids.released, ids.held, ids.rejected, ids.onHold]);
    expect(new Set(all.map(({ change }) => change))).toEqual(new Set(['unchanged']));
  });

  it('is told case by case, as the command line tells it', async () => {
    const made = await items({ policy: strict(), to: '2026-06-30' });
    expect(made.filter(({ change }) => change === 'newly-held').map(({ caseId }) => caseId)).toEqual([
      ids.released,
      ids.onHold,
      ids.next,
    ]);
    expect(made[0]).toMatchObject({ before: 'pass', after: 'hold', proved: true });
    expect(made[0]?.reasons).toContain('denied-word');
    const local: Replayed[] = [];
    for await (const each of replayArchive(airlock.ports, airlock.folder, strict(), {
      tenantId: 'clinic',
      officers: 1,
    }))
      local.push({
        caseId: each.caseId,
        ...(each.obstacle === undefined ? each.replayed : { obstacle: each.obstacle }),
      } as Replayed);
    expect(made).toEqual(local.sort((a, b) => (a.caseId < b.caseId ? -1 : 1)));
    // Codes, and no text.
    expect(JSON.stringify(made)).not.toMatch(/cough|NAME_|Kowalsk/);
  });

  it('goes on page by page', async () => {
    const first = (await replay({ policy: 'ward', limit: 3 })).body as { items: Replayed[]; next: string };
    expect(first.items).toHaveLength(3);
    expect(await items({ policy: 'ward', limit: 3, after: first.next })).toHaveLength(1);
  });

  it('is on record as having been looked at', async () => {
    await items({ policy: 'ward' });
    const sql =
      "SELECT kind, asked_by, question, found FROM events WHERE kind IN ('queried', 'replayed') ORDER BY event_id DESC LIMIT 3";
    const reply = await airlock.call('queryArchive', cora, { body: { sql } });
    const { rows } = reply.body as { rows: unknown[][] };
    expect(rows).toContainEqual(['replayed', 'cora', null, 4]);
    expect(rows).toContainEqual(['queried', 'cora', 'policy-change', null]);
  });

  it.each([
    ['a policy that there is none of', { policy: 'nothing' }, 'unknown-policy'],
    ['a policy that cannot be used', { policy: { id: 'ward' } }, 'invalid-request'],
    ['days that are none', { policy: 'ward', from: 'x' }, 'invalid-request'],
  ])('is refused for %s', async (_what, body, code) => {
    expect(codeOf(await replay(body))).toBe(code);
  });

  it('is another tenant’s to ask about their own cases only', async () => {
    expect(await items({ policy: 'ward' }, carla)).toEqual([]);
  });
});
