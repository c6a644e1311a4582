// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import type { Case } from '../../lambdas/records/case.ts';
import type { Review } from '../../lambdas/records/review.ts';
import { talliesOf } from '../../lambdas/records/tally.ts';
import { waitBucket, waitPercentile } from '../../lambdas/records/wait-bucket.ts';
import { noon, sampleCase, sampleReview } from '../contract/sample-case.ts';

const minute = 60_000;
const open = sampleCase({ status: 'held', review: sampleReview({ reasons: ['promise'] }) });
const approval = { by: 'vera', at: noon, reason: 'other' as const };
const decision = (changes: Partial<NonNullable<Review['decided']>> = {}) => ({
  decision: 'reject' as const,
  by: 'vera',
  at: noon + minute,
  reason: 'other' as const,
  revision: 'A'.repeat(22),
  ...changes,
});
/** The next state of the open case. */
const next = (review: Partial<Review>, changes: Partial<Case> = {}): Case => ({
  ...open,
  review: { ...open.review!, ...review },
  ...changes,
});
/** `name`, or `name@who`, with the count where it is not one. */
const counted = (before: Case, after: Case): string[] =>
  talliesOf(before, after)
    .filter(({ period }) => period.length === 10)
    .map(({ name, who, count }) => `${name}${who === '' ? '' : `@${who}`}${count === 1 ? '' : ` ${count}`}`)
    .sort();
const bucket = `wait.${waitBucket(minute)}`;
const seed = { expected: 'approve' as const, by: 'sofia' };

