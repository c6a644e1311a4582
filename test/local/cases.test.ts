// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openCases, type LocalCases } from '../../local/cases.ts';
import { type Database, openDatabase } from '../../local/database.ts';
import { day, noon, sampleCase, sampleConversation, sampleEntry } from '../contract/sample-case.ts';
import { temporaryFolders } from '../contract/temporary-folder.ts';

const newFolder = temporaryFolders();

describe('the case store of the laptop', () => {
  let database: Database;
  let cases: LocalCases;
  let now: number;
  beforeEach(() => {
    now = noon;
    database = openDatabase({ path: join(newFolder(), 'cases.sqlite') });
    cases = openCases(database, () => now);
  });
  afterEach(() => database.close());

  const ruin = (caseId: string, body: string) =>
    database.prepare('UPDATE cases SET body = ? WHERE case_id = ?').run(body, caseId);

  it.each([
    ['no JSON', '{"tenantId":"north'],
    ['another object', '{"secret":"text"}'],
    ['an unknown field', JSON.stringify({ ...sampleCase(), colour: 'blue' })],
    ['an unknown status', JSON.stringify({ ...sampleCase(), status: 'lost' })],
    ['nothing', ''],
  ])('takes a row with %s as Malformed, and quotes nothing of it', async (_what, body) => {
    const item = sampleCase();
    await cases.accept(item, undefined, undefined);
    ruin(item.caseId, body);
    const error: unknown = await cases.get(item).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'Malformed', message: 'What came back could not be read.' });
    expect(error).not.toHaveProperty('cause');
  });

  it('does not let a row that cannot be read hide the others', async () => {
    const items = Array.from({ length: 7 }, (_, index) => sampleCase({ movedAt: noon - 10 + index }));
    for (const item of items) await cases.accept(item, undefined, undefined);
    for (const index of [1, 2, 3]) ruin(items[index]!.caseId, 'junk');
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await cases.stale({
        before: noon + 1,
        limit: 2,
        ...(after === undefined ? {} : { after }),
      });
      seen.push(...page.items.map((item) => item.caseId));
      after = page.next;
    } while (after !== undefined);
    expect(seen).toEqual([0, 4, 5, 6].map((index) => items[index]!.caseId));
  });

  it('accepts nothing on a full disk, keeps nothing of it, and goes on when there is room', async () => {
    const first = sampleCase();
    await cases.accept(first, sampleConversation(first), sampleEntry(first, 'a'));
    const pages = database.prepare('PRAGMA page_count').get()?.['page_count'];
    database.exec(`PRAGMA max_page_count = ${Number(pages)}`);
    const full = { name: 'StorageUnavailable', message: 'The store cannot be written.' };
    const many = Array.from({ length: 50 }, () => sampleCase());
    const results = await Promise.allSettled(
      many.map((item) => cases.accept(item, sampleConversation(item), sampleEntry(item, item.caseId))),
    );
    for (const result of results) expect(result).toMatchObject({ status: 'rejected', reason: full });
    for (const item of many) {
      expect(await cases.get(item)).toBeUndefined();
      expect(await cases.conversation(item)).toBeUndefined();
    }
    expect(await cases.get(first)).toEqual(first);
    database.exec('PRAGMA max_page_count = 1000000');
    const [retried] = many as [(typeof many)[0]];
    expect(await cases.accept(retried, undefined, sampleEntry(retried, retried.caseId))).toBeUndefined();
  });

  it('says with a probe whether it takes writes', async () => {
    await cases.probe();
    await cases.probe();
    database.exec('PRAGMA query_only = ON');
    await expect(cases.probe()).rejects.toMatchObject({ name: 'StorageUnavailable' });
    database.exec('PRAGMA query_only = OFF');
    await cases.probe();
  });

  it('prunes idempotency keys and budgets whose time is over, and nothing else', async () => {
    const [over, standing] = [sampleCase(), sampleCase()];
    await cases.accept(over, undefined, sampleEntry(over, 'over', noon + 1));
    await cases.accept(standing, undefined, sampleEntry(standing, 'standing', noon + 9 * day));
    const budget = { tenantId: 'north', tokens: 10, limit: 10 };
    await cases.spend({ ...budget, day: '2026-11-20' });
    now = noon + 2 * day;
    await cases.spend({ ...budget, day: '2026-11-22' });
    expect(await cases.prune()).toBe(1);
    now = noon + 3 * day;
    expect(await cases.prune()).toBe(1);
    expect(await cases.prune()).toBe(0);
    expect((await cases.accept(sampleCase(), undefined, sampleEntry(over, 'standing')))?.caseId).toBe(
      standing.caseId,
    );
    expect(await cases.spend({ ...budget, day: '2026-11-22' })).toBe(false);
    expect(await cases.get(over)).toEqual(over);
  });

  it('forgets conversations an hour after their objects in the vault, and no others', async () => {
    now = noon;
    const [over, standing] = [
      sampleCase({ vaultUntil: noon + day }),
      sampleCase({ vaultUntil: noon + 2 * day }),
    ];
    for (const item of [over, standing]) await cases.accept(item, sampleConversation(item), undefined);
    now = noon + day + 3_599_999;
    await cases.prune();
    expect(await cases.conversation(over)).toBeDefined();
    now = noon + day + 3_600_000;
    expect(await cases.prune()).toBe(1);
    expect(await cases.conversation(over)).toBeUndefined();
    expect(await cases.conversation(standing)).toBeDefined();
    expect(await cases.get(over)).toEqual(over);
    now = noon;
  });

  it('lists the cases of a file that knew no owners, also when it stopped while it learned of them', async () => {
    const items = [0, 1, 2].map((after) => sampleCase({ acceptedAt: noon + after }));
    const seed = sampleCase({ seed: { expected: 'refuse', by: 'sofia' } });
    for (const item of [...items, seed]) await cases.accept(item, undefined, undefined);
    ruin(items[1]!.caseId, '{"owner":');
    database.exec(`DROP INDEX owned; ALTER TABLE cases DROP COLUMN owner;
      CREATE TRIGGER stop BEFORE UPDATE ON cases BEGIN SELECT RAISE(ABORT, 'stopped'); END`);
    expect(() => openCases(database, () => now)).toThrow();
    database.exec('DROP TRIGGER stop');
    const page = await openCases(database, () => now).owned({
      tenantId: 'north',
      owner: items[0]!.owner,
      limit: 9,
    });
    expect(page.items.map(({ caseId }) => caseId)).toEqual([items[2]!.caseId, items[0]!.caseId]);
  });

  it('answers every query from an index, in its order', async () => {
    const plans: string[] = [];
    const watched: Database = {
      ...database,
      prepare: (sql) => {
        if (sql.startsWith('SELECT'))
          plans.push(
            database
              .prepare(`EXPLAIN QUERY PLAN ${sql}`)
              .all(...Array.from({ length: sql.split('?').length - 1 }, () => null))
              .map((row) => String(row['detail']))
              .join('; '),
          );
        return database.prepare(sql);
      },
    };
    const queried = openCases(watched, () => now);
    const item = sampleCase();
    await queried.accept(item, undefined, sampleEntry(item, 'k'));
    await queried.get(item);
    await queried.conversation(item);
    await queried.queue({ tenantId: 'north', limit: 1 });
    await queried.tallies({ tenantId: 'north', from: '2026-11-20', to: '2026-11-20' });
    await queried.stale({ before: noon, limit: 1 });
    await queried.closed({ tenantId: 'north', day: '2026-11-20', limit: 1 });
    await queried.expired({ before: noon, limit: 1 });
    await queried.due({ before: noon, limit: 1 });
    await queried.contained({ tenantId: 'north', limit: 1 });
    await queried.owned({ tenantId: 'north', owner: item.owner, limit: 1 });
    await queried.spent({ tenantId: 'north', day: '2026-11-20' });
    const asked = plans.filter((plan) => !plan.includes('pragma_table_info'));
    expect(asked).toHaveLength(12);
    for (const plan of asked)
      expect(plan).toMatch(/^SEARCH \w+ USING (?:INDEX|PRIMARY KEY|COVERING INDEX)[^;]*$/);
  });
});
