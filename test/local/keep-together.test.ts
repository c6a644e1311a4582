// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { KeepTogether, NewObject } from '../../lambdas/ports.ts';
import type { Case } from '../../lambdas/records/case.ts';
import { type LocalCases, openCases } from '../../local/cases.ts';
import { type Database, openDatabase } from '../../local/database.ts';
import { keepTogetherIn } from '../../local/keep-together.ts';
import { type LocalVault, openVault } from '../../local/vault.ts';
import { day, newRevision, noon, sampleCase } from '../contract/sample-case.ts';
import { temporaryFolders } from '../contract/temporary-folder.ts';

const newFolder = temporaryFolders();
const conflict = { name: 'Conflict' };

describe('an object and the row that names it', () => {
  let database: Database;
  let vault: LocalVault;
  let cases: LocalCases;
  let keep: KeepTogether;
  let item: Case;
  const clock = () => noon;
  const object = (): NewObject => ({
    ref: { tenantId: item.tenantId, scope: item.caseId, revision: newRevision() },
    content: 'a prompt',
    until: noon + day,
  });
  const naming = ({ ref }: NewObject): Case => ({ ...item, version: 1, prompt: ref.revision });
  const isKept = ({ ref }: NewObject) => vault.get(ref).then(Boolean, () => false);

  beforeEach(async () => {
    database = openDatabase({ path: join(newFolder(), 'cases.sqlite') });
    vault = openVault({ database, master: randomBytes(32), clock, randomBytes });
    cases = openCases(database, clock);
    keep = keepTogetherIn(database, vault, cases);
    item = sampleCase();
    await cases.accept(item, undefined, undefined);
  });
  afterEach(() => database.close());

  it('are there together', async () => {
    const made = object();
    await keep(made, { kind: 'case', next: naming(made), tallies: [] });
    expect(await vault.get(made.ref)).toBe('a prompt');
    expect((await cases.get(item))?.prompt).toBe(made.ref.revision);
  });

  it('are not there when somebody else wrote the row first', async () => {
    const [first, late] = [object(), object()];
    await keep(first, { kind: 'case', next: naming(first), tallies: [] });
    await expect(keep(late, { kind: 'case', next: naming(late), tallies: [] })).rejects.toMatchObject(
      conflict,
    );
    expect(await isKept(late)).toBe(false);
    expect((await cases.get(item))?.prompt).toBe(first.ref.revision);
  });

  it('are not there when the name is another’s', async () => {
    const taken = object();
    await vault.put(taken.ref, 'something else', noon + day);
    await expect(keep(taken, { kind: 'case', next: naming(taken), tallies: [] })).rejects.toMatchObject(
      conflict,
    );
    expect(await vault.get(taken.ref)).toBe('something else');
    expect(await cases.get(item)).toEqual(item);
  });

  it('are refused under a name that is none, with nothing written', async () => {
    const wrong = { ...object(), ref: { tenantId: '../x', scope: item.caseId, revision: newRevision() } };
    await expect(
      keep(wrong, { kind: 'case', next: { ...item, version: 1 }, tallies: [] }),
    ).rejects.toMatchObject({ name: 'InvalidInput' });
    expect(await cases.get(item)).toEqual(item);
  });

  it('leave others of the same turn alone', async () => {
    const [first, late] = [object(), object()];
    const done = await Promise.allSettled([
      keep(first, { kind: 'case', next: naming(first), tallies: [] }),
      keep(late, { kind: 'case', next: naming(late), tallies: [] }),
    ]);
    expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect([await isKept(first), await isKept(late)]).toEqual([true, false]);
  });
});
