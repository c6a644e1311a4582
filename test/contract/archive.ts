// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import type { Archive, Retention } from '../../lambdas/ports.ts';
import { archiveKey } from '../../lambdas/records/transcript.ts';
import { day, noon } from './sample-case.ts';

/** What the port leaves out, as S3 has it: `refused` is its 403, `missing` its 404. */
export type Locks = Readonly<{
  extend: (key: string, retention: Retention, bypassGovernance?: boolean) => Promise<LockResult>;
  setLegalHold: (key: string, on: boolean) => Promise<LockResult>;
  remove: (key: string, bypassGovernance?: boolean) => Promise<LockResult>;
}>;
export type LockResult = 'done' | 'refused' | 'missing';

/** An archive, and its clock for the test to turn: it begins at `noon`. */
export type ArchiveUnderTest = Readonly<{ archive: Archive & Locks; setNow: (now: number) => void }>;

const newKey = () => archiveKey('record', { tenantId: 'north', caseId: uuidv7() });
const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const until = noon + 365 * day;
const compliance: Retention = { mode: 'COMPLIANCE', until };
const governance: Retention = { mode: 'GOVERNANCE', until };

/** What every archive does; that it refuses what S3 Object Lock refuses is `describeObjectLock`. */
export function describeArchive(name: string, make: () => Promise<ArchiveUnderTest>): void {
  describe(`${name} keeps the contract of the archive:`, () => {
    it.each([
      ['a record', bytes('{"schema":"airlock.record/1"}')],
      ['nothing', bytes('')],
      ['every byte there is', Uint8Array.from({ length: 256 }, (_, value) => value)],
      ['a megabyte', new Uint8Array(1_000_000).fill(7)],
    ])('gives back %s with its retention', async (_what, content) => {
      const { archive } = await make();
      const key = newKey();
      expect(await archive.put(key, content, compliance)).toBe('written');
      const found = await archive.get(key);
      expect(Buffer.from(found!.bytes).equals(content)).toBe(true);
      expect(found).toMatchObject({ retention: compliance, legalHold: false });
    });

    it('finds nothing where nothing was put', async () => {
      const { archive } = await make();
      expect(await archive.get(newKey())).toBeUndefined();
    });

    it('changes nothing when a key is written again, neither bytes nor retention', async () => {
      const { archive } = await make();
      const key = newKey();
      await archive.put(key, bytes('first'), compliance);
      for (const [content, retention] of [
        ['first', compliance],
        ['second', compliance],
        ['first', { mode: 'GOVERNANCE', until: until + day }],
      ] as const)
        expect(await archive.put(key, bytes(content), retention)).toBe('exists');
      const found = await archive.get(key);
      expect(Buffer.from(found!.bytes).toString()).toBe('first');
      expect(found?.retention).toEqual(compliance);
    });

    it('lets exactly one of several writers have a key, and keeps its bytes with its retention', async () => {
      const { archive } = await make();
      const key = newKey();
      const writers = Array.from({ length: 20 }, (_, index) => index);
      const results = await Promise.all(
        writers.map((index) =>
          archive.put(key, bytes(`writer ${index}`), { ...compliance, until: until + index }),
        ),
      );
      const winners = writers.filter((index) => results[index] === 'written');
      expect(winners).toHaveLength(1);
      const found = await archive.get(key);
      expect(Buffer.from(found!.bytes).toString()).toBe(`writer ${winners[0]!}`);
      expect(found?.retention.until).toBe(until + winners[0]!);
    });

    it.each([
      ['now', noon],
      ['in the past', noon - 1],
      ['in more than a hundred years', noon + 101 * 366 * day],
      ['at no time', Number.NaN],
    ])('refuses a retention that ends %s', async (_when, wrong) => {
      const { archive } = await make();
      const taken = newKey();
      await archive.put(taken, bytes('x'), compliance);
      for (const key of [newKey(), taken]) {
        const put = archive.put(key, bytes('x'), { mode: 'COMPLIANCE', until: wrong });
        await expect(put).rejects.toMatchObject({ name: 'InvalidInput' });
      }
    });

    it.each([
      '',
      '/etc/passwd',
      '../x',
      'a/../../x',
      'a//b',
      'a/.hidden',
      'a\u0000b',
      'a b',
      'x'.repeat(2000),
    ])('refuses the key %j', async (key) => {
      const { archive } = await make();
      const wrong = { name: 'InvalidInput' };
      await expect(archive.put(key, bytes('x'), compliance)).rejects.toMatchObject(wrong);
      await expect(archive.get(key)).rejects.toMatchObject(wrong);
    });
  });
}

