// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { mostEntries, walkQueue } from '../../lambdas/api/queue-filter.ts';
import type { Cases } from '../../lambdas/ports.ts';
import { type QueueEntry, queueEntry } from '../../lambdas/records/queue.ts';
import { noon, sampleCase, sampleReview } from '../contract/sample-case.ts';

/** A store with so many open reviews, all alike; `asked` counts its pages. */
function storeOf(count: number, expiresAt = noon + 1000) {
  const one = queueEntry(sampleCase({ status: 'held', review: sampleReview({ expiresAt }) }))!;
  const entries = Array.from({ length: count }, (_, index): QueueEntry => ({
    ...one,
    rank: `1.${String(index).padStart(15, '0')}.${one.caseId}`,
  }));
  const asked: number[] = [];
  const cases: Pick<Cases, 'queue'> = {
    queue: async ({ limit, after }) => {
      const from = after === undefined ? 0 : entries.findIndex((entry) => entry.rank === after) + 1;
      const items = entries.slice(from, from + limit);
      asked.push(items.length);
      return { items, ...(from + limit < count ? { next: items.at(-1)!.rank } : {}) };
    },
  };
  return { cases, entries, asked };
}
const where = { tenantId: 'north', now: noon, after: undefined };

describe('a walk through the queue', () => {
  it('is bounded: with more open than that, it says where to go on', async () => {
    const { cases, entries, asked } = storeOf(mostEntries + 1500);
    let seen = 0;
    const count = () => {
      seen += 1;
      return 'more' as const;
    };
    const next = await walkQueue(cases, where, count);
    expect([seen, next, asked.length]).toEqual([mostEntries, entries[mostEntries - 1]!.rank, 20]);
    expect(await walkQueue(cases, { ...where, after: next }, count)).toBeUndefined();
    expect(seen).toBe(mostEntries + 1500);
  });

  it.each([
    ['in the middle of a page', 2500, 700, 700],
    ['at the end of a page', 2500, 1000, 1000],
    ['at the very end', 1500, 1500, undefined],
    ['at the very end of a full page', 2000, 2000, undefined],
    ['just before the end', 1500, 1499, 1499],
  ])('that has enough %s goes on exactly there, or nowhere', async (_what, count, enough, at) => {
    const { cases, entries } = storeOf(count);
    let seen = 0;
    const next = await walkQueue(cases, where, () => {
      seen += 1;
      return seen < enough ? 'more' : 'enough';
    });
    expect([seen, next]).toEqual([enough, at === undefined ? undefined : entries[at - 1]!.rank]);
  });

  it('asks once where there is nothing', async () => {
    const { cases, asked } = storeOf(0);
    expect(await walkQueue(cases, where, () => 'more')).toBeUndefined();
    expect(asked).toEqual([0]);
  });

  it('passes over what nobody can decide any more', async () => {
    const { cases } = storeOf(1200, noon);
    let seen = 0;
    await walkQueue(cases, where, () => {
      seen += 1;
      return 'more';
    });
    expect(seen).toBe(0);
  });
});
