// SPDX-License-Identifier: Apache-2.0
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rebuildCatalogue } from '../../lambdas/api/query-archive.ts';
import { serve } from '../../lambdas/api/serve.ts';
import { positional, questionNames, questions } from '../../lambdas/archive/questions.ts';
import { tableNames } from '../../lambdas/archive/tables.ts';
import type { Policy } from '../../lambdas/records/policy.ts';
import type { Principal } from '../../lambdas/records/principal.ts';
import { seal, unseal } from '../../lambdas/records/sealed.ts';
import { archiveKey } from '../../lambdas/records/transcript.ts';
import { openCatalogue } from '../../local/catalogue.ts';
import { openEngine } from '../../local/catalogue/engine.ts';
import { openTestAirlock, people, scripted, type TestAirlock } from '../airlock.ts';
import { codeOf } from './stage.ts';

const { nora, rita, ravi, cora } = people;
const cleo: Principal = { ...cora, subject: 'cleo' };
/** An officer, and a requester, of a tenant whose name is a number. */
const carla: Principal = { ...cora, subject: 'carla', tenantId: '12' };
const noah: Principal = { ...nora, subject: 'noah', tenantId: '12' };
const now = { value: Date.UTC(2026, 4, 4, 12) };
const period = { from: '2026-05-01', to: '2026-05-31' };
const why = { reason: 'regulator-request', text: 'The regulator asked for the file.' };

let policies: string;
let airlock: TestAirlock;
const ids: Record<'released' | 'approved' | 'failed' | 'erased' | 'held' | 'others', string> = {
  released: '',
  approved: '',
  failed: '',
  erased: '',
  held: '',
  others: '',
};
let down = false;
const models = scripted((shown) => {
  if (down) throw new TypeError('down');
  return shown.includes('lisinopril') ? 'Take 20 mg of lisinopril twice a day.' : 'Her cough is better.';
});
const options = () => ({ policies, clock: () => now.value, models });

const ask = (question: string, parameters: Record<string, string>, who = cora, more: object = {}) =>
  airlock.call('queryArchive', who, { body: { question, parameters, ...more } });
type Answer = { columns: string[]; rows: (string | number | null)[][]; more: boolean };
const rows = async (question: string, parameters: Record<string, string> = period, who = cora) => {
  const reply = await ask(question, parameters, who);
  expect(reply).toMatchObject({ status: 200 });
  const { columns, rows: found } = reply.body as Answer;
  return found.map((row) => Object.fromEntries(row.map((cell, index) => [columns[index]!, cell])));
};
const submit = async (text: string, who = nora): Promise<string> => {
  now.value += 1000;
  return (await airlock.submit(text, { policy: 'ward' }, who)).caseId;
};
const both = async (id: string, caseId: string) => {
  now.value += 1000;
  const first = await airlock.call(id, cora, { params: { caseId }, body: why });
  now.value += 1000;
  const confirm = (first.body as { ask: string }).ask;
  return airlock.call(id, cleo, { params: { caseId }, body: { ...why, confirm } });
};

beforeAll(async () => {
  policies = mkdtempSync(join(tmpdir(), 'airlock-policies-'));
  const source = fileURLToPath(new URL('../../policies/healthcare.json', import.meta.url));
  const policy = JSON.parse(readFileSync(source, 'utf8')) as Policy;
  writeFileSync(
    join(policies, 'ward.json'),
    JSON.stringify({ ...policy, id: 'ward', erasure: 'onRequest', samplePercent: 0, tenants: ['*'] }),
  );
  airlock = await openTestAirlock(options());
  ids.released = await submit('Draft a letter to Mrs. Anna Kowalska: her cough is better.');
  ids.approved = await submit('How much lisinopril should Mr. Otto Kowalski take?');
  await airlock.decide(ids.approved, { decision: 'approve' }, rita);
  await airlock.decide(ids.approved, { decision: 'approve' }, ravi);
  ids.erased = await submit('Draft a letter to Mr. Peter Novak about his cough.');
  ids.held = await submit('Draft a letter to Mrs. Greta Lund about her cough.');
  ids.others = await submit('Draft a letter to Mrs. Vera Stone about her cough.', noah);
  down = true;
  ids.failed = await submit('Draft a letter to Mr. Hugo Brandt about his cough.');
  down = false;
  await both('placeHold', ids.held);
  await both('unsealCase', ids.released);
  await airlock.call('eraseCase', cora, { params: { caseId: ids.held }, body: why });
});
afterAll(async () => {
  await airlock.remove();
  rmSync(policies, { recursive: true });
});

