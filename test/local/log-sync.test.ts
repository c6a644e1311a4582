// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Database, openDatabase } from '../../local/database.ts';

describe('a database whose disk is waited for when asked', () => {
  let folder: string;
  let database: Database;
  let syncs: { resolve: () => void; reject: (error: unknown) => void }[];
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const insert = (text: string) =>
    database.batch(() => database.prepare('INSERT INTO word (text) VALUES (?)').run(text));
  const stateOf = async (promise: Promise<void>) => {
    let state = 'waits';
    promise.then(
      () => (state = 'resolved'),
      () => (state = 'rejected'),
    );
    await turn();
    return state;
  };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'airlock-log-'));
    syncs = [];
    database = openDatabase({
      path: join(folder, 'a.sqlite'),
      waits: 'asked',
      sync: () => new Promise<void>((resolve, reject) => syncs.push({ resolve, reject })),
    });
    database.exec('CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL)');
    await insert('first');
    const done = database.onDisk();
    syncs.shift()?.resolve();
    await done;
  });
  afterEach(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });

  it('commits without waiting for the disk, and has nothing to wait for when nothing was written', async () => {
    await insert('second');
    expect(syncs).toEqual([]);
    const done = database.onDisk();
    syncs.shift()?.resolve();
    await done;
    await database.onDisk();
    expect(syncs).toEqual([]);
  });

  it('lets all who ask together wait for one sync', async () => {
    await insert('second');
    const both = Promise.all([database.onDisk(), database.onDisk()]);
    expect(syncs).toHaveLength(1);
    syncs.shift()?.resolve();
    await both;
  });

  it('does not take a sync that began before a commit for one that saw it', async () => {
    await insert('second');
    const early = database.onDisk();
    const running = syncs.shift();
    await insert('third');
    const late = database.onDisk();
    running?.resolve();
    await early;
    expect(await stateOf(late)).toBe('waits');
    syncs.shift()?.resolve();
    await late;
  });

  it('says StorageUnavailable when the disk fails, and takes nothing more until it is opened again', async () => {
    await insert('second');
    const asked = database.onDisk();
    syncs.shift()?.reject(Object.assign(new Error('a message that may quote'), { code: 'EIO' }));
    await expect(asked).rejects.toMatchObject({ name: 'StorageUnavailable', code: 'EIO' });
    await expect(database.onDisk()).rejects.toMatchObject({ name: 'StorageUnavailable' });
    await expect(insert('third')).rejects.toMatchObject({ name: 'StorageUnavailable' });
    expect(syncs).toEqual([]);
    expect(database.prepare('SELECT count(*) AS n FROM word').get()).toEqual({ n: 2 });
  });

  it('syncs the log itself where nobody replaces that, also after the log was cut', async () => {
    const path = join(folder, 'b.sqlite');
    const real = openDatabase({ path, waits: 'asked' });
    real.exec('CREATE TABLE word (text TEXT)');
    await real.onDisk();
    real.cutLog();
    await real.batch(() => real.prepare('INSERT INTO word VALUES (?)').run('a'));
    await real.onDisk();
    real.close();
    const again = openDatabase({ path });
    expect(again.prepare('SELECT text FROM word').all()).toEqual([{ text: 'a' }]);
    again.close();
  });

  it.each([
    ['FULL', 'each', 2],
    ['FULL', 'asked', 1],
    ['NORMAL', 'asked', 1],
  ] as const)('%s, waiting for %s: SQLite’s own level is %i', async (synchronous, waits, level) => {
    const other = openDatabase({ path: join(folder, 'c.sqlite'), synchronous, waits });
    expect(other.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: level });
    await other.onDisk();
    other.close();
  });

  it('writes the log out now and then with NORMAL, and nobody waits or fails', async () => {
    let synced = 0;
    const normal = openDatabase({
      path: join(folder, 'e.sqlite'),
      synchronous: 'NORMAL',
      waits: 'asked',
      sync: () => {
        synced += 1;
        return Promise.reject(new Error('the disk is full'));
      },
    });
    normal.exec('CREATE TABLE word (text TEXT)');
    for (let each = 0; each < 600; each += 1) {
      normal.transaction(() => normal.prepare('INSERT INTO word VALUES (?)').run('a'));
      await Promise.resolve();
    }
    expect(synced).toBe(1);
    expect(normal.prepare('SELECT count(*) AS words FROM word').get()).toEqual({ words: 600 });
    normal.close();
  });

  it('promises nothing of the disk with NORMAL', async () => {
    const normal = openDatabase({
      path: join(folder, 'd.sqlite'),
      synchronous: 'NORMAL',
      waits: 'asked',
      sync: () => Promise.reject(new Error('was asked')),
    });
    normal.exec('CREATE TABLE word (text TEXT)');
    await expect(normal.onDisk()).resolves.toBeUndefined();
    normal.close();
  });
});
