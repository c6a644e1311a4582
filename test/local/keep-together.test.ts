// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepContent } from '../../lambdas/change.ts';
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

  describe('made by a step that still runs when', () => {
    const late: readonly (readonly [string, Partial<Case>])[] = [
      ['the end of its case is written down', { closing: { outcome: 'failed', at: noon } }],
      ['its case is closed', { status: 'closed', outcome: 'failed', closedAt: noon }],
      ['the text was found to hold what may never be stored', { tainted: true }],
    ];
    it.each(late)('%s, are not kept', async (_when, changes) => {
      await cases.replace({ ...item, ...changes, version: 1 });
      await vault.purge({ tenantId: item.tenantId, scope: item.caseId });
      const before = await cases.get(item);
      const kept = keepContent(
        { vault, cases, keepTogether: keep, clock, randomBytes },
        item,
        { kind: 'late' },
        (now, revision) => ({ ...now, answer: revision }),
      );
      await expect(kept).rejects.toMatchObject(conflict);
      expect(await cases.get(item)).toEqual(before);
      expect(database.prepare('SELECT count(*) AS objects FROM objects').get()).toEqual({ objects: 0 });
    });

    it('something else of it has changed, are kept', async () => {
      await cases.replace({ ...item, version: 1, status: 'running' });
      const revision = await keepContent(
        { vault, cases, keepTogether: keep, clock, randomBytes },
        item,
        { kind: 'answer' },
        (now, made) => ({ ...now, answer: made }),
      );
      expect(await cases.get(item)).toMatchObject({ version: 2, status: 'running', answer: revision });
      const ref = { tenantId: item.tenantId, scope: item.caseId, revision };
      expect(await vault.get(ref)).toBe('{"kind":"answer"}');
    });
  });
});
