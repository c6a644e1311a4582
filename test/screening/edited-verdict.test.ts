// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import healthcare from '../../policies/healthcare.json' with { type: 'json' };
import { type Policy, PolicySchema } from '../../lambdas/records/policy.ts';
import type { Review } from '../../lambdas/records/review.ts';
import { editedVerdict } from '../../lambdas/screening/edited-verdict.ts';
import { sampleReview } from '../contract/sample-case.ts';

const policy = (review: Partial<Policy['review']>): Policy => {
  const base = PolicySchema.parse(healthcare);
  return { ...base, review: { ...base.review, fourEyes: [], ...review } };
};
const edit = (changes: Partial<NonNullable<Review['decided']>> = {}): Partial<Review> => ({
  decided: {
    decision: 'edit',
    by: 'vera',
    at: 1,
    reason: 'content-corrected',
    revision: 'A'.repeat(22),
    ...changes,
  },
});
const junior = { when: 'juniorReviewer' } as const;
const retry = edit({ decision: 'retry', by: 'vito' });

describe('an edit in which the checks find nothing', () => {
  it.each<[string, boolean, Partial<Policy['review']>, Partial<Review>[], string | undefined]>([
    ['goes on under an ordinary policy', false, {}, [edit()], 'vera'],
    ['is held where two always approve', true, { approvals: 2 }, [edit()], 'vera'],
    ['is held where edits take two', true, { fourEyes: [{ when: 'editedText' }] }, [edit()], 'vera'],
    [
      'is held where the text it came from took two',
      true,
      {},
      [{ ...edit(), fourEyes: ['severity'] }],
      'vera',
    ],
    [
      'is held where an earlier round of it took two, a retry in between',
      true,
      {},
      [{ ...edit(), fourEyes: ['severity'] }, retry],
      'vera',
    ],
    ['is held where a junior wrote it', true, { fourEyes: [junior] }, [edit({ junior: true })], 'vera'],
    [
      'is held where a junior wrote it and somebody else had the checks run again',
      true,
      { fourEyes: [junior] },
      [edit({ junior: true }), retry],
      'vera',
    ],
    ['goes on where a junior wrote it and nobody minds', false, {}, [edit({ junior: true })], 'vera'],
    ['goes on where juniors need a second and it was none', false, { fourEyes: [junior] }, [edit()], 'vera'],
    [
      'goes on where the other side took two',
      false,
      {},
      [{ side: 'prompt', fourEyes: ['severity'] }],
      'vera',
    ],
    [
      'is none where nobody edited',
      false,
      { approvals: 2, fourEyes: [{ when: 'editedText' }] },
      [],
      undefined,
    ],
  ])('%s', (_what, held, rules, rounds, editedBy) => {
    const reviews = rounds.map((round) => sampleReview({ side: 'answer', ...round }));
    const item = { review: reviews.at(-1), pastReviews: reviews.slice(0, -1) };
    expect(editedVerdict(policy(rules), item, 'answer', editedBy)).toEqual(
      held
        ? { verdict: 'hold', reasons: [{ code: 'edited-text', evidence: [] }] }
        : { verdict: 'pass', reasons: [] },
    );
  });
});
