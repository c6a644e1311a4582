// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import type { Cases, Page } from '../../lambdas/ports.ts';
import type { Case } from '../../lambdas/records/case.ts';
import { queueEntry } from '../../lambdas/records/queue.ts';
import type { Tally } from '../../lambdas/records/tally.ts';
import {
  day,
  digestOf,
  newRevision,
  noon,
  sampleCase,
  sampleConversation,
  sampleEntry,
  sampleReview,
} from './sample-case.ts';

/** A case store, and its clock for the test to turn: it begins at `noon`. */
export type CasesUnderTest = Readonly<{ cases: Cases; setNow: (now: number) => void }>;

const conflict = { name: 'Conflict' };

async function allPages<Item>(ask: (after?: string) => Promise<Page<Item>>): Promise<Item[][]> {
  const pages: Item[][] = [];
  let after: string | undefined;
  do {
    const page = await ask(after);
    pages.push([...page.items]);
    after = page.next;
  } while (after !== undefined);
  return pages;
}

const idsOf = (items: readonly Case[]) => items.map((item) => item.caseId);

/** What every case store does. */
export function describeCases(name: string, make: () => Promise<CasesUnderTest>): void {
  describe(`${name} keeps the contract of the case store:`, () => {
    it('gives back a case as it was accepted, with every field', async () => {
      const { cases } = await make();
      const full = sampleCase({
        status: 'held',
        prompt: newRevision(),
        promptVerdict: { verdict: 'hold', reasons: ['hidden-text'] },
        review: sampleReview({ claim: { by: 'user-3', until: noon } }),
        pastReviews: [sampleReview({ side: 'prompt' })],
        tainted: true,
      });
      await cases.accept(full, undefined, undefined);
      expect(await cases.get(full)).toEqual(full);
    });

    it('does not find a case that is not there or is another tenant’s', async () => {
      const { cases } = await make();
      const item = sampleCase();
      expect(await cases.get(item)).toBeUndefined();
      await cases.accept(item, sampleConversation(item), undefined);
      expect(await cases.get({ ...item, tenantId: 'south' })).toBeUndefined();
      const conversationId = item.conversationId;
      expect(await cases.conversation({ tenantId: 'south', conversationId })).toBeUndefined();
    });

    describe('accept', () => {
      it('writes case and conversation, and returns nothing for a new key', async () => {
        const { cases } = await make();
        const item = sampleCase();
        const conversation = sampleConversation(item);
        expect(await cases.accept(item, conversation, sampleEntry(item, 'k'))).toBeUndefined();
        expect(await cases.conversation(item)).toEqual(conversation);
      });

      it('writes nothing for a key that is known, and returns the entry that stands', async () => {
        const { cases } = await make();
        const [first, second] = [sampleCase(), sampleCase()];
        const entry = sampleEntry(first, 'k');
        await cases.accept(first, undefined, entry);
        expect(await cases.accept(second, sampleConversation(second), sampleEntry(second, 'k'))).toEqual(
          entry,
        );
        expect(await cases.get(second)).toBeUndefined();
        expect(await cases.conversation(second)).toBeUndefined();
      });

      it('keeps the keys of tenants apart', async () => {
        const { cases } = await make();
        const [first, second] = [sampleCase(), sampleCase({ tenantId: 'south' })];
        await cases.accept(first, undefined, sampleEntry(first, 'k'));
        expect(await cases.accept(second, undefined, sampleEntry(second, 'k'))).toBeUndefined();
      });

      it('takes a key again when its time is over, not before', async () => {
        const { cases, setNow } = await make();
        const [first, second, third] = [sampleCase(), sampleCase(), sampleCase()];
        const entry = sampleEntry(first, 'k', noon + 1000);
        await cases.accept(first, undefined, entry);
        setNow(noon + 999);
        expect(await cases.accept(second, undefined, sampleEntry(second, 'k'))).toEqual(entry);
        setNow(noon + 1000);
        expect(await cases.accept(third, undefined, sampleEntry(third, 'k'))).toBeUndefined();
        expect((await cases.accept(second, undefined, sampleEntry(second, 'k')))?.caseId).toBe(third.caseId);
      });

      it('writes all or nothing: not with a case or a conversation that is there', async () => {
        const { cases } = await make();
        const item = sampleCase();
        await cases.accept(item, sampleConversation(item), undefined);
        const again = { ...item, owner: digestOf('somebody else') };
        await expect(cases.accept(again, undefined, sampleEntry(item, 'a'))).rejects.toMatchObject(conflict);
        const next = sampleCase({ conversationId: item.conversationId });
        await expect(
          cases.accept(next, sampleConversation(next), sampleEntry(next, 'b')),
        ).rejects.toMatchObject(conflict);
        expect(await cases.get(next)).toBeUndefined();
        expect((await cases.get(item))?.owner).toBe(item.owner);
        // Neither key was kept.
        const [third, fourth] = [sampleCase(), sampleCase()];
        expect(await cases.accept(third, undefined, sampleEntry(third, 'a'))).toBeUndefined();
        expect(await cases.accept(fourth, undefined, sampleEntry(fourth, 'b'))).toBeUndefined();
      });

      it('lets one of each ten requests with one key stand among 1,000 that come together', async () => {
        const { cases } = await make();
        const items = Array.from({ length: 1000 }, () => sampleCase());
        const answers = await Promise.all(
          items.map((item, index) =>
            cases.accept(item, sampleConversation(item), sampleEntry(item, `key ${index % 100}`)),
          ),
        );
        const stored = await Promise.all(items.map((item) => cases.get(item)));
        expect(stored.filter((item) => item !== undefined)).toHaveLength(100);
        items.forEach((item, index) => {
          const standing = answers[index];
          expect(stored[index]?.caseId).toBe(standing === undefined ? item.caseId : undefined);
          if (standing !== undefined) expect(standing.key).toBe(digestOf(`key ${index % 100}`));
        });
      });
    });

    it('remembers a key until its time is over, for its tenant', async () => {
      const { cases, setNow } = await make();
      const item = sampleCase();
      const entry = sampleEntry(item, 'k', noon + 1000);
      expect(await cases.remembered(entry)).toBeUndefined();
      await cases.accept(item, undefined, entry);
      expect(await cases.remembered(entry)).toEqual(entry);
      expect(await cases.remembered({ ...entry, tenantId: 'south' })).toBeUndefined();
      setNow(noon + 1000);
      expect(await cases.remembered(entry)).toBeUndefined();
    });

    describe('replace', () => {
      it('writes the version after the stored one only', async () => {
        const { cases } = await make();
        const item = sampleCase();
        await cases.accept(item, undefined, undefined);
        for (const version of [0, 2, 7])
          await expect(cases.replace({ ...item, version, status: 'running' })).rejects.toMatchObject(
            conflict,
          );
        const next: Case = { ...item, version: 1, status: 'running', movedAt: noon + 1 };
        await cases.replace(next);
        expect(await cases.get(item)).toEqual(next);
        await expect(cases.replace(next)).rejects.toMatchObject(conflict);
      });

      it('does not create a case, and not another tenant’s', async () => {
        const { cases } = await make();
        const item = sampleCase();
        await expect(cases.replace({ ...item, version: 1 })).rejects.toMatchObject(conflict);
        await cases.accept(item, undefined, undefined);
        await expect(cases.replace({ ...item, tenantId: 'south', version: 1 })).rejects.toMatchObject(
          conflict,
        );
        expect(await cases.get({ ...item, tenantId: 'south' })).toBeUndefined();
      });

      it('lets exactly one of several writers win', async () => {
        const { cases } = await make();
        const item = sampleCase();
        await cases.accept(item, undefined, undefined);
        const writers = Array.from({ length: 50 }, (_, index) => ({
          ...item,
          version: 1,
          movedAt: noon + index,
        }));
        const results = await Promise.allSettled(writers.map((each) => cases.replace(each)));
        const winners = writers.filter((_, index) => results[index]?.status === 'fulfilled');
        expect(winners).toEqual([await cases.get(item)]);
      });

      it('does the same for conversations', async () => {
        const { cases } = await make();
        const item = sampleCase();
        const conversation = sampleConversation(item);
        await expect(cases.replaceConversation({ ...conversation, version: 1 })).rejects.toMatchObject(
          conflict,
        );
        await cases.accept(item, conversation, undefined);
        const writers = Array.from({ length: 50 }, () => ({
          ...conversation,
          version: 1,
          identities: newRevision(),
        }));
        const results = await Promise.allSettled(writers.map((each) => cases.replaceConversation(each)));
        const winners = writers.filter((_, index) => results[index]?.status === 'fulfilled');
        expect(winners).toEqual([await cases.conversation(item)]);
      });
    });

    describe('queue', () => {
      const ranked = (index: number, changes: Partial<Case> = {}): Case =>
        sampleCase({
          status: 'held',
          review: sampleReview({
            side: index % 2 === 0 ? 'answer' : 'prompt',
            reasons: [(['random-sample', 'promise', 'self-harm'] as const)[index % 3]!],
            // Every third expires together with the one before it.
            expiresAt: noon + Math.floor(((index * 7) % 25) / 3) * 1000,
          }),
          ...changes,
        });
      const queueOf = (cases: Cases, limit: number) => async (after?: string) =>
        cases.queue({ tenantId: 'north', limit, ...(after === undefined ? {} : { after }) });

      it('pages through what waits in a tenant: highest risk first, then what expires first', async () => {
        const { cases } = await make();
        const items = Array.from({ length: 25 }, (_, index) => ranked(index));
        for (const item of items) await cases.accept(item, undefined, undefined);
        const others = [
          ranked(0, { tenantId: 'south' }),
          ranked(0, { status: 'running' }),
          ranked(0, { status: 'closed' }),
        ];
        for (const item of others) await cases.accept(item, undefined, undefined);
        const pages = await allPages(queueOf(cases, 10));
        expect(pages.map((page) => page.length)).toEqual([10, 10, 5]);
        const entries = pages.flat();
        expect(entries).toEqual(
          items.map((item) => queueEntry(item)!).sort((a, b) => (a.rank < b.rank ? -1 : 1)),
        );
        const risks = entries.map((entry) => entry.risk);
        const order = ['high', 'medium', 'low'];
        expect(risks).toEqual([...risks].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
        for (const risk of order) {
          const ends = entries.filter((entry) => entry.risk === risk).map((entry) => entry.expiresAt);
          expect(ends.length).toBeGreaterThan(7);
          expect(ends).toEqual([...ends].sort((a, b) => a - b));
        }
      });

      it('follows every write of a case: claims are in it, decisions take it out', async () => {
        const { cases } = await make();
        const item = ranked(1);
        await cases.accept({ ...item, status: 'running' }, undefined, undefined);
        const entries = async () => (await queueOf(cases, 10)()).items;
        expect(await entries()).toEqual([]);
        await cases.replace({ ...item, version: 1 });
        expect(await entries()).toEqual([queueEntry(item)]);
        const claimed = { ...item.review!, claim: { by: 'user-3', until: noon + 1 } };
        await cases.replace({ ...item, version: 2, review: claimed });
        expect(await entries()).toMatchObject([{ caseId: item.caseId, claim: { by: 'user-3' } }]);
        const worse = { ...claimed, reasons: ['residual-identifier' as const] };
        await cases.replace({ ...item, version: 3, review: worse });
        expect(await entries()).toMatchObject([{ caseId: item.caseId, risk: 'high' }]);
        await expect(cases.replace({ ...item, version: 3, review: claimed })).rejects.toMatchObject(conflict);
        expect(await entries()).toMatchObject([{ risk: 'high' }]);
        await cases.replace({ ...item, version: 4, status: 'running', review: worse });
        expect(await entries()).toEqual([]);
      });

      it('ends with the last entry, also when it fills its page', async () => {
        const { cases } = await make();
        expect(await cases.queue({ tenantId: 'north', limit: 2 })).toEqual({ items: [] });
        for (let count = 0; count < 2; count += 1) await cases.accept(ranked(count), undefined, undefined);
        const page = await cases.queue({ tenantId: 'north', limit: 2 });
        expect(page.items).toHaveLength(2);
        expect(page.next).toBeUndefined();
      });

      it.each(['x', 'e30', '{}', 'WzEsMl0', '../..', '4.1', ''])('refuses the cursor %j', async (after) => {
        const { cases } = await make();
        await expect(cases.queue({ tenantId: 'north', limit: 1, after })).rejects.toMatchObject({
          name: 'InvalidInput',
        });
      });
    });

    describe('tallies', () => {
      const tally = (changes: Partial<Tally> = {}): Tally => ({
        tenantId: 'north',
        period: '2026-11-20',
        who: '',
        name: 'revealed',
        count: 1,
        ...changes,
      });
      const sorted = (tallies: readonly Tally[]) =>
        tallies.map((each) => Object.entries(each).sort().join(' ')).sort();

      it('add up, by tenant, period, person and name', async () => {
        const { cases } = await make();
        const item = sampleCase();
        await cases.accept(item, undefined, undefined);
        await cases.replace({ ...item, version: 1 }, [
          tally(),
          tally({ count: 2 }),
          tally({ who: 'vera' }),
          tally({ name: 'type.NAME', count: 7 }),
          tally({ period: '2026-11-21' }),
        ]);
        await cases.replace({ ...item, version: 2 }, [tally()]);
        const all = await cases.tallies({ tenantId: 'north', from: '2026-11-20', to: '2026-11-21' });
        expect(sorted(all)).toEqual(
          sorted([
            tally({ count: 4 }),
            tally({ who: 'vera' }),
            tally({ name: 'type.NAME', count: 7 }),
            tally({ period: '2026-11-21' }),
          ]),
        );
        const both = { tenantId: 'north', from: '2026-11-20', to: '2026-11-21' };
        expect(await cases.tallies({ ...both, who: 'vera' })).toEqual([tally({ who: 'vera' })]);
        expect(await cases.tallies({ ...both, from: '2026-11-01', to: '2026-11-19' })).toEqual([]);
        expect(await cases.tallies({ ...both, tenantId: 'south' })).toEqual([]);
      });

      it('keep days and minutes apart', async () => {
        const { cases } = await make();
        const item = sampleCase();
        await cases.accept(item, undefined, undefined);
        const minutes = ['2026-11-20T11:59', '2026-11-20T12:00', '2026-11-20T12:01'];
        await cases.replace({ ...item, version: 1 }, [
          tally(),
          ...minutes.map((period) => tally({ period, who: 'vera', name: 'decided' })),
        ]);
        const asked = { tenantId: 'north', who: 'vera' };
        expect(
          (await cases.tallies({ ...asked, from: '2026-11-20T11:59', to: '2026-11-20T12:00' })).map(
            (each) => each.period,
          ),
        ).toEqual(minutes.slice(0, 2));
        expect(await cases.tallies({ ...asked, from: '2026-11-20', to: '2026-11-21' })).toEqual([]);
      });

      it('count nothing for a write that was lost', async () => {
        const { cases } = await make();
        const item = sampleCase();
        await cases.accept(item, undefined, undefined);
        const writers = Array.from({ length: 20 }, () => cases.replace({ ...item, version: 1 }, [tally()]));
        const results = await Promise.allSettled(writers);
        expect(results.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
        expect(await cases.tallies({ tenantId: 'north', from: '2026-11-20', to: '2026-11-20' })).toEqual([
          tally(),
        ]);
      });
    });

    describe('stale', () => {
      it('pages through open cases of all tenants that have not moved, oldest first', async () => {
        const { cases } = await make();
        const items = Array.from({ length: 12 }, (_, index) =>
          sampleCase({
            tenantId: index % 2 === 0 ? 'north' : 'south',
            status: (['accepted', 'running', 'held'] as const)[index % 3]!,
            movedAt: noon - 1000 + Math.floor(index / 3),
          }),
        );
        for (const item of [
          ...items,
          sampleCase({ movedAt: noon }),
          sampleCase({ status: 'closed', movedAt: noon - 5000 }),
        ])
          await cases.accept(item, undefined, undefined);
        const pages = await allPages((after) =>
          cases.stale({ before: noon, limit: 5, ...(after === undefined ? {} : { after }) }),
        );
        expect(pages.map((page) => page.length)).toEqual([5, 5, 2]);
        expect(idsOf(pages.flat()).sort()).toEqual(idsOf(items).sort());
        const moved = pages.flat().map((item) => item.movedAt);
        expect(moved).toEqual([...moved].sort((a, b) => a - b));
      });

      it('skips nothing when the cases of a page move before the next is asked for', async () => {
        const { cases } = await make();
        const items = Array.from({ length: 9 }, (_, index) => sampleCase({ movedAt: noon - 100 + index }));
        for (const item of items) await cases.accept(item, undefined, undefined);
        const seen: string[] = [];
        await allPages(async (after) => {
          const page = await cases.stale({
            before: noon,
            limit: 4,
            ...(after === undefined ? {} : { after }),
          });
          for (const item of page.items) {
            seen.push(item.caseId);
            await cases.replace({ ...item, version: 1, movedAt: noon + 1 });
          }
          return page;
        });
        expect(seen).toEqual(idsOf(items));
      });
    });

    describe('closed', () => {
      it('pages through one tenant’s closed cases of one day (UTC), newest first', async () => {
        const { cases } = await make();
        const midnight = Date.UTC(2026, 10, 20);
        const closed = (acceptedAt: number, changes: Partial<Case> = {}) =>
          sampleCase({ status: 'closed', outcome: 'released', acceptedAt, ...changes });
        const inside = [0, 1, 1, 2, day - 1].map((after) => closed(midnight + after));
        const outside = [
          closed(midnight - 1),
          closed(midnight + day),
          closed(midnight + 5, { tenantId: 'south' }),
          sampleCase({ acceptedAt: midnight + 5 }),
        ];
        for (const item of [...inside, ...outside]) await cases.accept(item, undefined, undefined);
        const pages = await allPages((after) =>
          cases.closed({
            tenantId: 'north',
            day: '2026-11-20',
            limit: 2,
            ...(after === undefined ? {} : { after }),
          }),
        );
        expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
        expect(idsOf(pages.flat()).sort()).toEqual(idsOf(inside).sort());
        const times = pages.flat().map((item) => item.acceptedAt);
        expect(times).toEqual([...times].sort((a, b) => b - a));
      });

      it.each(['2026-11', '20 November', '2026-13-40', ''])('refuses the day %j', async (wrong) => {
        const { cases } = await make();
        await expect(cases.closed({ tenantId: 'north', day: wrong, limit: 1 })).rejects.toMatchObject({
          name: 'InvalidInput',
        });
      });
    });

    it('lists closed cases whose vault time is over until they are marked as forgotten', async () => {
      const { cases } = await make();
      const due = [noon - 2, noon - 1].map((vaultUntil) => sampleCase({ status: 'closed', vaultUntil }));
      const kept = [
        sampleCase({ status: 'closed', vaultUntil: noon }),
        sampleCase({ status: 'held', vaultUntil: noon - 9 }),
      ];
      for (const item of [...due, ...kept]) await cases.accept(item, undefined, undefined);
      const refs = due.map(({ tenantId, caseId }) => ({ tenantId, caseId }));
      expect(await cases.expired({ before: noon, limit: 10 })).toEqual(refs);
      expect(await cases.expired({ before: noon, limit: 1 })).toEqual(refs.slice(0, 1));
      await cases.forgotten(refs[0]!);
      await cases.forgotten(refs[0]!);
      expect(await cases.expired({ before: noon, limit: 10 })).toEqual(refs.slice(1));
      expect(await cases.get(due[0]!)).toEqual(due[0]);
    });

    it('lists closed cases whose retention is over, of all tenants, soonest first, page by page', async () => {
      const { cases } = await make();
      const due = [3, 2, 1].map((before) =>
        sampleCase({
          status: 'closed',
          retainUntil: noon - before,
          tenantId: before === 2 ? 'south' : 'north',
        }),
      );
      const others = [
        sampleCase({ status: 'closed', retainUntil: noon }),
        sampleCase({ status: 'closed' }),
        sampleCase({ status: 'held', retainUntil: noon - 9 }),
      ];
      for (const item of [...others, ...due].reverse()) await cases.accept(item, undefined, undefined);
      const pages = await allPages((after) =>
        cases.due({ before: noon, limit: 2, ...(after === undefined ? {} : { after }) }),
      );
      expect(pages.map(idsOf)).toEqual([idsOf(due.slice(0, 2)), idsOf(due.slice(2))]);
      const longer = { ...due[0]!, version: 1, retainUntil: noon + day };
      await cases.replace(longer);
      expect(idsOf((await cases.due({ before: noon, limit: 9 })).items)).toEqual(idsOf(due.slice(1)));
    });

    it('lists the containments of a tenant that nobody has reviewed, oldest first, page by page', async () => {
      const { cases } = await make();
      const contained = (at: number) => ({
        contained: { event: uuidv7(), at, by: 'macie' as const, types: [] },
      });
      const open = [1, 2, 3].map((at) => sampleCase({ status: 'closed', custody: contained(noon + at) }));
      const reviewed = {
        event: uuidv7(),
        at: noon,
        by: 'user-1',
        decision: 'false-alarm' as const,
        reason: 'other' as const,
      };
      const others = [
        sampleCase({
          status: 'closed',
          custody: { contained: { ...contained(noon).contained, review: reviewed } },
        }),
        sampleCase({ status: 'closed', tenantId: 'south', custody: contained(noon) }),
        sampleCase({ status: 'closed', custody: {} }),
      ];
      for (const item of [...open, ...others].reverse()) await cases.accept(item, undefined, undefined);
      const pages = await allPages((after) =>
        cases.contained({ tenantId: 'north', limit: 2, ...(after === undefined ? {} : { after }) }),
      );
      expect(pages.map(idsOf)).toEqual([idsOf(open.slice(0, 2)), idsOf(open.slice(2))]);
      const first = open[0]!;
      await cases.replace({
        ...first,
        version: 1,
        custody: { contained: { ...contained(noon).contained, review: reviewed } },
      });
      expect(idsOf((await cases.contained({ tenantId: 'north', limit: 9 })).items)).toEqual(
        idsOf(open.slice(1)),
      );
    });

    it('pages through the cases of one owner, newest first, whatever became of them', async () => {
      const { cases } = await make();
      const statuses = ['accepted', 'running', 'held', 'closed', 'closed'] as const;
      const own = statuses.map((status, index) => sampleCase({ status, acceptedAt: noon - index * 1000 }));
      const others = [
        sampleCase({ owner: digestOf('somebody else') }),
        sampleCase({ tenantId: 'south' }),
        // A test of reviewers is nobody’s.
        sampleCase({ seed: { expected: 'refuse', by: 'sofia' } }),
      ];
      for (const item of [...own, ...others].reverse()) await cases.accept(item, undefined, undefined);
      const asked = { tenantId: 'north', owner: own[0]!.owner };
      const pages = await allPages((after) =>
        cases.owned({ ...asked, limit: 2, ...(after === undefined ? {} : { after }) }),
      );
      expect(pages.map(idsOf)).toEqual([idsOf(own.slice(0, 2)), idsOf(own.slice(2, 4)), idsOf(own.slice(4))]);
      await cases.replace({ ...own[0]!, version: 1, status: 'closed', outcome: 'failed' });
      const { items } = await cases.owned({ ...asked, limit: 1 });
      expect(items).toMatchObject([{ caseId: own[0]!.caseId, outcome: 'failed' }]);
      for (const nobody of [
        { ...asked, tenantId: 'south', owner: digestOf('x') },
        { ...asked, owner: '' },
      ])
        expect(await cases.owned({ ...nobody, limit: 9 })).toEqual({ items: [] });
      await expect(cases.owned({ ...asked, limit: 1, after: 'nonsense' })).rejects.toMatchObject({
        name: 'InvalidInput',
      });
    });

    describe('spend', () => {
      const budget = { tenantId: 'north', day: '2026-11-20', limit: 100 };

      it('adds up to the limit and not beyond it, a tenant and a day at a time', async () => {
        const { cases } = await make();
        expect(await cases.spent(budget)).toBe(0);
        expect(await cases.spend({ ...budget, tokens: 60 })).toBe(true);
        expect(await cases.spend({ ...budget, tokens: 41 })).toBe(false);
        expect(await cases.spent(budget)).toBe(60);
        expect(await cases.spent({ ...budget, tenantId: 'south' })).toBe(0);
        expect(await cases.spend({ ...budget, tokens: 40 })).toBe(true);
        expect(await cases.spend({ ...budget, tokens: 1 })).toBe(false);
        expect(await cases.spend({ ...budget, tokens: 1, day: '2026-11-21' })).toBe(true);
        expect(await cases.spend({ ...budget, tokens: 1, tenantId: 'south' })).toBe(true);
      });

      it('refuses at once what is above the limit, and takes what is just the limit', async () => {
        const { cases } = await make();
        expect(await cases.spend({ ...budget, tokens: 101 })).toBe(false);
        expect(await cases.spend({ ...budget, tokens: 100 })).toBe(true);
      });

      it('does not overspend when many ask at the same time', async () => {
        const { cases } = await make();
        const asked = Array.from({ length: 50 }, () => cases.spend({ ...budget, tokens: 7 }));
        expect((await Promise.all(asked)).filter((yes) => yes)).toHaveLength(14);
      });
    });

    it('finds nothing under ids that are made to mean something else', async () => {
      const { cases } = await make();
      await cases.accept(sampleCase(), undefined, undefined);
      for (const caseId of ["' OR 1=1 --", '%', '', uuidv7()])
        expect(await cases.get({ tenantId: 'north', caseId })).toBeUndefined();
    });
  });
}