const filesBelow = (folder: string): string[] =>
  (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [])
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('the archive answers', () => {
  it('what left for the model on a day, de-identified', async () => {
    const found = await rows('sent-to-model', { day: '2026-05-04' });
    expect(found.map((row) => row['case_id'])).toEqual([ids.released, ids.approved, ids.erased, ids.held]);
    expect(found[0]).toMatchObject({
      text_state: 'kept',
      accepted_at: '2026-05-04T12:00:01.000Z',
      policy: 'ward',
    });
    expect(found[0]?.['prompt_text']).toMatch(/\[NAME_1_/);
    expect(JSON.stringify(found)).not.toMatch(/Kowalsk|Novak|Lund/);
    expect(await rows('sent-to-model', { day: '2026-05-05' })).toEqual([]);
  });

  it('who saw identities, and why', async () => {
    expect(await rows('re-identified')).toEqual([
      expect.objectContaining({
        who: 'cleo',
        how: 'unsealed',
        case_id: ids.released,
        why: 'regulator-request',
      }),
    ]);
  });

  it('every release that fewer than two approved, and who decided what', async () => {
    const alone = (await rows('released-without-second-approval')).map((row) => row['case_id']);
    expect(alone).toContain(ids.released);
    expect(alone).not.toContain(ids.failed);
    const row = (await airlock.ports.cases.get({ tenantId: 'clinic', caseId: ids.approved }))!;
    const approvers = new Set([
      row.review?.decided?.by,
      ...(row.review?.approvals.map(({ by }) => by) ?? []),
    ]);
    expect(alone.includes(ids.approved)).toBe(approvers.size < 2);
    const by = row.review?.decided?.by ?? '';
    expect(await rows('decided-by', { ...period, who: by })).toEqual([
      expect.objectContaining({ case_id: ids.approved, side: 'answer', decision: 'approve' }),
    ]);
    expect(await rows('reviewer-decisions')).toEqual([
      { decided_by: by, side: 'answer', decision: 'approve', decisions: 1 },
    ]);
  });

  it('every degraded case, outcomes by day, entity types by month', async () => {
    expect(await rows('degraded')).toEqual([
      expect.objectContaining({ case_id: ids.failed, outcome: 'failed' }),
    ]);
    expect(await rows('outcomes')).toEqual([
      { day: '2026-05-04', policy: 'ward', outcome: 'failed', cases: 1 },
      { day: '2026-05-04', policy: 'ward', outcome: 'released', cases: 4 },
    ]);
    const [names] = (await rows('entity-types')).filter((row) => row['type'] === 'NAME');
    expect(names).toMatchObject({ month: '2026-05', side: 'prompt', cases: 5 });
  });

  it('which holds are in force, and what was refused', async () => {
    expect(await rows('holds-in-force', {})).toEqual([
      expect.objectContaining({ case_id: ids.held, asked_by: 'cora', confirmed_by: 'cleo' }),
    ]);
    expect(await rows('refused-attempts')).toEqual([
      expect.objectContaining({
        asked_by: 'cora',
        action: 'erase',
        refusal: 'legal-hold',
        case_id: ids.held,
      }),
    ]);
    expect(await rows('reviews-by-wait')).toHaveLength(1);
  });

  it('nobody about another tenant, one whose name is a number included', async () => {
    expect((await rows('outcomes', period, carla)).map((row) => row['cases'])).toEqual([1]);
    expect((await rows('sent-to-model', { day: '2026-05-04' }, carla)).map((row) => row['case_id'])).toEqual([
      ids.others,
    ]);
    const bank: Principal = { ...cora, tenantId: 'bank' };
    for (const question of questionNames) {
      const parameters = Object.fromEntries(
        Object.keys(questions[question].parameters.shape).map((name) => [
          name,
          name === 'who' ? 'rita' : '2026-05-04',
        ]),
      );
      expect(await rows(question, parameters, bank)).toEqual([]);
    }
  });

  it('the same after a restart, and after everything was made again from the archive', async () => {
    const all = async () => {
      const answers: Record<string, unknown> = {};
      for (const name of questionNames) {
        const shape = Object.keys(questions[name].parameters.shape);
        const given = { ...period, day: '2026-05-04', who: 'rita' } as Record<string, string>;
        answers[name] = await rows(name, Object.fromEntries(shape.map((each) => [each, given[each]!])));
      }
      return answers;
    };
    const before = await all();
    expect(await airlock.ports.catalogue.rebuild('clinic')).toEqual({ days: 1, contained: 0 });
    expect(await all()).toEqual(before);
    const { folder } = airlock;
    await airlock.close();
    rmSync(join(folder, 'catalogue'), { recursive: true });
    airlock = await openTestAirlock({ ...options(), folder });
    expect(await all()).toEqual(before);
  });

  it('without a text in which today’s recognizers find somebody', async () => {
    const { ports } = airlock;
    const ref = { tenantId: 'clinic', caseId: ids.released };
    const key = await ports.keys.caseKey(ref);
    const context = `sealed/clinic/${ids.released}`;
    // As if an earlier version had missed a number.
    const get = async (wanted: string) => {
      const object = await ports.archive.get(wanted);
      if (object === undefined || wanted !== archiveKey('sealed', ref)) return object;
      const text = unseal(key, context, object.bytes).toString();
      const missed = text.replaceAll(
        'her cough is better."',
        'her cough is better. His SSN is 219-09-9999."',
      );
      return { ...object, bytes: seal(key, context, Buffer.from(missed), new Uint8Array(12)) };
    };
    const folder = mkdtempSync(join(tmpdir(), 'airlock-scan-'));
    cpSync(join(airlock.folder, 'archive'), join(folder, 'archive'), { recursive: true });
    const catalogue = openCatalogue(folder, { ...ports, archive: { ...ports.archive, get } });
    const reply = await serve(
      rebuildCatalogue,
      { ...ports, catalogue },
      () => undefined,
    )({
      principal: cora,
      params: {},
      query: {},
      header: () => undefined,
      body: async () => Buffer.from(''),
    });
    expect(reply.body).toEqual({ days: 1, contained: 1 });
    const { sql, values } = positional(questions['sent-to-model'].sql, {
      tenant: 'clinic',
      day: '2026-05-04',
    });
    const { rows: found } = await catalogue.ask({
      tenantId: 'clinic',
      sql,
      values,
      limit: 10,
      withinMs: 5000,
    });
    expect(found[0]).toEqual(expect.arrayContaining([ids.released, 'contained', null]));
    catalogue.close();
    rmSync(folder, { recursive: true });
  });

  it('no text of a case once it is erased, in no file of the catalogue', async () => {
    const { folder } = airlock;
    await rows('sent-to-model', { day: '2026-05-04' });
    expect((await both('eraseCase', ids.erased)).status).toBe(200);
    // At once, and not only when somebody asks again.
    expect(filesBelow(join(folder, 'catalogue')).some((path) => path.includes('tenant=clinic/day'))).toBe(
      false,
    );
    const found = (await rows('sent-to-model', { day: '2026-05-04' })).find(
      (row) => row['case_id'] === ids.erased,
    );
    expect(found).toMatchObject({ text_state: 'erased', prompt_text: null });
  });
});

describe('what is refused', () => {
  it.each([
    ['a question that is none', 'everything', period, 'unknown-question'],
    ['a name of Object’s own', 'constructor', period, 'unknown-question'],
    ['SQL for a question', 'SELECT * FROM cases', {}, 'unknown-question'],
    ['a day that is none', 'sent-to-model', { day: '2026-02-30' }, 'invalid-request'],
    ['an injection for a day', 'sent-to-model', { day: "2026-05-04' OR '1'='1" }, 'invalid-request'],
    ['a missing parameter', 'outcomes', { from: '2026-05-01' }, 'invalid-request'],
    ['a parameter too many', 'outcomes', { ...period, tenant: '12' }, 'invalid-request'],
  ])('%s', async (_what, question, parameters, code) => {
    expect(codeOf(await ask(question, parameters))).toBe(code);
  });

  it.each([
    "rita' OR '1'='1",
    "'; DROP VIEW reviews; --",
    "rita') UNION SELECT prompt_text FROM cases --",
    '%',
    '?',
  ])('an injection in a parameter is a name that nobody has: %s', async (who) => {
    expect(await rows('decided-by', { ...period, who })).toEqual([]);
  });

  it('rows over the limit, and says that there are more', async () => {
    const reply = await ask('sent-to-model', { day: '2026-05-04' }, cora, { limit: 2 });
    expect(reply.body).toMatchObject({ more: true });
    expect((reply.body as Answer).rows).toHaveLength(2);
    expect(codeOf(await ask('outcomes', period, cora, { limit: 1_000_000 }))).toBe('invalid-request');
  });

  it('has bound every parameter of every question, and the tenant in each', () => {
    for (const name of questionNames) {
      const { sql, parameters } = questions[name];
      const given = Object.fromEntries(
        ['tenant', ...Object.keys(parameters.shape)].map((each) => [each, each]),
      );
      const bound = positional(sql, given);
      expect(bound.values).toContain('tenant');
      expect(bound.sql).not.toMatch(/:[a-z]/);
      expect(() => positional(sql, {})).toThrow(RangeError);
    }
  });
});

describe('the engine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'airlock-engine-'));
  const inside = join(folder, 'catalogue');
  mkdirSync(inside);
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  cpSync(join(folder, 'secret.txt'), join(folder, 'secret.csv'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const none = () =>
    Object.fromEntries(tableNames.map((name) => [name, []])) as unknown as Parameters<
      Awaited<ReturnType<typeof openEngine>>['ask']
    >[0];
  const attempt = async (sql: string, withinMs = 5000) => {
    const engine = await openEngine(inside);
    try {
      return await engine.ask(none(), { sql, values: [], limit: 10, withinMs });
    } finally {
      engine.close();
    }
  };

  it.each([
    ['reads a file', () => `SELECT * FROM read_text('${folder}/secret.txt')`],
    ['reads a table in a file', () => `SELECT * FROM '${folder}/secret.csv'`],
    ['climbs out of its folder', () => `SELECT * FROM read_text('${inside}/../secret.txt')`],
    ['looks at a folder', () => `SELECT * FROM glob('${folder}/*')`],
    [
      'runs a second statement',
      () => `SELECT 1); COPY (SELECT 1) TO '${folder}/x.csv'; SELECT * FROM (SELECT 1`,
    ],
    ['reads a table that is none', () => 'SELECT * FROM nothing'],
  ])('never %s', async (_what, sql) => {
    await expect(attempt(sql())).rejects.toMatchObject({ name: 'Unavailable' });
    expect(existsSync(join(folder, 'x.csv'))).toBe(false);
  });

  it.each(['SET enable_external_access = true', "SET memory_limit = '1TB'"])(
    'takes no configuration: %s',
    async (set) => {
      await expect(attempt(`SELECT 1); ${set}; SELECT * FROM (SELECT 1`)).rejects.toMatchObject({
        name: 'Unavailable',
      });
    },
  );

  it('stops a question that takes too long', async () => {
    const slow =
      'SELECT COUNT(*) AS n FROM range(100000000) a, range(100000000) b WHERE a.range * b.range % 7 = 3';
    await expect(attempt(slow, 300)).rejects.toMatchObject({ name: 'QueryTooLong' });
  });

  it('answers an empty catalogue with no rows', async () => {
    expect(await attempt('SELECT case_id, day FROM cases')).toEqual({
      columns: ['case_id', 'day'],
      rows: [],
      more: false,
    });
  });
});
