// SPDX-License-Identifier: Apache-2.0
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PolicyRefSchema } from '../../lambdas/records/case.ts';
import { type Database, openDatabase } from '../../local/database.ts';
import { openPolicies, PolicyMistakes } from '../../local/policies.ts';
import { readPolicy } from '../../lambdas/policy-file.ts';
import { temporaryFolders } from '../contract/temporary-folder.ts';

const newFolder = temporaryFolders();
const healthcare = readFileSync(new URL('../../policies/healthcare.json', import.meta.url), 'utf8');
const changed = (change: object) => JSON.stringify({ ...(JSON.parse(healthcare) as object), ...change });

describe('the policies of the laptop', () => {
  let folder: string;
  let database: Database;
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const mistakes = (): readonly string[] => {
    try {
      openPolicies(folder, database);
      return [];
    } catch (error) {
      expect(error).toBeInstanceOf(PolicyMistakes);
      return (error as PolicyMistakes).mistakes;
    }
  };

  beforeEach(() => {
    folder = newFolder();
    database = openDatabase({ path: join(newFolder(), 'cases.sqlite') });
    write('healthcare.json', healthcare);
  });
  afterEach(() => database.close());

  it('are found by name and by hash', async () => {
    const policies = openPolicies(folder, database);
    const found = policies.current('healthcare');
    expect(PolicyRefSchema.parse(found?.ref)).toMatchObject({ id: 'healthcare', version: '1.0.0' });
    expect(await policies.byHash(found!.ref.hash)).toEqual(found?.policy);
    expect(policies.ids()).toEqual(['healthcare']);
  });

  it('are listed in a stable order', () => {
    write('a.json', changed({ id: 'zebra' }));
    write('z.json', changed({ id: 'ant' }));
    write('notes.txt', 'not a policy');
    expect(openPolicies(folder, database).ids()).toEqual(['ant', 'healthcare', 'zebra']);
  });

  it.each(['finance', '', '__proto__', 'healthcare.json'])('have none of the name %j', (id) => {
    expect(openPolicies(folder, database).current(id)).toBeUndefined();
  });

  it('have one hash whatever the order and the space of the file, and another for another content', () => {
    const turned = Object.fromEntries(Object.entries(JSON.parse(healthcare) as object).reverse());
    const hashes = [healthcare, JSON.stringify(turned), changed({ samplePercent: 3 })].map(
      (text) => (readPolicy(text) as { ref: { hash: string } }).ref.hash,
    );
    expect(hashes[0]).toBe(hashes[1]);
    expect(hashes[0]).not.toBe(hashes[2]);
  });

  it('keep the version that a case began with after the file has changed', async () => {
    const first = openPolicies(folder, database).current('healthcare')!;
    write('healthcare.json', changed({ version: '1.1.0', samplePercent: 50 }));
    const policies = openPolicies(folder, database);
    expect(policies.current('healthcare')?.ref).toMatchObject({ version: '1.1.0' });
    expect(await policies.byHash(first.ref.hash)).toEqual(first.policy);
  });

  it('do not find a hash that was never in force', async () => {
    const policies = openPolicies(folder, database);
    await expect(policies.byHash('0'.repeat(64))).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('do not take a stored version that is not of its hash', async () => {
    const { ref } = openPolicies(folder, database).current('healthcare')!;
    write('healthcare.json', changed({ version: '1.1.0' }));
    const policies = openPolicies(folder, database);
    database
      .prepare(`UPDATE policies SET body = replace(body, '"hold"', '"pass"') WHERE hash = ?`)
      .run(ref.hash);
    await expect(policies.byHash(ref.hash)).rejects.toMatchObject({ name: 'Malformed' });
  });

  it('start with none when one has a mistake, and tell every mistake of every file with its place', () => {
    write('b.json', changed({ id: 'b', samplePercent: 101, operators: { SSN: 'keep' } }));
    write('c.json', '{"id":');
    const found = mistakes();
    expect(found).toHaveLength(3);
    expect(found).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^b\.json: samplePercent: /),
        expect.stringMatching(/^b\.json: operators\.SSN: keep is below the floor/),
        'c.json: (the whole file): is not JSON',
      ]),
    );
    expect(database.prepare('SELECT count(*) AS n FROM policies').get()).toEqual({ n: 0 });
  });

  it('refuse two files with one name', () => {
    write('again.json', healthcare);
    expect(mistakes()).toEqual(['healthcare.json: id: another file has the policy healthcare already']);
  });

  it('refuse a folder without any', () => {
    folder = newFolder();
    expect(mistakes()).toEqual([`${folder}: there is no policy in this folder`]);
  });
});
