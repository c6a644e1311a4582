// SPDX-License-Identifier: Apache-2.0
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tableNames } from '../../../lambdas/archive/tables.ts';
import { openParquet } from '../../../local/catalogue/parquet.ts';
import { partsOf } from '../../../local/catalogue/parts.ts';
import { type Files, type Found, runQuery } from '../../../local/catalogue/run-query.ts';

// What the engine itself refuses, of queries that nobody has looked at before: as if the grammar had a hole.
const folder = mkdtempSync(join(tmpdir(), 'airlock-engine-'));
const root = join(folder, 'catalogue');
const placeOf = (tenant: string) => join(root, 'events', `tenant=${tenant}`, 'day=2026-05-04');
const own = join(placeOf('clinic'), '00000001.parquet');
const others = join(placeOf('12'), '00000001.parquet');
const secret = join(folder, 'secret.csv');
const made = join(folder, 'made');
const many = 3000;
const event = (tenant: string) => ({
  case_id: tenant,
  event_id: 'e',
  happened_at: Date.UTC(2026, 4, 4, 12),
  kind: 'refused',
});

beforeAll(async () => {
  writeFileSync(secret, 'a,b\nout,side\n');
  for (const tenant of ['clinic', '12']) mkdirSync(placeOf(tenant), { recursive: true });
  const parquet = await openParquet(root);
  await parquet.write(
    'events',
    Array.from({ length: many }, () => event('clinic')),
    own,
  );
  await parquet.write('events', [event('12')], others);
  parquet.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = async (
  sql: string,
  values: string[] = [],
  signal = new AbortController().signal,
  begun: NonNullable<Found['begun']> = () => undefined,
) => {
  const files = Object.fromEntries(tableNames.map((table) => [table, table === 'events' ? [own] : []]));
  const rows: unknown[] = [];
  let columns: unknown;
  await runQuery(
    {
      sql,
      values,
      files: files as unknown as Files,
      folders: partsOf(root, 'clinic').folders,
      spill: join(root, '.spill', 'one'),
      signal,
    },
    {
      columns: (found) => {
        columns = found;
      },
      rows: (found) => {
        rows.push(...found);
        return rows.length < 5;
      },
      begun,
    },
  );
  return { columns, rows };
};

describe('the engine', () => {
  it.each([
    ['a file as a table', `SELECT * FROM read_csv('${secret}')`],
    ['a file by its name', `SELECT * FROM '${secret}'`],
    ['a file as text', `SELECT * FROM read_text('${secret}')`],
    ['a file as bytes', `SELECT * FROM read_blob('/proc/self/environ')`],
    ['a file that it looks into first', `SELECT * FROM sniff_csv('${secret}')`],
    ['a database', `SELECT * FROM read_duckdb('${secret}')`],
    ['another tenant’s files', `SELECT * FROM read_parquet('${others}')`],
    ['another tenant’s files, as text', `SELECT * FROM read_blob('${others}')`],
    [
      'another tenant’s files, by a way round',
      `SELECT * FROM read_parquet('${placeOf('clinic')}/../../tenant=12/day=2026-05-04/*')`,
    ],
    ['what folders there are', `SELECT * FROM glob('${folder}/*')`],
    ['the environment', `SELECT getenv('HOME')`],
    ['its secrets', 'SELECT * FROM duckdb_secrets()'],
    ['a page of the web', `SELECT * FROM read_text('https://example.com/')`],
  ])('does not read %s', async (_what, sql) => {
    await expect(run(sql)).rejects.toMatchObject({ name: 'QueryInvalid' });
  });

  it.each([
    ['COPY', `COPY (SELECT 1) TO '${made}'`],
    ['COPY into its own folder', `COPY (SELECT 1) TO '${placeOf('clinic')}/made.parquet'`],
    ['COPY over its own file', `COPY (SELECT 1 AS case_id) TO '${own}' (FORMAT parquet)`],
    ['EXPORT', `EXPORT DATABASE '${made}'`],
    ['ATTACH', `ATTACH '${made}'`],
    ['ATTACH of memory', `ATTACH ':memory:' AS other`],
    ['INSTALL', 'INSTALL httpfs'],
    ['LOAD', 'LOAD httpfs'],
    ['PRAGMA', 'PRAGMA database_list'],
    ['PRAGMA with a value', "PRAGMA memory_limit = '8GB'"],
    ['SET', 'SET enable_external_access = true'],
    ['RESET', 'RESET allowed_directories'],
    ['CALL', `CALL enable_logging(storage = 'file', storage_path = '${made}')`],
    ['CREATE', 'CREATE TABLE mine AS SELECT 1'],
    ['a macro', 'CREATE MACRO mine() AS 1'],
    ['INSERT', 'INSERT INTO events SELECT * FROM events'],
    ['DROP', 'DROP VIEW events'],
    ['a second statement', `SELECT 1; COPY (SELECT 1) TO '${made}'`],
    ['a statement behind another', `SELECT 1; SELECT 2`],
    ['EXPLAIN', 'EXPLAIN ANALYZE SELECT 1'],
    [
      'logging, as a table',
      `SELECT * FROM enable_logging(storage = 'file', storage_path = '${placeOf('clinic')}/log')`,
    ],
    [
      'profiling, as a table',
      `SELECT * FROM enable_profiling(format = 'json', save_location = '${placeOf('clinic')}/profile')`,
    ],
    ['a checkpoint', 'SELECT * FROM force_checkpoint()'],
    ['a query in a text', `SELECT * FROM query('SELECT 1')`],
    ['a query in JSON', `SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))`],
  ])('does not run %s', async (_what, sql) => {
    await expect(run(sql)).rejects.toMatchObject({ name: 'QueryInvalid' });
    expect(existsSync(made)).toBe(false);
    expect(readdirSync(placeOf('clinic'))).toEqual(['00000001.parquet']);
  });

  it('is locked down', async () => {
    const settings = {
      enable_external_access: false,
      lock_configuration: true,
      autoload_known_extensions: false,
      autoinstall_known_extensions: false,
      allow_community_extensions: false,
    };
    const { rows } = await run(
      `SELECT ${Object.keys(settings)
        .map((name) => `current_setting('${name}')`)
        .join(', ')}`,
    );
    expect(rows).toEqual([Object.values(settings)]);
  });

  it('tells nothing of what it says about a mistake but its kind', async () => {
    const thrown: unknown = await run("SELECT CAST('Anna Kowalska' AS date)").catch(
      (error: unknown) => error,
    );
    expect(thrown).toMatchObject({ name: 'QueryInvalid' });
    expect(String(thrown)).not.toMatch(/Anna/);
  });

  it('tells how far it is while it runs, and stops when it is told to', async () => {
    const slow =
      "SELECT COUNT(*) AS n FROM events a, events b, events c WHERE a.kind || b.kind || c.kind = 'x'";
    const stop = new AbortController();
    const seen: number[] = [];
    let how: () => number | undefined = () => undefined;
    const watch = setInterval(() => {
      const percent = how();
      if (percent !== undefined) seen.push(percent);
      if (seen.length > 3) stop.abort();
    }, 5);
    const running = run(slow, [], stop.signal, (percent) => {
      how = percent;
    });
    await expect(running).rejects.toMatchObject({ name: 'Unavailable' });
    clearInterval(watch);
    expect(seen.every((each) => each >= 0 && each < 100)).toBe(true);
    expect(how()).toBeUndefined();
  });

  it('takes no more memory than it may', async () => {
    const large = 'SELECT list(a.happened_at) AS all_of_them FROM events a, events b, events c';
    await expect(run(large)).rejects.toMatchObject({ name: 'QueryTooLarge' });
  });

  it('stops reading once enough was found, and leaves nothing behind', async () => {
    const { rows } = await run('SELECT a.kind FROM events a, events b, events c');
    expect(rows.length).toBeLessThan(10_000);
    expect(existsSync(join(root, '.spill', 'one'))).toBe(false);
  });

  it('gives values as JSON has them, and their types', async () => {
    const { columns, rows } = await run(
      `SELECT day, happened_at, COUNT(*) AS n, 7 / 2 AS whole, 1.5 AS part, AVG(1) AS mean, true AS yes, NULL AS none,
       9007199254740993 AS large, happened_at - happened_at AS time, CAST(? AS date) AS bound
       FROM events GROUP BY day, happened_at`,
      ['2026-02-01'],
    );
    expect(rows).toEqual([
      [
        '2026-05-04',
        '2026-05-04T12:00:00.000Z',
        many,
        3,
        1.5,
        1,
        true,
        null,
        '9007199254740993',
        '00:00:00',
        '2026-02-01',
      ],
    ]);
    expect((columns as { type: string }[]).map(({ type }) => type)).toEqual([
      'date',
      'timestamp',
      'bigint',
      'bigint',
      'double',
      'double',
      'boolean',
      'bigint',
      'bigint',
      'varchar',
      'date',
    ]);
  });

  it('answers about a table without files with its columns and no row', async () => {
    expect(await run('SELECT case_id, tenant, day FROM cases')).toMatchObject({ rows: [] });
  });
});
