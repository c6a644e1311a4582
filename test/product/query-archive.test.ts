// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { run } from './command.ts';
import { freePort, kill, policiesWithoutSample, type Product, startProduct } from './process.ts';

// Every call is a process of its own.
jest.setTimeout(120_000);

let folder: string;
let product: Product;
let environment: Record<string, string>;
let caseId = '';
const today = new Date().toISOString().slice(0, 10);
const period = ['--param', `from=${today.slice(0, 4)}-01-01`, '--param', `to=${today.slice(0, 4)}-12-31`];
const archive = (...args: string[]) => run(['archive', ...args], { environment });
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'airlock-query-'));
  const data = path('data');
  const AIRLOCK_POLICIES = await policiesWithoutSample(folder);
  product = await startProduct(data, await freePort(), { AIRLOCK_POLICIES });
  environment = { AIRLOCK_DATA: data, AIRLOCK_POLICIES };
  const sent = await run(['submit', '--policy', 'healthcare', '--file', '-', '--wait'], {
    environment,
    input: 'Draft a letter to Mrs. Anna Kowalska: her cough is better.',
  });
  caseId = /[0-9a-f-]{36}/.exec(sent.out)?.[0] ?? '';
});
afterAll(async () => {
  await kill(product);
  rmSync(folder, { recursive: true });
});

describe('archive query', () => {
  it('says what can be asked', async () => {
    const { code, out } = await archive('query');
    expect(code).toBe(0);
    expect(out).toMatch(/requester-history[\s\S]*disclosures[\s\S]*archive replay/);
  });

  it('answers a question, as a table and as JSON', async () => {
    expect((await archive('query', 'outcomes', ...period)).out).toMatch(/healthcare │ released +│ 1/);
    const answer = (await archive('query', 'outcomes', ...period, '--json')).json();
    expect(answer).toMatchObject({ total: 1, more: false, rows: [[today, 'healthcare', 'released', 1]] });
    const { out } = await archive('query', 'requester-history', ...period, '--param', 'who=rosa');
    expect(out).toContain(caseId);
    expect((await archive('query', 'requester-history', ...period, '--param', 'who=raj')).out).toBe(
      'Nothing.\n',
    );
    expect((await archive('query', 'disclosures', '--param', `cases=${caseId}`)).out).toMatch(
      /answer delivered/,
    );
  });

  it('answers SQL, from the arguments and from a file', async () => {
    const sql = 'SELECT case_id, day FROM cases ORDER BY case_id';
    expect((await archive('query', '--sql', sql)).out).toContain(caseId);
    writeFileSync(path('query.sql'), sql);
    expect((await archive('query', '--file', path('query.sql'))).out).toContain(caseId);
  });

  it('writes the whole answer to a file that is its owner’s', async () => {
    const sql = "SELECT case_id, '=1+1' AS formula FROM cases";
    for (const [format, name] of [
      ['--csv', 'a.csv'],
      ['--json', 'a.jsonl'],
      ['--parquet', 'a.parquet'],
    ] as const) {
      const { code, out } = await archive('query', '--sql', sql, format, '--out', path(name));
      expect({ code, out: out.replace(/\d+ bytes/, 'n bytes') }).toEqual({
        code: 0,
        out: `1 rows, n bytes: ${path(name)}\n`,
      });
      expect(statSync(path(name)).mode & 0o077).toBe(0);
    }
    expect(readFileSync(path('a.csv'), 'utf8')).toBe(`case_id,formula\r\n${caseId},'=1+1\r\n`);
    expect(JSON.parse(readFileSync(path('a.jsonl'), 'utf8'))).toEqual({ case_id: caseId, formula: '=1+1' });
    expect(readFileSync(path('a.parquet')).subarray(0, 4).toString()).toBe('PAR1');
  });

  it.each([
    [
      ['query', '--sql', "SELECT * FROM read_csv('/etc/passwd')"],
      /Sql refused \(sql-refused\)[\s\S]*line 1, column 15/,
      1,
    ],
    [['query', '--sql', 'SELECT CAST(outcome AS date) FROM cases'], /query-invalid/, 1],
    [['query', 'nothing'], /unknown-question/, 1],
    [['query', 'outcomes'], /invalid-request/, 1],
    [['query', 'outcomes', '--sql', 'SELECT 1'], /Ask one thing/, 2],
    [['query', 'outcomes', '--csv'], /--out FILE/, 2],
    [['query', 'outcomes', '--out', 'x'], /Say as what/, 2],
    [['query', 'outcomes', '--csv', '--parquet', '--out', 'x'], /Say one of/, 2],
    [['query', 'outcomes', '--limit', 'all'], /--limit is a number/, 2],
    [['query', 'outcomes', '--param', 'from'], /name=value/, 2],
    [['query', 'outcomes', ...period, '--as', 'vera'], /forbidden/, 1],
  ])('refuses %j', async (args, said, code) => {
    const ran = await archive(...args);
    expect(ran.code).toBe(code);
    expect(ran.err).toMatch(said);
    expect(ran.out).toBe('');
  });
});

describe('archive search', () => {
  const days = ['--from', today, '--to', today];

  it('finds cases by what is on record of them, on the screen and in a file', async () => {
    const all = ['--outcome', 'released', 'rejected', '--type', 'NAME', '--held', 'no'];
    const { code, out } = await archive('search', ...days, ...all);
    expect([code, out]).toEqual([0, expect.stringContaining(caseId)]);
    const file = await archive('search', ...days, '--requester', 'rosa', '--csv', '--out', path('found.csv'));
    expect(file.out).toMatch(/^1 rows/);
    expect(readFileSync(path('found.csv'), 'utf8')).toMatch(
      new RegExp(`^case_id,accepted_at,.*\\r\\n${caseId},`),
    );
    writeFileSync(path('words.txt'), 'cough is worse\n');
    expect((await archive('search', ...days, '--text-file', path('words.txt'))).out).toBe('No case.\n');
  });

  it.each([
    [['--held', 'perhaps'], /yes or no/, 2],
    [['--type', 'PATIENT'], /filter\.type: must be one of/, 1],
  ])('refuses %j', async (args, said, code) => {
    const ran = await archive('search', ...days, ...args);
    expect([ran.code, ran.err, ran.out]).toEqual([code, expect.stringMatching(said), '']);
  });
});

describe('archive replay', () => {
  it('says what a policy would have held, while the server runs', async () => {
    const source = fileURLToPath(new URL('../../policies/healthcare.json', import.meta.url));
    const policy = JSON.parse(readFileSync(source, 'utf8')) as { denied: { words: string[] } };
    writeFileSync(
      path('strict.json'),
      JSON.stringify({ ...policy, denied: { ...policy.denied, words: [...policy.denied.words, 'cough'] } }),
    );
    const days = ['--from', today, '--to', today];
    const { code, out } = await archive('replay', path('strict.json'), ...days);
    expect(code).toBe(0);
    expect(out).toMatch(/newly-held │ 1/);
    expect(out).toContain(caseId);
    expect((await archive('replay', source, ...days, '--json')).json()).toEqual([
      expect.objectContaining({ caseId, change: 'unchanged' }),
    ]);
    expect((await archive('replay', source, '--from', 'x', '--to', today)).code).toBe(2);
  });
});