/**
 * What S3 Object Lock refuses and what it lets be done, as one table for every store of locked objects: delete,
 * overwrite, shorten, weaken and hold, in both modes, with and without the bypass permission, before the retention's
 * end and after it (Amazon S3 User Guide, "Using S3 Object Lock").
 * @param differs what a server answers that is not S3, by the lines' names: that it does so is tested instead
 */
export function describeObjectLock(
  name: string,
  make: () => Promise<ArchiveUnderTest>,
  differs: Readonly<Record<string, LockResult>> = {},
): void {
  describe(`${name} refuses what S3 Object Lock refuses:`, () => {
    type Act = (archive: Archive & Locks, key: string) => Promise<LockResult>;
    type Line = readonly [string, Retention, Act, LockResult, number?];
    const later = until + day;
    const sooner = until - day;
    const over = until + 1;
    /** Another write of the key: a conditional one is answered that something is there, and changes nothing. */
    const overwrite: Act = async (a, key) =>
      (await a.put(key, bytes('overwritten'), { ...compliance, until: over + day })) === 'exists'
        ? 'refused'
        : 'done';
    const held =
      (then: Act): Act =>
      async (a, key) => {
        await a.setLegalHold(key, true);
        return then(a, key);
      };
    const lines: readonly Line[] = [
      // While the retention runs.
      ['delete in COMPLIANCE', compliance, (a, key) => a.remove(key), 'refused'],
      ['delete in COMPLIANCE with bypass', compliance, (a, key) => a.remove(key, true), 'refused'],
      ['delete in GOVERNANCE', governance, (a, key) => a.remove(key), 'refused'],
      ['delete in GOVERNANCE with bypass', governance, (a, key) => a.remove(key, true), 'done'],
      [
        'shorten COMPLIANCE',
        compliance,
        (a, key) => a.extend(key, { ...compliance, until: sooner }),
        'refused',
      ],
      [
        'shorten COMPLIANCE with bypass',
        compliance,
        (a, key) => a.extend(key, { ...compliance, until: sooner }, true),
        'refused',
      ],
      ['lengthen COMPLIANCE', compliance, (a, key) => a.extend(key, { ...compliance, until: later }), 'done'],
      ['repeat COMPLIANCE', compliance, (a, key) => a.extend(key, compliance), 'done'],
      [
        'downgrade COMPLIANCE',
        compliance,
        (a, key) => a.extend(key, { mode: 'GOVERNANCE', until: later }),
        'refused',
      ],
      [
        'downgrade COMPLIANCE with bypass',
        compliance,
        (a, key) => a.extend(key, { mode: 'GOVERNANCE', until: later }, true),
        'refused',
      ],
      [
        'shorten GOVERNANCE',
        governance,
        (a, key) => a.extend(key, { ...governance, until: sooner }),
        'refused',
      ],
      [
        'shorten GOVERNANCE with bypass',
        governance,
        (a, key) => a.extend(key, { ...governance, until: sooner }, true),
        'done',
      ],
      ['lengthen GOVERNANCE', governance, (a, key) => a.extend(key, { ...governance, until: later }), 'done'],
      [
        'make GOVERNANCE COMPLIANCE with bypass',
        governance,
        (a, key) => a.extend(key, { mode: 'COMPLIANCE', until: later }, true),
        'done',
      ],
      [
        'make GOVERNANCE COMPLIANCE',
        governance,
        (a, key) => a.extend(key, { mode: 'COMPLIANCE', until: later }),
        'refused',
      ],
      ['repeat GOVERNANCE', governance, (a, key) => a.extend(key, governance), 'done'],
      [
        'lengthen COMPLIANCE by a millisecond',
        compliance,
        (a, key) => a.extend(key, { ...compliance, until: until + 1 }),
        'done',
      ],
      [
        'shorten COMPLIANCE by a millisecond',
        compliance,
        (a, key) => a.extend(key, { ...compliance, until: until - 1 }, true),
        'refused',
      ],
      ['overwrite COMPLIANCE', compliance, overwrite, 'refused'],
      ['overwrite GOVERNANCE', governance, overwrite, 'refused'],
      ['hold COMPLIANCE', compliance, (a, key) => a.setLegalHold(key, true), 'done'],
      ['hold GOVERNANCE', governance, (a, key) => a.setLegalHold(key, true), 'done'],
      // Under a legal hold, whatever the retention says.
      [
        'delete GOVERNANCE under hold with bypass',
        governance,
        held((a, key) => a.remove(key, true)),
        'refused',
      ],
      ['delete COMPLIANCE under hold', compliance, held((a, key) => a.remove(key)), 'refused'],
      ['delete after COMPLIANCE under hold', compliance, held((a, key) => a.remove(key)), 'refused', over],
      [
        'delete after GOVERNANCE under hold',
        governance,
        held((a, key) => a.remove(key, true)),
        'refused',
        over,
      ],
      [
        'delete after GOVERNANCE, hold lifted',
        governance,
        held((a, key) => a.setLegalHold(key, false).then(() => a.remove(key))),
        'done',
        over,
      ],
      // Once it is over.
      ['overwrite after COMPLIANCE', compliance, overwrite, 'refused', over],
      ['delete after COMPLIANCE', compliance, (a, key) => a.remove(key), 'done', over],
      ['delete after GOVERNANCE', governance, (a, key) => a.remove(key), 'done', over],
      [
        'retain again after COMPLIANCE',
        compliance,
        (a, key) => a.extend(key, { mode: 'GOVERNANCE', until: over + day }),
        'done',
        over,
      ],
      ['delete a millisecond too early', compliance, (a, key) => a.remove(key), 'refused', until - 1],
      // Without an object.
      ['delete what is not there', compliance, (a) => a.remove(newKey()), 'missing'],
      ['lengthen what is not there', compliance, (a) => a.extend(newKey(), compliance), 'missing'],
      ['hold what is not there', compliance, (a) => a.setLegalHold(newKey(), true), 'missing'],
    ];
    const table = lines.map(([what, retention, act, result, at = noon]) => ({
      what,
      retention,
      act,
      result: differs[what] ?? result,
      at,
      otherwise: what in differs ? `, unlike S3: ${result}` : '',
    }));
    for (const what of Object.keys(differs))
      if (!table.some((line) => line.what === what)) throw new Error(`no line is called ${what}`);
    it.each(table)('$what: $result$otherwise', async ({ what, retention, act, result, at }) => {
      const { archive, setNow } = await make();
      const key = newKey();
      await archive.put(key, bytes('locked'), retention);
      setNow(at);
      expect(await act(archive, key)).toBe(result);
      const removed = result === 'done' && what.startsWith('delete');
      const found = await archive.get(key);
      expect(found === undefined ? undefined : Buffer.from(found.bytes).toString()).toBe(
        removed ? undefined : 'locked',
      );
      if (result === 'refused') expect(found?.retention).toEqual(retention);
    });

    it('a legal hold outlasts the retention and every bypass, and can be taken off', async () => {
      const { archive, setNow } = await make();
      const key = newKey();
      await archive.put(key, bytes('held'), governance);
      expect(await archive.setLegalHold(key, true)).toBe('done');
      expect(await archive.setLegalHold(key, true)).toBe('done');
      expect(await archive.get(key)).toMatchObject({ legalHold: true, retention: governance });
      expect(await archive.remove(key, true)).toBe('refused');
      setNow(over);
      expect(await archive.remove(key)).toBe('refused');
      expect(await archive.setLegalHold(key, false)).toBe('done');
      expect(await archive.remove(key)).toBe('done');
      expect(await archive.get(key)).toBeUndefined();
    });

    it('a longer retention holds where the first one ended', async () => {
      const { archive, setNow } = await make();
      const key = newKey();
      await archive.put(key, bytes('longer'), compliance);
      await archive.extend(key, { ...compliance, until: later });
      setNow(over);
      expect(await archive.remove(key)).toBe('refused');
      setNow(later);
      expect(await archive.remove(key)).toBe('done');
    });

    it('a hold and a longer retention set at the same time both stand', async () => {
      const { archive } = await make();
      const key = newKey();
      await archive.put(key, bytes('both'), compliance);
      await Promise.all([
        archive.setLegalHold(key, true),
        archive.extend(key, { ...compliance, until: later }),
      ]);
      expect(await archive.get(key)).toMatchObject({ legalHold: true, retention: { until: later } });
    });

    it('a new retention in the past is no retention', async () => {
      const { archive, setNow } = await make();
      const key = newKey();
      await archive.put(key, bytes('x'), governance);
      setNow(over);
      await expect(archive.extend(key, governance)).rejects.toMatchObject({ name: 'InvalidInput' });
    });
  });
}
