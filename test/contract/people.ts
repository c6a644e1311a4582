// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import type { PersonIndex } from '../../lambdas/ports.ts';
import type { CaseRef } from '../../lambdas/records/case.ts';
import { digestOf } from './sample-case.ts';

const newRef = (tenantId = 'north'): CaseRef => ({ tenantId, caseId: uuidv7() });
const [anna, otto, mail] = [digestOf('anna'), digestOf('otto'), digestOf('mail')];

/** What every index of people does. */
export function describePeople(name: string, make: () => Promise<PersonIndex>): void {
  describe(`${name} keeps the contract of the index of people:`, () => {
    it('finds the cases that have any of the terms, newest first, each with those it has', async () => {
      const people = await make();
      const [older, newer, other] = [newRef(), newRef(), newRef()];
      await people.add(older, [anna, mail]);
      await people.add(newer, [anna]);
      await people.add(other, [otto]);
      await people.add(older, [anna]);
      const found = await people.find({ tenantId: 'north', terms: [anna, mail], limit: 10 });
      expect(found).toEqual([
        { caseId: newer.caseId, terms: [anna] },
        { caseId: older.caseId, terms: [anna, mail].sort() },
      ]);
    });

    it('finds nothing without a term, by one that nobody has, or of another tenant', async () => {
      const people = await make();
      await people.add(newRef(), [anna]);
      for (const terms of [[], [otto]])
        expect(await people.find({ tenantId: 'north', terms, limit: 10 })).toEqual([]);
      expect(await people.find({ tenantId: 'south', terms: [anna], limit: 10 })).toEqual([]);
    });

    it('tells by one more than the limit that there is more', async () => {
      const people = await make();
      for (let n = 0; n < 4; n += 1) await people.add(newRef(), [anna]);
      expect(await people.find({ tenantId: 'north', terms: [anna], limit: 2 })).toHaveLength(3);
      expect(await people.find({ tenantId: 'north', terms: [anna], limit: 4 })).toHaveLength(4);
    });

    it('forgets a case, all of it and nothing else, as often as it is asked', async () => {
      const people = await make();
      const [gone, kept] = [newRef(), newRef()];
      const elsewhere = { ...gone, tenantId: 'south' };
      for (const ref of [gone, kept, elsewhere]) await people.add(ref, [anna, mail]);
      expect(await people.forget(gone)).toBe(2);
      expect(await people.forget(gone)).toBe(0);
      const found = await people.find({ tenantId: 'north', terms: [anna, mail], limit: 10 });
      expect(found.map(({ caseId }) => caseId)).toEqual([kept.caseId]);
      expect(await people.find({ tenantId: 'south', terms: [anna], limit: 10 })).toHaveLength(1);
    });

    it('allows an officer and a tenant so many searches a day, and counts none that it refuses', async () => {
      const people = await make();
      const allow = (officer: string, day = '2026-11-20', tenantId = 'north') =>
        people.allow({ tenantId, officer, day, perOfficer: 2, perTenant: 3 });
      expect([await allow('a'), await allow('a'), await allow('a'), await allow('a')]).toEqual([
        true,
        true,
        false,
        false,
      ]);
      expect([await allow('b'), await allow('b'), await allow('c')]).toEqual([true, false, false]);
      expect(await allow('a', '2026-11-20', 'south')).toBe(true);
      expect(await allow('a', '2026-11-21')).toBe(true);
    });

    it('allows no more than that when all ask at once', async () => {
      const people = await make();
      const asked = await Promise.all(
        Array.from({ length: 10 }, () =>
          people.allow({
            tenantId: 'north',
            officer: 'a',
            day: '2026-11-20',
            perOfficer: 4,
            perTenant: 100,
          }),
        ),
      );
      expect(asked.filter(Boolean)).toHaveLength(4);
    });
  });
}
