// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Database, openDatabase } from '../../local/database.ts';

describe('database', () => {
  let folder: string;
  let database: Database;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'airlock-database-'));
    database = openDatabase({ path: join(folder, 'a.sqlite') });
    database.exec('CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL)');
  });
  afterEach(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });
  const insert = (text: string | null) => database.prepare('INSERT INTO word (text) VALUES (?)').run(text);
  const words = () =>
    database
      .prepare('SELECT text FROM word ORDER BY id')
      .all()
      .map((row) => row['text']);

  it('writes ahead and waits for the disk unless told otherwise', () => {
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    const normal = openDatabase({
      path: join(folder, 'b.sqlite'),
      synchronous: 'NORMAL',
      secureDelete: true,
    });
    expect(normal.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 1 });
    expect(normal.prepare('PRAGMA secure_delete').get()).toEqual({ secure_delete: 1 });
    normal.close();
  });

  it('keeps all of a transaction or nothing of it', () => {
    database.transaction(() => insert('a'));
    expect(() =>
      database.transaction(() => {
        insert('b');
        insert(null);
      }),
    ).toThrow(/NOT NULL/);
    expect(words()).toEqual(['a']);
  });

  it('undoes an inner transaction alone when its error is caught outside it', () => {
    database.transaction(() => {
      insert('outer');
      expect(() =>
        database.transaction(() => {
          insert('inner');
          throw new Error('no');
        }),
      ).toThrow('no');
    });
    expect(words()).toEqual(['outer']);
  });

  it('refuses asynchronous work, whose writes would fall outside the transaction', async () => {
    const later = async () => insert('late');
    expect(() => database.transaction(later)).toThrow(TypeError);
    await expect(database.batch(later)).rejects.toThrow(TypeError);
    expect(words()).toEqual([]);
  });

  it('commits the batches of one turn together, in order, and resolves after the commit', async () => {
    const other = openDatabase({ path: join(folder, 'a.sqlite') });
    const seen = (): unknown => other.prepare('SELECT count(*) AS n FROM word').get()?.['n'];
    let before: unknown;
    const first = database.batch(() => insert('a'));
    const second = database.batch(() => {
      before = seen();
      insert('b');
      return words();
    });
    expect(seen()).toBe(0);
    expect(await second).toEqual(['a', 'b']);
    await first;
    expect(before).toBe(0);
    expect(seen()).toBe(2);
    other.close();
  });

  it('undoes and rejects one failing batch and keeps its neighbours', async () => {
    const results = await Promise.allSettled([
      database.batch(() => insert('a')),
      database.batch(() => {
        insert('half');
        throw new RangeError('mine');
      }),
      database.batch(() => insert('c')),
    ]);
    expect(results.map((each) => each.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(words()).toEqual(['a', 'c']);
  });

  it('undoes and rejects a failing batch that is alone in its turn', async () => {
    const alone = database.batch(() => {
      insert('half');
      throw new RangeError('mine');
    });
    await expect(alone).rejects.toThrow('mine');
    expect(words()).toEqual([]);
    await database.batch(() => insert('next'));
    expect(words()).toEqual(['next']);
  });

  it('rejects the whole turn with StorageUnavailable on a full disk, keeps nothing of it, and goes on later', async () => {
    await database.batch(() => insert('kept'));
    database.exec('PRAGMA max_page_count = 3');
    const results = await Promise.allSettled([
      database.batch(() => insert('small')),
      database.batch(() => insert('x'.repeat(100_000))),
    ]);
    for (const each of results) {
      expect(each).toMatchObject({ reason: { name: 'StorageUnavailable', code: 'SQLITE_FULL' } });
    }
    expect(words()).toEqual(['kept']);
    database.exec('PRAGMA max_page_count = 100000');
    await database.batch(() => insert('small'));
    expect(words()).toEqual(['kept', 'small']);
  });

  it('says StorageUnavailable for a read-only connection and for a folder that is not there', async () => {
    database.exec('PRAGMA query_only = ON');
    await expect(database.batch(() => insert('a'))).rejects.toMatchObject({ code: 'SQLITE_READONLY' });
    database.exec('PRAGMA query_only = OFF');
    await database.batch(() => insert('a'));
    expect(words()).toEqual(['a']);
    expect(() => openDatabase({ path: join(folder, 'none', 'a.sqlite') })).toThrow(
      expect.objectContaining({ name: 'StorageUnavailable' }),
    );
  });

  it('lets only one process have an exclusive file', () => {
    const path = join(folder, 'lonely.sqlite');
    const one = openDatabase({ path, exclusive: true });
    expect(() => openDatabase({ path, exclusive: true })).toThrow(
      expect.objectContaining({ name: 'StorageUnavailable', code: 'SQLITE_BUSY' }),
    );
    one.close();
    openDatabase({ path, exclusive: true }).close();
  });

  it('commits what is waiting before it closes', async () => {
    const waiting = database.batch(() => insert('last'));
    database.close();
    await waiting;
    database = openDatabase({ path: join(folder, 'a.sqlite') });
    expect(words()).toEqual(['last']);
  });
});
