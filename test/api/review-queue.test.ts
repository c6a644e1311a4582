// SPDX-License-Identifier: Apache-2.0
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Principal } from '../../lambdas/records/principal.ts';
import type { Case } from '../../lambdas/records/case.ts';
import { queueEntry } from '../../lambdas/records/queue.ts';
import type { ReasonCode } from '../../lambdas/records/reason.ts';
import type { Review } from '../../lambdas/records/review.ts';
import { sampleCase, sampleReview } from '../contract/sample-case.ts';
import { codeOf, type Held, openStage, people, type Stage } from './stage.ts';

const hour = 3_600_000;
const noon = Date.UTC(2026, 5, 1, 12);
type Listed = { items: { caseId: string; risk: string; reasons: { code: string }[] }[]; next?: string };

describe('reviews', () => {
  let stage: Stage;
  let caseId: string;
  let shown: { revision: string; digest: string };
  beforeEach(async () => {
    stage = await openStage();
    caseId = await stage.submit();
  });
  afterEach(() => stage.close());

  const hold = async (held: Held = {}) => {
    shown = await stage.hold(caseId, held);
  };
  const claim = (who: Principal) => stage.as(who, 'claimReview', { params: { caseId } });
  const decide = (who: Principal, decision: string) =>
    stage.as(who, 'decideReview', { params: { caseId }, body: { ...shown, decision, reason: 'other' } });
  const told = (reply: { status: number }) => ({ status: reply.status, code: codeOf(reply) });
  const listed = async (query: Record<string, string> = {}, who: Principal = people.vera) =>
    (await stage.as(who, 'listReviews', { query })).body as Listed;

  describe('are listed', () => {
    it('without any text, page by page', async () => {
      await hold();
      stage.now.value += 1000;
      const second = await stage.submit();
      await stage.hold(second, { side: 'prompt', reasons: ['rare-combination'] });
      const first = await listed({ limit: '1' });
      expect(first.items.map((item) => item.caseId)).toEqual([caseId]);
      const rest = await listed({ limit: '1', after: first.next! });
      expect(rest).toMatchObject({ items: [{ caseId: second }] });
      expect(rest).not.toHaveProperty('next');
      expect(JSON.stringify([first, rest])).not.toMatch(/NAME_1|cough|rest\./);
    });

    it('by risk first, whatever came first', async () => {
      await hold({ reasons: ['random-sample'] });
      stage.now.value += 1000;
      const medium = await stage.submit();
      await stage.hold(medium, { reasons: ['promise', 'answer-truncated'] });
      const high = await stage.submit();
      await stage.hold(high, { reasons: ['promise', 'self-harm'] });
      const { items } = await listed();
      expect(items.map((item) => [item.caseId, item.risk])).toEqual([
        [high, 'high'],
        [medium, 'medium'],
        [caseId, 'low'],
      ]);
    });

    it.each<Record<string, string>>([
      { side: 'both' },
      { reason: 'because' },
      { risk: 'extreme' },
      { age: 'old' },
      { escalated: 'yes' },
      { claimed: 'vera' },
      { limit: '0' },
      { limit: '101' },
      { limit: 'x' },
      { page: '1' },
      { after: 'forged' },
      { after: '1.000000000000000.' },
    ])('not for %j', async (query) => {
      expect(told(await stage.as(people.vera, 'listReviews', { query }))).toEqual({
        status: 400,
        code: 'invalid-request',
      });
    });

    it('until they are decided', async () => {
      await hold();
      await claim(people.vera);
      await decide(people.vera, 'reject');
      expect(await listed()).toMatchObject({ items: [] });
    });

    it('until their time is over, though nobody has written the expiry yet', async () => {
      await hold();
      stage.now.value += 24 * hour;
      expect(await listed()).toEqual({ items: [] });
      const counts = await stage.as(people.vera, 'countReviews');
      expect(counts.body).toMatchObject({ open: 0, matching: 0 });
    });

    it('without a case that cannot be read any more, which hides none of the others', async () => {
      await hold();
      const second = await stage.submit();
      await stage.hold(second);
      const { cases } = stage.ports;
      const original = cases.get;
      (cases as { get: typeof original }).get = (ref) =>
        ref.caseId === caseId
          ? Promise.reject(Object.assign(new Error('x'), { name: 'Malformed' }))
          : original(ref);
      expect((await listed()).items.map((item) => item.caseId)).toEqual([second]);
      (cases as { get: typeof original }).get = original;
    });
  });
});