describe('a write of a case counts', () => {
  it.each<[string, Case, Case, string[]]>([
    ['nothing where nothing happened', open, { ...open, movedAt: noon + 1 }, []],
    [
      'a hold with its side, policy, risk and reasons',
      sampleCase(),
      { ...open, caseId: open.caseId },
      ['held.policy.healthcare', 'held.reason.promise', 'held.risk.medium', 'held.side.answer'],
    ],
    [
      'a next round as another hold',
      next({ decided: decision({ decision: 'retry' }) }),
      next({ revision: 'B'.repeat(22) }),
      ['held.policy.healthcare', 'held.reason.promise', 'held.risk.medium', 'held.side.answer'],
    ],
    [
      'a rejection, with how long it took',
      open,
      next({ decided: decision() }),
      ['decision.reject', 'decision.reject@vera', bucket],
    ],
    [
      'an approval that decides',
      open,
      next({ approvals: [approval], decided: decision({ decision: 'approve' }) }),
      ['approval@vera', 'decision.approve', 'decision.approve@vera', bucket],
    ],
    ['a first approval of two as no decision', open, next({ approvals: [approval] }), ['approval@vera']],
    [
      'a second approval as agreement',
      next({ approvals: [approval] }),
      next({
        approvals: [approval, { ...approval, by: 'vito' }],
        decided: decision({ decision: 'approve', by: 'vito' }),
      }),
      ['approval@vito', 'decision.approve', 'decision.approve@vito', 'second.agreed', bucket],
    ],
    [
      'a rejection after an approval as the opposite',
      next({ approvals: [approval] }),
      next({ approvals: [approval], decided: decision({ by: 'vito' }) }),
      ['decision.reject', 'decision.reject@vito', 'second.differed', bucket],
    ],
    [
      'nobody’s second thoughts about their own approval',
      next({ approvals: [approval] }),
      next({ approvals: [approval], decided: decision() }),
      ['decision.reject', 'decision.reject@vera', bucket],
    ],
    [
      'what was unread or hurried, for the reviewer',
      open,
      next({ approvals: [{ ...approval, unread: true, hurried: true }] }),
      ['approval.unread@vera', 'approval@vera', 'hurried@vera'],
    ],
    [
      'what was hurried once, though it is an approval and a decision',
      open,
      next({
        approvals: [{ ...approval, hurried: true }],
        decided: decision({ decision: 'approve', hurried: true }),
      }),
      ['approval@vera', 'decision.approve', 'decision.approve@vera', 'hurried@vera', bucket],
    ],
    [
      'an expiry as nobody’s decision',
      open,
      next({ decided: decision({ decision: 'expire', by: 'clock', reason: 'expired' }) }),
      ['decision.expire'],
    ],
    [
      'reminders and escalations, not claims and looks',
      open,
      next({
        trail: [
          { kind: 'viewed', by: 'vera', at: 1 },
          { kind: 'claimed', by: 'vera', at: 1 },
          { kind: 'reminded', by: 'clock', at: 1 },
          { kind: 'escalated', by: 'clock', at: 1 },
        ],
      }),
      ['escalated', 'reminded'],
    ],
    [
      'every reveal',
      next({ reveals: [{ by: 'vera', at: 1, placeholder: 'NAME_1_7K' }] }),
      next({
        reveals: ['vera', 'vera', 'vito'].map((by) => ({ by, at: 1, placeholder: 'NAME_1_7K' })),
      }),
      ['revealed', 'revealed', 'revealed@vera', 'revealed@vito'],
    ],
    [
      'a closed case that nobody saw',
      sampleCase(),
      sampleCase({ status: 'closed', outcome: 'released', found: { NAME: 2, DATE: 1 } }),
      ['closed.outcome.released', 'closed.policy.healthcare', 'type.DATE', 'type.NAME 2'],
    ],
    [
      'a closed case that was held and guarded',
      open,
      next(
        { decided: decision() },
        {
          status: 'closed',
          outcome: 'rejected',
          promptVerdict: { verdict: 'hold', reasons: ['guardrail-intervened'] },
        },
      ),
      [
        'closed.guardrail',
        'closed.held',
        'closed.outcome.rejected',
        'closed.policy.healthcare',
        'decision.reject',
        'decision.reject@vera',
        bucket,
      ],
    ],
    [
      'a decision once, though the row is written again when the workflow was told',
      next({ approvals: [approval], decided: decision({ decision: 'approve' }) }),
      next({ approvals: [approval], decided: decision({ decision: 'approve' }), told: true }),
      [],
    ],
    [
      'nothing twice of a case that is closed',
      { ...open, status: 'closed' },
      { ...open, status: 'closed' },
      [],
    ],
    [
      'a test that was passed, for the reviewer and for agreement only',
      { ...open, seed },
      next({ approvals: [approval], decided: decision({ decision: 'approve' }) }, { seed, status: 'closed' }),
      ['approval@vera', 'decision.approve@vera', 'seed.right', 'seed.right@vera'],
    ],
    [
      'a test that was missed',
      { ...open, seed },
      next({ decided: decision() }, { seed, status: 'closed' }),
      ['decision.reject@vera', 'seed.wrong', 'seed.wrong@vera'],
    ],
    ['a test that joins the queue as nothing', sampleCase({ seed }), { ...open, seed }, []],
  ])('%s', (_what, before, after, expected) => expect(counted(before, after)).toEqual([...expected].sort()));

  it('a reviewer’s minute, once for an approval that decides', () => {
    const minutes = (after: Case) =>
      talliesOf(open, { ...after, movedAt: noon + 90_000 })
        .filter(({ period }) => period.length > 10)
        .map(({ period, who, name, count }) => [period, who, name, count]);
    const both = next({ approvals: [approval], decided: decision({ decision: 'approve' }) });
    expect(minutes(both)).toEqual([['2026-11-20T12:01', 'vera', 'decided', 1]]);
    expect(minutes(next({ approvals: [approval] }))).toHaveLength(1);
    expect(minutes(next({ decided: decision({ decision: 'expire', by: 'clock' }) }))).toEqual([]);
  });

  it('under the day on which it was written', () => {
    const [tally] = talliesOf(open, {
      ...next({ reveals: [{ by: 'vera', at: 1, placeholder: 'NAME_1_7K' }] }),
      movedAt: Date.UTC(2026, 10, 21) - 1,
    });
    expect(tally).toMatchObject({ tenantId: 'north', period: '2026-11-20' });
  });
});

describe('waiting times in buckets', () => {
  it.each([1, 59, 60, 61, 600, 3600, 12_345, 86_400, 30 * 86_400])(
    'say %d seconds within five percent',
    (seconds) => {
      const read = waitPercentile(new Map([[waitBucket(seconds * 1000), 1]]), 0.5)!;
      expect(Math.abs(read - seconds) / seconds).toBeLessThanOrEqual(0.051);
    },
  );

  it.each([0, -5, 1])('take %d milliseconds for the shortest', (milliseconds) =>
    expect(waitBucket(milliseconds)).toBe(0),
  );

  it('are bounded, whatever somebody waited', () => expect(waitBucket(Number.MAX_SAFE_INTEGER)).toBe(160));

  it('give the share that stays below', () => {
    const counts = new Map([
      [waitBucket(60_000), 90],
      [waitBucket(600_000), 9],
      [waitBucket(6_000_000), 1],
    ]);
    expect(waitPercentile(counts, 0.5)).toBeLessThan(66);
    expect(waitPercentile(counts, 0.95)).toBeGreaterThan(550);
    expect(waitPercentile(counts, 0.95)).toBeLessThan(650);
    expect(waitPercentile(counts, 1)).toBeGreaterThan(5500);
    expect(waitPercentile(new Map(), 0.5)).toBeUndefined();
  });
});
