// SPDX-License-Identifier: Apache-2.0
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { rebuildCatalogue } from '../../lambdas/api/archive-catalogue.ts';
import { type QueryView } from '../../lambdas/api/archive-query.ts';
import type { Reply } from '../../lambdas/api/operation.ts';
import { operations } from '../../lambdas/api/index.ts';
import { serve } from '../../lambdas/api/serve.ts';
import { askingOf } from '../../lambdas/archive/ask.ts';
import { openNote } from '../../lambdas/archive/note.ts';
import { parametersSchema } from '../../lambdas/archive/parameters.ts';
import { questionNames, questions } from '../../lambdas/archive/questions.ts';
import type { Policy } from '../../lambdas/records/policy.ts';
import type { Principal } from '../../lambdas/records/principal.ts';
import { seal, unseal } from '../../lambdas/records/sealed.ts';
import { archiveKey, caseInstant } from '../../lambdas/records/transcript.ts';
import { openArchive } from '../../local/archive.ts';
import { openCatalogue } from '../../local/catalogue.ts';
import { openParquet } from '../../local/catalogue/parquet.ts';
import { exportArchive } from '../../local/export-archive.ts';
import { openTestAirlock, people, scripted, type TestAirlock } from '../airlock.ts';
import { codeOf } from './stage.ts';

// A pipeline, or an engine a question: on a machine that does other things it takes longer than the usual 5 s.
jest.setTimeout(60_000);

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
const select = (sql: string, who = cora, more: object = {}) =>
  airlock.call('queryArchive', who, { body: { sql, ...more } });
const objects = (reply: Reply) => {
  const { columns = [], rows: found = [] } = reply.body as QueryView;
  return found.map((row) => Object.fromEntries(row.map((cell, index) => [columns[index]!.name, cell])));
};
const rows = async (question: string, parameters: Record<string, string> = period, who = cora) => {
  const reply = await ask(question, parameters, who);
  expect(reply).toMatchObject({ status: 200 });
  return objects(reply);
};
const givenTo = (name: (typeof questionNames)[number]): Record<string, string> => {
  const given = { ...period, day: '2026-05-04', who: 'rita', cases: Object.values(ids).join(' ') };
  const wanted = Object.keys(questions[name].parameters);
  return Object.fromEntries(Object.entries(given).filter(([each]) => wanted.includes(each)));
};
const bytesOf = async (reply: Reply): Promise<Buffer> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of reply.stream ?? []) pieces.push(piece);
  return Buffer.concat(pieces);
};
const exported = async (queryId: string, format: string, who = cora) =>
  airlock.call('exportQuery', who, { params: { queryId }, query: { format } });