describe('a queue of many', () => {
  let stage: Stage;
  const items: Case[] = [];
  const reasons: readonly ReasonCode[][] = [
    ['medication-dosage'],
    ['promise', 'ungrounded'],
    ['random-sample'],
    ['residual-identifier'],
  ];
  beforeAll(async () => {
    stage = await openStage();
    for (let index = 0; index < 240; index += 1) {
      const claim =
        index % 5 === 0
          ? { by: 'vera', until: noon + hour }
          : index % 5 === 1
            ? { by: 'vito', until: noon + hour }
            : // A lease that has run out is no claim.
              index % 5 === 2
              ? { by: 'vito', until: noon }
              : undefined;
      const review: Partial<Review> = {
        side: index % 3 === 0 ? 'prompt' : 'answer',
        reasons: reasons[index % 4]!,
        stage: index % 6 === 0 ? 2 : index % 6 === 1 ? 1 : 0,
        openedAt: noon - ((index % 8) ** 2 * hour) / 2,
        expiresAt: noon + (1 + (index % 17)) * hour,
        ...(claim === undefined ? {} : { claim }),
      };
      const policy = index % 2 === 0 ? 'healthcare' : 'finance';
      items.push(
        sampleCase({
          tenantId: 'clinic',
          status: 'held',
          policy: { id: policy, version: '1.0.0', hash: 'a'.repeat(64) },
          review: sampleReview(review),
        }),
      );
    }
    await Promise.all(items.map((item) => stage.ports.cases.accept(item, undefined, undefined)));
  });
  afterAll(() => stage.close());

  const age = (item: Case) => noon - item.review!.openedAt;
  const claimOf = (item: Case) => {
    const { claim } = item.review!;
    return claim === undefined || claim.until <= noon ? 'nobody' : claim.by === 'vera' ? 'mine' : 'others';
  };
  const rank = (item: Case) => queueEntry(item)!.rank;
  const filters: readonly (readonly [Record<string, string>, (item: Case) => boolean])[] = [
    [{}, () => true],
    [{ policy: 'finance' }, (item) => item.policy.id === 'finance'],
    [{ policy: 'nobody-has-it' }, () => false],
    [{ side: 'prompt' }, (item) => item.review!.side === 'prompt'],
    [{ reason: 'ungrounded' }, (item) => item.review!.reasons.includes('ungrounded')],
    [{ reason: 'tax-advice' }, () => false],
    [{ risk: 'low' }, (item) => item.review!.reasons.includes('random-sample')],
    [{ risk: 'high' }, (item) => /dosage|residual/.test(item.review!.reasons.join())],
    [{ age: 'under-1h' }, (item) => age(item) < hour],
    [{ age: '1h-to-4h' }, (item) => age(item) >= hour && age(item) < 4 * hour],
    [{ age: '4h-to-24h' }, (item) => age(item) >= 4 * hour && age(item) < 24 * hour],
    [{ age: 'over-24h' }, (item) => age(item) >= 24 * hour],
    [{ claimed: 'mine' }, (item) => claimOf(item) === 'mine'],
    [{ claimed: 'nobody' }, (item) => claimOf(item) === 'nobody'],
    [{ claimed: 'others' }, (item) => claimOf(item) === 'others'],
    [{ escalated: 'true' }, (item) => item.review!.stage >= 2],
    [{ escalated: 'false' }, (item) => item.review!.stage < 2],
    [
      { policy: 'finance', claimed: 'nobody', risk: 'high', side: 'answer' },
      (item) =>
        item.policy.id === 'finance' &&
        claimOf(item) === 'nobody' &&
        item.review!.side === 'answer' &&
        /dosage|residual/.test(item.review!.reasons.join()),
    ],
  ];

  it.each(filters)('under %j is whole and in order, page by page', async (query, wanted) => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const reply = await stage.as(people.vera, 'listReviews', {
        query: { ...query, limit: '7', ...(after === undefined ? {} : { after }) },
      });
      const page = reply.body as Listed;
      expect(page.items.length).toBeLessThanOrEqual(7);
      seen.push(...page.items.map((item) => item.caseId));
      after = page.next;
    } while (after !== undefined);
    const expected = items.filter(wanted).sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
    expect(seen).toEqual(expected.map((item) => item.caseId));
  });

  it.each(filters)('is counted under %j as it would be listed', async (query, wanted) => {
    const counts = (await stage.as(people.vera, 'countReviews', { query })).body as Record<string, unknown>;
    expect(counts).toMatchObject({ open: 240, matching: items.filter(wanted).length, more: false });
    for (const [values] of filters) {
      const [[facet, value] = [], ...more] = Object.entries(values);
      if (facet === undefined || value === undefined || more.length > 0) continue;
      // A value counts what choosing it would leave, with the other filters as they are.
      const chosen = { ...query, [facet]: value };
      const matching = (await stage.as(people.vera, 'countReviews', { query: chosen })).body as {
        matching: number;
      };
      expect([facet, value, (counts[facet] as Record<string, number>)[value] ?? 0]).toEqual([
        facet,
        value,
        matching.matching,
      ]);
    }
  });

  it('looks different to whoever has other claims', async () => {
    const counts = await stage.as(people.vito, 'countReviews');
    expect(counts.body).toMatchObject({ claimed: { mine: 48, others: 48, nobody: 144 } });
  });
});
