// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { askingOf } from '../../lambdas/archive/ask.ts';
import { restrictSql } from '../../lambdas/archive/restrict-sql.ts';
import { SqlRefused } from '../../lambdas/archive/sql/refused.ts';
import { fc } from '../seeded.ts';

const refusalOf = (sql: string): SqlRefused | undefined => {
  try {
    restrictSql(sql, 'clinic');
    return undefined;
  } catch (thrown) {
    if (thrown instanceof SqlRefused) return thrown;
    throw thrown;
  }
};
/** What comes of a query, without the binding of its tables. */
const read = (sql: string) =>
  restrictSql(sql, 'clinic').sql.replaceAll(
    /\(SELECT [^()]* FROM ("\w+") WHERE "tenant" = 'clinic'\)/g,
    '$1',
  );

describe('a SELECT of compliance’s own', () => {
  it('has every table bound to the tenant, without the column that tells tenants apart', () => {
    expect(restrictSql('select day from reveals r', '12').sql).toBe(
      `SELECT "day" FROM (SELECT "case_id", "side", "revealed_at", "revealed_by", "placeholder", "reason", "day" FROM "reveals" WHERE "tenant" = '12') AS "r"`,
    );
  });

  it.each([
    // What AND and OR, NOT, minus and || bind is the same for everybody afterwards.
    ['a OR b AND c', '("a" OR ("b" AND "c"))'],
    ['a AND b OR c', '(("a" AND "b") OR "c")'],
    ['NOT a = 1 AND b', '((NOT ("a" = 1)) AND "b")'],
    ['NOT a IS NULL OR b', '((NOT ("a" IS NULL)) OR "b")'],
    ['a - b - c * 2', '("a" - "b" - ("c" * 2))'],
    ['a - (b - c)', '("a" - (("b" - "c")))'],
    ['- - a', '(- (- "a"))'],
    ["a || 'x' || b", `("a" || 'x' || "b")`],
    ['a BETWEEN 1 AND 2 AND b', '(("a" BETWEEN 1 AND 2) AND "b")'],
    ['a NOT IN (1, 2)', '("a" NOT IN (1, 2))'],
    ["a NOT LIKE 'x%' ESCAPE '!'", `("a" NOT LIKE 'x%' ESCAPE '!')`],
    ['a IS NOT DISTINCT FROM b', '("a" IS NOT DISTINCT FROM "b")'],
    ["CASE WHEN a = 1 THEN 'x' ELSE NULL END", `(CASE WHEN ("a" = 1) THEN 'x' ELSE NULL END)`],
    ["CASE a WHEN 1 THEN 'x' END", `(CASE "a" WHEN 1 THEN 'x' END)`],
    ["DATE '2026-05-01' - INTERVAL '7' DAY", `(DATE '2026-05-01' - INTERVAL '7' DAY)`],
    ['TRY_CAST(a AS BIGINT)', 'TRY_CAST("a" AS bigint)'],
    ['EXTRACT(year FROM a)', 'EXTRACT(YEAR FROM "a")'],
    // Counted and cut off in the way that both engines have in common.
    [
      "DATE_DIFF('day', a, b)",
      `(DATE_DIFF('millisecond', CAST("a" AS timestamp), CAST("b" AS timestamp)) / 86400000)`,
    ],
    ["DATE_TRUNC('Month', a)", `DATE_TRUNC('month', CAST("a" AS timestamp))`],
    ["COUNT(DISTINCT a) FILTER (WHERE b = 'x')", `COUNT(DISTINCT "a") FILTER (WHERE ("b" = 'x'))`],
    [
      'SUM(a) OVER (PARTITION BY b ORDER BY c DESC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)',
      'SUM("a") OVER (PARTITION BY "b" ORDER BY "c" DESC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)',
    ],
    ["'it''s' /* ' */", `'it''s'`],
    [`"A"`, '"a"'],
  ])('says %s as %s', (given, wanted) => {
    const query = `SELECT ${given} AS made FROM (SELECT 1 AS a, 2 AS b, 3 AS c) t`;
    expect(read(query)).toBe(`SELECT ${wanted} AS "made" FROM (SELECT 1 AS "a", 2 AS "b", 3 AS "c") AS "t"`);
  });

  it.each([
    ['SELECT c.*, r.side FROM cases AS c LEFT OUTER JOIN reviews r ON r.case_id = c.case_id'],
    ['SELECT * FROM cases JOIN reviews USING (case_id), events'],
    ['SELECT * FROM cases CROSS JOIN entities'],
    ['WITH d (n) AS (SELECT COUNT(*) FROM cases GROUP BY day), e AS (SELECT n FROM d) SELECT MAX(n) FROM e;'],
    ['(SELECT case_id FROM cases) INTERSECT SELECT case_id FROM reviews ORDER BY 1 LIMIT 3 OFFSET 2'],
    ['SELECT day, COUNT(*) AS n FROM cases GROUP BY day HAVING COUNT(*) > 2 ORDER BY n DESC -- the most'],
    ['SELECT case_id FROM cases WHERE EXISTS (SELECT 1 FROM reviews WHERE reviews.case_id = cases.case_id)'],
    ['SELECT (SELECT MAX(day) FROM cases) AS newest'],
  ])('may be %s', (sql) => {
    expect(refusalOf(sql)).toBeUndefined();
  });

  it.each([
    // Other statements, and more than one.
    ['', 'not-a-select'],
    ['DROP TABLE cases', 'not-a-select'],
    ["COPY cases TO '/tmp/x'", 'not-a-select'],
    ["ATTACH '/tmp/x'", 'not-a-select'],
    ['PRAGMA database_list', 'not-a-select'],
    ['SET threads = 4', 'not-a-select'],
    ['VALUES (1)', 'not-a-select'],
    ['EXPLAIN SELECT 1', 'not-a-select'],
    ['FROM cases', 'not-a-select'],
    ['SELECT 1; SELECT 2', 'syntax'],
    ['SELECT 1; DROP TABLE cases', 'syntax'],
    ['WITH x AS (DELETE FROM cases) SELECT 1', 'not-a-select'],
    // Files, calls and other people's tables where a table is expected.
    ["SELECT * FROM read_csv('/etc/passwd')", 'unknown-table'],
    ["SELECT * FROM '/etc/passwd'", 'unknown-table'],
    ['SELECT * FROM "/etc/passwd"', 'syntax'],
    ['SELECT * FROM information_schema.tables', 'unknown-table'],
    ['SELECT * FROM main.cases', 'unknown-table'],
    ['SELECT * FROM duckdb_settings()', 'unknown-table'],
    ['SELECT * FROM "cases" (1)', 'unknown-table'],
    ['SELECT * FROM UNNEST(1)', 'unknown-table'],
    ['SELECT * FROM LATERAL (SELECT 1) x', 'unknown-table'],
    ['SELECT * FROM x', 'unknown-table'],
    ['WITH x AS (SELECT 1 AS a UNION ALL SELECT a FROM x) SELECT * FROM x', 'unknown-table'],
    ['WITH RECURSIVE x AS (SELECT 1) SELECT * FROM x', 'syntax'],
    ['WITH cases AS (SELECT 1) SELECT * FROM cases', 'name-taken'],
    ['SELECT * FROM (WITH y AS (SELECT 1) SELECT * FROM y) z, y', 'unknown-table'],
    ['SELECT y.a FROM cases', 'unknown-table'],
    // Other tenants.
    ['SELECT tenant FROM cases', 'unknown-column'],
    ["SELECT * FROM cases WHERE tenant = 'bank'", 'unknown-column'],
    ['SELECT filename FROM cases', 'unknown-column'],
    // Functions that read, wait, or make much of little.
    ["SELECT getenv('HOME')", 'unknown-function'],
    ["SELECT read_text('/etc/passwd')", 'unknown-function'],
    ["SELECT query('SELECT 1')", 'unknown-function'],
    ["SELECT repeat('x', 1000000000)", 'unknown-function'],
    ['SELECT "count"(1)', 'syntax'],
    ['SELECT main.count(1)', 'syntax'],
    ['SELECT COUNT() FROM cases', 'wrong-arguments'],
    ['SELECT SUM(*) FROM cases', 'wrong-arguments'],
    ['SELECT lower(DISTINCT case_id) FROM cases', 'wrong-arguments'],
    ['SELECT row_number() FROM cases', 'wrong-arguments'],
    ['SELECT lower(case_id) OVER () FROM cases', 'wrong-arguments'],
    ["SELECT DATE_DIFF('month', day, day) FROM cases", 'wrong-arguments'],
    ['SELECT DATE_DIFF(outcome, day, day) FROM cases', 'wrong-arguments'],
    ["SELECT DATE_TRUNC('century', day) FROM cases", 'wrong-arguments'],
    ['SELECT CAST(1 AS blob)', 'unknown-type'],
    // What one of the two engines would read otherwise, or not at all.
    ['SELECT case_id::int FROM cases', 'syntax'],
    ['SELECT [1, 2]', 'syntax'],
    ["SELECT {'a': 1}", 'syntax'],
    ['SELECT $$x$$', 'syntax'],
    ["SELECT E'a'", 'syntax'],
    ['SELECT `case_id` FROM cases', 'syntax'],
    ['SELECT case_id FROM cases WHERE day = ?', 'syntax'],
    ['SELECT case_id FROM cases WHERE day = $1', 'syntax'],
    ['SELECT case_id FROM cases WHERE day = :day', 'syntax'],
    ["SELECT DATE 'yesterday'", 'syntax'],
    ['SELECT case_id FROM cases FOR UPDATE', 'syntax'],
    ['SELECT case_id INTO x FROM cases', 'syntax'],
    ['SELECT case_id FROM cases TABLESAMPLE BERNOULLI (10)', 'syntax'],
    ['SELECT * EXCLUDE (case_id) FROM cases', 'syntax'],
    ['SELECT case_id FROM cases NATURAL JOIN reviews', 'syntax'],
    ['SELECT case_id FROM cases LIMIT 1 LIMIT 2', 'syntax'],
    ['SELECT case_id FROM cases GROUP BY ROLLUP (case_id)', 'unknown-function'],
    ["SELECT 'open", 'syntax'],
    ['SELECT /* open', 'syntax'],
    ['SELECT 1x', 'syntax'],
    ["SELECT 'a\u0000b'", 'syntax'],
    [`SELECT ${'('.repeat(60)}1${')'.repeat(60)}`, 'too-deep'],
    [`SELECT ${'NOT '.repeat(60)}true`, 'too-deep'],
    [`SELECT ${'- '.repeat(5000)}1`, 'too-deep'],
    [`SELECT ${'1 + '.repeat(6000)}1`, 'too-long'],
  ])('may not be %s', (sql, why) => {
    expect(refusalOf(sql)?.why).toBe(why);
  });

  it('binds the values that it is given, in their order', () => {
    const sql = 'SELECT case_id FROM cases WHERE day = CAST(:to AS date) OR policy = :name OR model = :name';
    const { order, sql: made } = restrictSql(
      sql,
      'clinic',
      new Map([
        ['to', 1],
        ['name', 1],
      ]),
    );
    expect(order).toEqual(['to', 'name', 'name']);
    expect(made.match(/\?/g)).toHaveLength(3);
  });

  it('binds as many values as there are of a name', () => {
    const { sql, values } = askingOf(
      'SELECT day FROM cases WHERE case_id IN (:cases) AND policy = :name',
      'clinic',
      {
        cases: ['a', 'b', 'c'],
        name: 'ward',
      },
    );
    expect(sql).toContain('("case_id" IN (?, ?, ?))');
    expect(values).toEqual(['a', 'b', 'c', 'ward']);
  });

  it('is told where it is wrong, and nothing of what it says', () => {
    const sql = "SELECT case_id FROM cases WHERE patient = 'Anna Kowalska'";
    const refused = refusalOf(sql);
    expect(refused?.position).toBe(sql.indexOf('patient'));
    expect(`${refused?.message} ${String(refused)} ${JSON.stringify(refused)}`).not.toMatch(/Anna|patient/);
  });

  it('is refused or bound to the tenant, whatever it is made of', () => {
    const words = (
      'SELECT FROM WHERE cases reviews tenant case_id ( ) , ; . * = OR AND NOT UNION WITH x AS IN EXISTS JOIN ON USING ' +
      "'a' ' \" -- /* */ 1 COUNT read_csv LIMIT ORDER BY CASE WHEN THEN END || - INTO CAST day DISTINCT FILTER OVER"
    ).split(' ');
    const queries = fc.array(fc.constantFrom(...words), { maxLength: 25 });
    fc.assert(
      fc.property(queries, (parts) => {
        const sql = `SELECT ${parts.join(' ')}`;
        if (refusalOf(sql) !== undefined) return;
        const made = restrictSql(sql, 'clinic').sql;
        // Without what stands in quotes, a table is only ever named where it is bound.
        const rest = made
          .replaceAll(/\(SELECT [^()]* FROM "\w+" WHERE "tenant" = 'clinic'\)/g, 'bound')
          .replaceAll(/'(?:[^']|'')*'/g, "''");
        expect(rest).not.toMatch(/(?:FROM|JOIN) (?!bound AS|"x" AS|\()/);
        expect(rest.replaceAll(/"\w+"/g, '')).not.toMatch(/;|--|\/\*|read_csv/);
        // What was written reads as it was written.
        expect(restrictSql(sql, 'clinic').sql).toBe(made);
      }),
      { numRuns: 3000 },
    );
  });
});
