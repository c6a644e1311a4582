// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { Failure } from '../../../lambdas/failures.ts';
import { openQueries, type QueryOptions, type Run } from '../../../local/catalogue/queries.ts';

const now = { value: 1_000_000 };
const ref = (queryId: string, tenantId = 'clinic') => ({ tenantId, queryId });
const query = (queryId: string, more: object = {}) => ({
  ...ref(queryId),
  owner: 'cora',
  sql: 'SELECT 1',
  values: [],
  ...more,
});
const columns = [{ name: 'n', type: 'bigint' as const }];
/** Rows of one number, in chunks. */
const counting =
  (rows: number, size = 100): Run =>
  async (_query, found) => {
    found.begun(() => undefined);
    found.columns(columns);
    for (let at = 0; at < rows; at += size)
      if (!found.rows(Array.from({ length: Math.min(size, rows - at) }, (_, index) => [at + index]))) return;
  };
/** Runs until it is stopped, or let go. */
function held() {
  const waiting: (() => void)[] = [];
  const run: Run = (_query, found, { signal }) =>
    new Promise((resolve, reject) => {
      found.begun(() => 40);
      found.columns(columns);
      waiting.push(resolve);
      signal.addEventListener('abort', () => reject(new Failure('Unavailable')));
    });
  return { run, waiting };
}
const open = (run: Run, more: Partial<QueryOptions> = {}) =>
  openQueries({ run, clock: () => now.value, ...more });
const ended = async (queries: ReturnType<typeof open>, queryId: string) => queries.poll(ref(queryId), 5000);

describe('queries', () => {
  it('are answered page by page, each row once, in order', async () => {
    const queries = open(counting(2345, 1000));
    await queries.start(query('a'));
    expect(await ended(queries, 'a')).toMatchObject({ state: 'succeeded', rows: 2345, more: false, columns });
    const seen: unknown[] = [];
    let after: string | undefined;
    do {
      const page = await queries.page(ref('a'), 700, after);
      expect(page.rows.length).toBeLessThanOrEqual(700);
      seen.push(...page.rows.flat());
      after = page.next;
    } while (after !== undefined);
    expect(seen).toEqual(Array.from({ length: 2345 }, (_, index) => index));
    for (const cursor of ['nonsense', 'WzIzNDVd', 'Wy0xXQ', 'WzBd', 'WzEuNV0'])
      await expect(queries.page(ref('a'), 10, cursor)).rejects.toMatchObject({ name: 'InvalidInput' });
  });

  it('are cut off at the limit that was asked for, and say so', async () => {
    const queries = open(counting(1000));
    await queries.start(query('a', { limit: 250 }));
    expect(await ended(queries, 'a')).toMatchObject({ rows: 250, more: true });
    await queries.start(query('b', { limit: 1000 }));
    expect(await ended(queries, 'b')).toMatchObject({ rows: 1000, more: false });
    await queries.start(query('c', { limit: 1001 }));
    expect(await ended(queries, 'c')).toMatchObject({ rows: 1000, more: false });
  });

  it.each([
    ['rows', { rows: 500, bytes: 1e6, ms: 1e6 }],
    ['bytes', { rows: 1e6, bytes: 2000, ms: 1e6 }],
  ])('fail rather than be cut off where an answer has too many %s', async (_what, limits) => {
    const queries = open(counting(1000), { limits });
    await queries.start(query('a'));
    const status = await ended(queries, 'a');
    expect(status).toMatchObject({ state: 'failed', failure: 'QueryTooLarge' });
    expect(status).not.toHaveProperty('rows');
    await expect(queries.page(ref('a'), 10)).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('fail where the engine takes too long, and are stopped', async () => {
    const queries = open(held().run, { limits: { rows: 1, bytes: 1, ms: 20 } });
    await queries.start(query('a'));
    expect(await ended(queries, 'a')).toMatchObject({ state: 'failed', failure: 'QueryTooLong' });
  });

  it.each([
    [new Failure('QueryInvalid'), 'QueryInvalid'],
    [new TypeError('what a table holds'), 'Unavailable'],
  ])('say no more of what went wrong than %s', async (thrown, failure) => {
    const queries = open(async () => Promise.reject(thrown));
    await queries.start(query('a'));
    expect(await ended(queries, 'a')).toEqual({
      owner: 'cora',
      state: 'failed',
      failure,
      startedAt: now.value,
      endedAt: now.value,
    });
  });

  it('wait their turn, and are refused where too many wait', async () => {
    const { run, waiting } = held();
    const queries = open(run, { atOnce: 1, most: 2 });
    await queries.start(query('a'));
    await queries.start(query('b'));
    expect(await queries.poll(ref('a'))).toMatchObject({ state: 'running', percent: 40 });
    const next = await queries.poll(ref('b'));
    expect([next.state, next.percent]).toEqual(['queued', undefined]);
    await expect(queries.start(query('c'))).rejects.toMatchObject({ name: 'Throttled' });
    waiting.shift()?.();
    const done = await ended(queries, 'a');
    expect([done.state, done.percent]).toEqual(['succeeded', undefined]);
    await queries.start(query('c'));
    // Before its turn.
    await queries.cancel(ref('c'));
    expect((await queries.poll(ref('c'))).state).toBe('cancelled');
    expect((await queries.poll(ref('b'))).state).toBe('running');
    queries.close();
    expect((await ended(queries, 'b')).state).toBe('cancelled');
  });

  it('of one person leave room for those of others', async () => {
    const queries = open(held().run, { mostOfOne: 2 });
    await queries.start(query('a'));
    await queries.start(query('b'));
    await expect(queries.start(query('c'))).rejects.toMatchObject({ name: 'Throttled' });
    await queries.start(query('d', { owner: 'cleo' }));
    await queries.start(query('e', { tenantId: 'bank' }));
    queries.close();
  });

  it('are one query where they are started twice, and each tenant’s own', async () => {
    let runs = 0;
    const queries = open(async (...all) => {
      runs += 1;
      await counting(1)(...all);
    });
    await queries.start(query('a'));
    await queries.start(query('a'));
    await ended(queries, 'a');
    expect(runs).toBe(1);
    await expect(queries.poll(ref('a', 'bank'))).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('are forgotten after a while, the oldest first where all of them take up too much', async () => {
    const queries = open(counting(100), { keepMs: 1000, keepBytes: 1000 });
    for (const id of ['a', 'b', 'c', 'd']) {
      await queries.start(query(id));
      await ended(queries, id);
    }
    await expect(queries.poll(ref('a'))).rejects.toMatchObject({ name: 'NotFound' });
    expect((await queries.poll(ref('d'))).state).toBe('succeeded');
    now.value += 1001;
    await expect(queries.poll(ref('d'))).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('of a tenant are forgotten together, those that run are stopped', async () => {
    const { run } = held();
    const queries = open((one, ...rest) =>
      one.queryId === 'a' ? counting(1)(one, ...rest) : run(one, ...rest),
    );
    await queries.start(query('a'));
    await ended(queries, 'a');
    await queries.start(query('b'));
    await queries.start(query('c', { tenantId: 'bank' }));
    queries.forget('clinic');
    await expect(queries.poll(ref('a'))).rejects.toMatchObject({ name: 'NotFound' });
    expect((await ended(queries, 'b')).state).toBe('cancelled');
    expect((await queries.poll(ref('c', 'bank'))).state).toBe('running');
    queries.close();
  });
});
