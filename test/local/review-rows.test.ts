// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { queueEntry } from '../../lambdas/records/queue.ts';
import { openCases } from '../../local/cases.ts';
import { type Database, openDatabase } from '../../local/database.ts';
import { noon, sampleCase, sampleReview } from '../contract/sample-case.ts';
import { temporaryFolders } from '../contract/temporary-folder.ts';

describe('the queue and the counters of the laptop', () => {
  const newFolder = temporaryFolders();
  let database: Database;
  let now = noon;
  beforeEach(() => {
    now = noon;
    database = openDatabase({ path: join(newFolder(), 'cases.sqlite'), synchronous: 'NORMAL' });
  });
  afterEach(() => database.close());

  const held = (index: number) =>
    sampleCase({ status: 'held', review: sampleReview({ expiresAt: noon + index }) });
  const listed = async (cases: ReturnType<typeof openCases>) =>
    (await cases.queue({ tenantId: 'north', limit: 100 })).items;

  it('are made for a file that is older than they are, without what cannot be read', async () => {
    const before = openCases(database, () => now);
    const items = [0, 1, 2].map(held);
    for (const item of [...items, sampleCase(), sampleCase({ status: 'closed', review: sampleReview() })])
      await before.accept(item, undefined, undefined);
    database.exec('DROP TABLE queue; DROP TABLE tallies');
    database.prepare("UPDATE cases SET body = 'junk' WHERE case_id = ?").run(items[1]!.caseId);
    const after = openCases(database, () => now);
    expect(await listed(after)).toEqual([queueEntry(items[0]!), queueEntry(items[2]!)]);
    // And only then: what was taken out of the queue by hand is not brought back at every start.
    database.exec('DELETE FROM queue');
    expect(await listed(openCases(database, () => now))).toEqual([]);
  });

  it('leave out an entry that cannot be read, and count it', async () => {
    const cases = openCases(database, () => now);
    const items = [0, 1, 2].map(held);
    for (const item of items) await cases.accept(item, undefined, undefined);
    database.prepare("UPDATE queue SET body = 'junk' WHERE case_id = ?").run(items[0]!.caseId);
    const page = await cases.queue({ tenantId: 'north', limit: 2 });
    expect(page).toMatchObject({ items: [queueEntry(items[1]!)], unreadable: 1 });
    const rest = await cases.queue({ tenantId: 'north', limit: 2, after: page.next! });
    expect(rest).toEqual({ items: [queueEntry(items[2]!)] });
  });

  it('go with a case that is disposed of', async () => {
    const cases = openCases(database, () => now);
    const item = held(0);
    await cases.accept(item, undefined, undefined);
    await cases.forgetCase(item);
    expect(await listed(cases)).toEqual([]);
  });

  it('forget minutes after two days, and no day', async () => {
    const cases = openCases(database, () => now);
    const item = sampleCase();
    await cases.accept(item, undefined, undefined);
    const tally = (period: string) => ({ tenantId: 'north', period, who: 'vera', name: 'decided', count: 1 });
    await cases.replace({ ...item, version: 1 }, [tally('2026-11-20'), tally('2026-11-20T12:00')]);
    const minutes = () =>
      cases.tallies({ tenantId: 'north', from: '2026-11-20T00:00', to: '2026-11-20T23:59' });
    now += 86_400_000;
    await cases.prune();
    expect(await minutes()).toHaveLength(1);
    now += 2 * 86_400_000;
    await cases.prune();
    expect(await minutes()).toEqual([]);
    expect(await cases.tallies({ tenantId: 'north', from: '2026-11-20', to: '2026-11-20' })).toHaveLength(1);
  });

  it('count nothing and place nothing on a full disk', async () => {
    const cases = openCases(database, () => now);
    const item = held(0);
    await cases.accept({ ...item, status: 'running' }, undefined, undefined);
    const pages = Number(database.prepare('PRAGMA page_count').get()?.['page_count']);
    database.exec(`PRAGMA max_page_count = ${pages}`);
    const tallies = Array.from({ length: 2000 }, (_, index) => ({
      tenantId: 'north',
      period: '2026-11-20',
      who: '',
      name: `many ${index} ${'x'.repeat(200)}`,
      count: 1,
    }));
    await expect(cases.replace({ ...item, version: 1 }, tallies)).rejects.toMatchObject({
      name: 'StorageUnavailable',
    });
    expect(await listed(cases)).toEqual([]);
    expect(await cases.tallies({ tenantId: 'north', from: '2026-11-20', to: '2026-11-20' })).toEqual([]);
    expect((await cases.get(item))?.version).toBe(0);
  });
});