const submit = async (text: string, who = nora): Promise<string> => {
  now.value += 1000;
  return (await airlock.submit(text, { policy: 'ward' }, who)).caseId;
};
/** Has rita see who is behind the first placeholder of what is held, and why on record. */
const reveal = async (caseId: string): Promise<void> => {
  const on = (id: string, body: object = {}) => airlock.call(id, rita, { params: { caseId }, body });
  await on('claimReview');
  const shown = JSON.stringify((await on('readReview')).body);
  const placeholder = /\[(NAME_1_..)\]/.exec(shown)?.[1] ?? '';
  const reply = await on('reveal', {
    placeholder,
    reason: 'tell-people-apart',
    note: 'There are two on file.',
  });
  expect(reply.status).toBe(200);
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
  await reveal(ids.approved);
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
    const what = expect.stringMatching(/^NAME_1_/);
    const shown = { who: 'rita', how: 'review', case_id: ids.approved, what, why: 'tell-people-apart' };
    expect(await rows('re-identified')).toEqual([
      expect.objectContaining(shown),
      expect.objectContaining({
        who: 'cleo',
        how: 'unsealed',
        case_id: ids.released,
        why: 'regulator-request',
      }),
    ]);
  });

  it('to whom what of some cases was disclosed, when and why', async () => {
    const found = await rows('disclosures', { cases: `${ids.approved} ${ids.released} ${ids.failed}` });
    const told = found.map((row) => ['case_id', 'how', 'recipient', 'purpose'].map((name) => row[name]));
    expect(told).toEqual([
      [ids.released, 'answer delivered', 'the requester', 'ward'],
      [ids.released, 'sent to a model', 'stand-in', 'ward'],
      [ids.approved, 'answer delivered', 'the requester', 'ward'],
      [ids.approved, 'sent to a model', 'stand-in', 'ward'],
      [ids.approved, 'shown in a review', 'rita', 'tell-people-apart'],
      [ids.released, 'unsealed', 'cleo', 'regulator-request'],
    ]);
    const requesters = found.map((row) => row['requester']).filter((each) => each !== null);
    expect(new Set(requesters).size).toBe(1);
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
      // What the officer asked just now is on record, and their own.
      if (question !== 'queries-made') expect(await rows(question, givenTo(question), bank)).toEqual([]);
    }
  });

  it('the same after a restart, and after everything was made again from the archive', async () => {
    const all = async () => {
      const answers: Record<string, unknown> = {};
      for (const name of questionNames) {
        // Asking changes that answer.
        if (name !== 'queries-made') answers[name] = await rows(name, givenTo(name));
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

  it('the same from an exported folder, elsewhere', async () => {
    expect((await airlock.call('sealArchive', cora)).status).toBe(200);
    const target = join(mkdtempSync(join(tmpdir(), 'airlock-export-')), 'out');
    exportArchive(airlock.folder, target);
    const { ports } = airlock;
    const archive = await openArchive({
      folder: target,
      clock: () => now.value,
      randomBytes: ports.randomBytes,
    });
    const catalogue = openCatalogue(target, { ...ports, archive });
    const elsewhere = async (name: (typeof questionNames)[number]) => {
      const parameters = parametersSchema(questions[name].parameters).parse(givenTo(name));
      const ref = { tenantId: 'clinic', queryId: ports.newId() };
      await catalogue.start({ ...ref, owner: 'x', ...askingOf(questions[name].sql, 'clinic', parameters) });
      expect(await catalogue.poll(ref, 30_000)).toMatchObject({ state: 'succeeded' });
      return (await catalogue.page(ref, 1000)).rows;
    };
    for (const name of questionNames) {
      // Somebody asked meanwhile, which is an event that the export does not have.
      if (name === 'queries-made') continue;
      const reply = await ask(name, givenTo(name));
      expect(await elsewhere(name)).toEqual((reply.body as QueryView).rows);
    }
    catalogue.close();
    rmSync(join(target, '..'), { recursive: true });
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
    const { sql, values } = askingOf(questions['sent-to-model'].sql, 'clinic', { day: '2026-05-04' });
    const query = { tenantId: 'clinic', queryId: ports.newId() };
    await catalogue.start({ ...query, owner: 'x'.repeat(43), sql, values });
    await catalogue.poll(query, 5000);
    const { rows: found } = await catalogue.page(query, 10);
    expect(found[0]).toEqual(expect.arrayContaining([ids.released, 'contained', null]));
    catalogue.close();
    rmSync(folder, { recursive: true });
  });

  it('no text of a case once it is erased, in no file of the catalogue', async () => {
    const { folder } = airlock;
    await rows('sent-to-model', { day: '2026-05-04' });
    expect((await both('eraseCase', ids.erased)).status).toBe(200);
    // At once, and not only when somebody asks again.
    const parquet = await openParquet(join(folder, 'catalogue'));
    const files = filesBelow(join(folder, 'catalogue', 'cases', 'tenant=clinic'));
    const kept = await parquet.read(
      files,
      ['case_id', 'text_state', 'prompt_text'],
      `case_id = '${ids.erased}'`,
    );
    parquet.close();
    expect(kept).toEqual([[ids.erased, 'erased', null]]);
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
    [
      'a period that ends before it begins',
      'outcomes',
      { from: period.to, to: period.from },
      'invalid-request',
    ],
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
    expect(reply.body).toMatchObject({ more: true, total: 2 });
    expect((reply.body as QueryView).rows).toHaveLength(2);
    expect(codeOf(await ask('outcomes', period, cora, { limit: 1_000_000 }))).toBe('invalid-request');
  });

  it('a page of no rows, with what a number has to be', async () => {
    const reply = await ask('outcomes', period, cora, { page: 0 });
    expect(reply.body).toMatchObject({ errors: [{ path: 'page', message: 'must be at least 1' }] });
  });

  it('has every table of every question bound to the tenant, and every parameter bound', () => {
    for (const name of questionNames) {
      const parsed = parametersSchema(questions[name].parameters).parse(givenTo(name));
      const { sql, values } = askingOf(questions[name].sql, '12', parsed);
      const read = sql.match(/FROM "(?:cases|reviews|approvals|reveals|entities|events)"/g) ?? [];
      expect(read.length).toBeGreaterThan(0);
      expect(sql.match(/ WHERE "tenant" = '12'\)/g)).toHaveLength(read.length);
      expect(sql.match(/\?/g) ?? []).toHaveLength(values.length);
      for (const each of Object.values(parsed).flat()) expect(values).toContain(each);
    }
  });
});

describe('SQL of compliance’s own', () => {
  it('answers with names and types, dates as dates', async () => {
    const reply = await select(
      'SELECT day, outcome, COUNT(*) AS n, AVG(input_tokens) AS mean, MIN(accepted_at) AS first_one FROM cases GROUP BY day, outcome ORDER BY n DESC',
    );
    expect(reply.body).toMatchObject({
      state: 'succeeded',
      columns: [
        { name: 'day', type: 'date' },
        { name: 'outcome', type: 'varchar' },
        { name: 'n', type: 'bigint' },
        { name: 'mean', type: 'double' },
        { name: 'first_one', type: 'timestamp' },
      ],
    });
    expect(objects(reply)[0]).toMatchObject({ day: '2026-05-04', outcome: 'released', n: 4 });
    expect(objects(reply)[0]?.['first_one']).toMatch(/^2026-05-04T12:00:\d\d\.\d{3}Z$/);
  });

  it('is about the tenant’s own rows, whatever it says', async () => {
    const all = 'SELECT case_id FROM cases ORDER BY case_id';
    expect(objects(await select(all, carla))).toEqual([{ case_id: ids.others }]);
    expect(objects(await select(all)).map((row) => row['case_id'])).not.toContain(ids.others);
    expect(
      objects(await select(`SELECT case_id FROM cases WHERE case_id = '${ids.others}' OR true = true`)),
    ).toHaveLength(5);
  });

  it.each([
    ["SELECT * FROM read_csv('/etc/passwd')", 'unknown-table'],
    ["SELECT case_id FROM cases WHERE tenant = '12'", 'unknown-column'],
    ['SELECT case_id FROM cases; DROP TABLE cases', 'syntax'],
    ["COPY cases TO '/tmp/x'", 'not-a-select'],
    ['SELECT patient FROM cases', 'unknown-column'],
  ])('is refused where it says %s', async (sql, why) => {
    const reply = await select(sql);
    expect(codeOf(reply)).toBe('sql-refused');
    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({ why, line: 1 });
    expect(JSON.stringify(reply.body)).not.toMatch(/passwd|DROP|patient/);
  });

  it.each([
    ['a type that does not fit', 'SELECT CAST(outcome AS date) FROM cases', 'query-invalid'],
    ['a name of two columns', 'SELECT case_id FROM cases, reviews', 'query-invalid'],
    [
      '10 GB',
      `SELECT c0.prompt_text FROM ${Array.from({ length: 14 }, (_, at) => `cases c${at}`).join(', ')}`,
      'query-too-large',
    ],
  ])('is refused where it comes to %s', async (_what, sql, code) => {
    expect(codeOf(await select(sql))).toBe(code);
  });

  it.each([
    ['neither a question nor SQL', {}],
    ['both', { question: 'outcomes', parameters: period, sql: 'SELECT 1' }],
    ['SQL that is too long', { sql: `SELECT ${' '.repeat(20_000)}1` }],
    ['a page that is too long', { sql: 'SELECT 1', page: 5000 }],
  ])('is a request with %s only in error', async (_what, body) => {
    expect(codeOf(await airlock.call('queryArchive', cora, { body }))).toBe('invalid-request');
  });

  it('is told apart from a name that an error could quote', async () => {
    const reply = await select("SELECT CAST('Anna Kowalska' AS date) AS day FROM cases");
    expect(codeOf(reply)).toBe('query-invalid');
    expect(JSON.stringify(reply.body)).not.toMatch(/Anna/);
  });
});

describe('a query', () => {
  const slow =
    'SELECT COUNT(*) AS n FROM (SELECT COUNT(*) AS m FROM cases a, cases b, cases c, cases d, cases e, cases f, cases g, cases h, cases i, cases j, cases k, cases l WHERE a.input_tokens * b.input_tokens % 7 = 3) t';
  const now202 = { headers: { prefer: 'wait=0' } };

  it('is answered later if it takes longer, and can be stopped', async () => {
    const started = await airlock.call('queryArchive', cora, { body: { sql: slow }, ...now202 });
    expect(started.status).toBe(202);
    const { queryId, state } = started.body as QueryView;
    expect(['queued', 'running']).toContain(state);
    expect(codeOf(await exported(queryId, 'csv'))).toBe('query-running');
    const cancelled = await airlock.call('cancelQuery', cora, { params: { queryId } });
    expect(cancelled.body).toMatchObject({ state: 'cancelled' });
    expect(codeOf(await exported(queryId, 'csv'))).toBe('query-cancelled');
    const again = await airlock.call('cancelQuery', cora, { params: { queryId } });
    expect(again.body).toMatchObject({ state: 'cancelled' });
  });

  it('is read page by page, by whoever asked only', async () => {
    const sql = 'SELECT case_id FROM cases ORDER BY case_id';
    const first = (await select(sql, cora, { page: 2 })).body as QueryView;
    expect(first).toMatchObject({ total: 5, more: false });
    const params = { queryId: first.queryId };
    const seen = [...first.rows!];
    for (let { next } = first; next !== undefined;) {
      const reply = await airlock.call('readQuery', cora, { params, query: { limit: '2', after: next } });
      const page = reply.body as QueryView;
      seen.push(...page.rows!);
      next = page.next;
    }
    expect(seen.flat()).toEqual(objects(await select(sql)).map((row) => row['case_id']));
    for (const who of [cleo, carla]) {
      expect(codeOf(await airlock.call('readQuery', who, { params }))).toBe('not-found');
      expect(codeOf(await airlock.call('cancelQuery', who, { params }))).toBe('not-found');
      expect(codeOf(await exported(params.queryId, 'csv', who))).toBe('not-found');
    }
    expect(codeOf(await airlock.call('readQuery', nora, { params }))).toBe('forbidden');
    expect(codeOf(await airlock.call('readQuery', cora, { params, query: { after: 'WzldCg' } }))).toBe(
      'invalid-request',
    );
    expect(codeOf(await airlock.call('readQuery', cora, { params: { queryId: ids.released } }))).toBe(
      'not-found',
    );
  });

  it('is on record before it is answered, with what it asked for sealed', async () => {
    const sql = "SELECT case_id FROM cases WHERE prompt_text LIKE '%Anna Kowalska%'";
    const { queryId } = (await select(sql)).body as QueryView;
    const day = new Date(caseInstant(queryId)).toISOString().slice(0, 10);
    const file = readFileSync(
      join(airlock.folder, 'archive', 'event', 'tenant=clinic', `day=${day}`, `${queryId}.json`),
      'utf8',
    );
    expect(file).not.toMatch(/Anna|prompt_text|SELECT/);
    const event = JSON.parse(file) as { note: { digest: string; sealed: string } };
    expect(event).toMatchObject({ kind: 'queried', by: 'cora', question: 'sql' });
    const key = await airlock.ports.keys.tenantKey('clinic');
    expect(JSON.parse(openNote(key, queryId, event.note))).toEqual({ sql });
    const made = await rows('queries-made', { from: day, to: day });
    expect(made).toContainEqual(
      expect.objectContaining({ event_id: queryId, asked_by: 'cora', question: 'sql' }),
    );
    // What was refused for its form was not asked.
    await select('DROP TABLE cases');
    expect(await rows('queries-made', { from: day, to: day })).toHaveLength(made.length + 1);
  });

  it('is not answered where it cannot be put on record', async () => {
    const { archive } = airlock.ports;
    const failing = {
      ...airlock.ports,
      archive: { ...archive, put: async () => Promise.reject(new TypeError('down')) },
    };
    const operation = operations.find(({ id }) => id === 'queryArchive')!;
    const reply = await serve(
      operation,
      failing,
      () => undefined,
    )({
      principal: cora,
      params: {},
      query: {},
      header: (name) => (name === 'content-type' ? 'application/json' : undefined),
      body: async () => Buffer.from(JSON.stringify({ sql: 'SELECT 1 AS one' })),
    });
    expect(reply.status).toBe(500);
    expect(JSON.stringify(reply.body)).not.toMatch(/rows/);
  });
});

describe('an answer as a file', () => {
  const sql =
    "SELECT case_id, day, accepted_at, input_tokens, delivered, error, '=1+1' AS formula, prompt_text FROM cases ORDER BY case_id";
  let queryId = '';
  beforeAll(async () => {
    ({ queryId } = (await select(sql)).body as QueryView);
  });

  it('is CSV that no spreadsheet runs', async () => {
    const reply = await exported(queryId, 'csv');
    expect(reply.headers?.['content-type']).toMatch(/^text\/csv/);
    const [head, first] = (await bytesOf(reply)).toString().split('\r\n');
    expect(head).toBe('case_id,day,accepted_at,input_tokens,delivered,error,formula,prompt_text');
    expect(first).toContain(`${ids.released},2026-05-04,2026-05-04T12:00:01.000Z,10,true,,'=1+1,`);
  });

  it('is the same as JSON lines and as Parquet', async () => {
    const wanted = objects(await select(sql));
    const lines = (await bytesOf(await exported(queryId, 'jsonl'))).toString().trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(wanted);
    const folder = mkdtempSync(join(tmpdir(), 'airlock-parquet-'));
    const file = join(folder, 'answer.parquet');
    writeFileSync(file, await bytesOf(await exported(queryId, 'parquet')));
    const parquet = await openParquet(folder);
    const names = Object.keys(wanted[0]!);
    const read = await parquet.read([file], names);
    parquet.close();
    rmSync(folder, { recursive: true });
    expect(read.map((row) => Object.fromEntries(row.map((cell, at) => [names[at]!, cell])))).toEqual(wanted);
    expect(filesBelow(join(airlock.folder, 'catalogue', '.answers'))).toEqual([]);
  });

  it('is refused in a format that is none', async () => {
    expect(codeOf(await exported(queryId, 'xlsx'))).toBe('invalid-request');
  });
});

describe('beside the editor', () => {
  it('stands what can be asked, with its parameters, and how it is drawn', async () => {
    const { items } = (await airlock.call('listQuestions', cora)).body as {
      items: {
        question: string;
        parameters: object[];
        chart?: { x: string; y: string; series?: string };
        sql: string;
      }[];
    };
    expect(items.map(({ question }) => question)).toEqual([...questionNames]);
    expect(items.find(({ question }) => question === 'decided-by')?.parameters).toEqual([
      { name: 'from', kind: 'day', label: 'From' },
      { name: 'to', kind: 'day', label: 'To, included' },
      { name: 'who', kind: 'person', label: 'Reviewer' },
    ]);
    // A chart is drawn of columns that the answer has.
    for (const { question, chart } of items) {
      if (chart === undefined) continue;
      const reply = await ask(question, givenTo(question as (typeof questionNames)[number]));
      const names = (reply.body as QueryView).columns!.map(({ name }) => name);
      expect(names).toEqual(
        expect.arrayContaining([chart.x, chart.y, ...(chart.series === undefined ? [] : [chart.series])]),
      );
    }
  });

  it('stand the tables, each column of which can be asked for', async () => {
    const { items, functions } = (await airlock.call('listTables', cora)).body as {
      items: { table: string; columns: { name: string; type: string }[] }[];
      functions: string[];
    };
    for (const { table, columns } of items) {
      const names = columns.map(({ name }) => name);
      const reply = await select(`SELECT ${names.join(', ')} FROM ${table}`);
      expect((reply.body as QueryView).columns).toEqual(columns.map(({ name, type }) => ({ name, type })));
    }
    expect(functions).toContain('count');
  });
});
