// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { caseRejection, CaseRejectionSchema } from '../../lambdas/api/case-rejection.ts';
import type { Outcome } from '../../lambdas/records/case.ts';
import { decisionReasons, type Review } from '../../lambdas/records/review.ts';
import { newRevision, noon, sampleCase, sampleReview } from '../contract/sample-case.ts';

type Decided = NonNullable<Review['decided']>;
const ended = (outcome: Outcome, decision: Decided['decision'], reason: Decided['reason']) =>
  caseRejection(
    sampleCase({
      status: 'closed',
      outcome,
      review: sampleReview({
        decided: { decision, by: 'vera', at: noon, reason, revision: newRevision(), note: newRevision() },
      }),
    }),
  );

describe('a case that a reviewer rejected says', () => {
  it.each(decisionReasons)('why, in a word and a sentence: %s', (reason) => {
    const rejection = CaseRejectionSchema.parse(ended('rejected', 'reject', reason));
    expect(rejection.sentence).toMatch(/^The reviewer .*\.$/);
    expect(CaseRejectionSchema.shape.code.options).toContain(rejection.code);
  });

  it('the code of the reason, and nobody’s name', () => {
    expect(ended('rejected', 'reject', 'unsafe-advice')).toMatchObject({ code: 'unsafe-advice' });
    expect(JSON.stringify(ended('rejected', 'reject', 'attack'))).not.toContain('vera');
  });

  it.each<[Outcome, Decided['decision']]>([
    ['released', 'approve'],
    ['expired', 'expire'],
    // It went on after an edit, and was blocked or failed.
    ['blocked', 'edit'],
    ['failed', 'reject'],
  ])('nothing when it ended %s', (outcome, decision) =>
    expect(ended(outcome, decision, 'other')).toBeUndefined(),
  );

  it('nothing where nobody looked at it', () =>
    expect(caseRejection(sampleCase({ status: 'closed', outcome: 'rejected' }))).toBeUndefined());
});
