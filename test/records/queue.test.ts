// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import type { Case } from '../../lambdas/records/case.ts';
import { queueEntry, QueueEntrySchema } from '../../lambdas/records/queue.ts';
import { highestRisk, type ReasonCode, reasonCodes, riskOf, risks } from '../../lambdas/records/reason.ts';
import { sampleCase, sampleReview } from '../contract/sample-case.ts';

const held = (changes: Partial<Case> = {}): Case =>
  sampleCase({ status: 'held', review: sampleReview(), ...changes });
const decided = {
  decision: 'reject' as const,
  by: 'vera',
  at: 1,
  reason: 'other' as const,
  revision: 'A'.repeat(22),
};

describe('a place in the queue', () => {
  it('is had by a case that waits for a person, in the shape that stores keep', () => {
    const entry = queueEntry(held())!;
    expect(QueueEntrySchema.parse(entry)).toEqual(entry);
  });

  it.each<[string, Case]>([
    ['was only accepted', sampleCase()],
    ['goes on after an approval', held({ status: 'running' })],
    ['is closed', held({ status: 'closed' })],
    ['is decided, though the workflow does not know yet', held({ review: sampleReview({ decided }) })],
    ['is held without a review, which cannot be', held({ review: undefined as never })],
  ])('is not had by one that %s', (_what, item) => expect(queueEntry(item)).toBeUndefined());

  it.each<[string, Partial<Case['review']>, Partial<Case['review']>]>([
    ['risk before time', { reasons: ['self-harm'], expiresAt: 9e12 }, { reasons: ['promise'], expiresAt: 1 }],
    ['medium before low', { reasons: ['promise'] }, { reasons: ['random-sample'] }],
    ['time among the same risk', { expiresAt: 999 }, { expiresAt: 1000 }],
    ['time as a number, not as a text', { expiresAt: 9 }, { expiresAt: 10 }],
    ['no reason at all before any other', { reasons: [] }, { reasons: ['random-sample'] }],
  ])('is ordered by %s', (_what, first, second) => {
    const rank = (changes: object) => queueEntry(held({ review: sampleReview(changes) }))!.rank;
    expect(rank(first!) < rank(second!)).toBe(true);
  });

  it('is one of its own, also where everything else is the same', () => {
    const ranks = Array.from({ length: 20 }, () => queueEntry(held())!.rank);
    expect(new Set(ranks).size).toBe(20);
  });
});

describe('the risk of reasons', () => {
  const codes = Object.keys(reasonCodes) as ReasonCode[];

  it.each<[string, readonly ReasonCode[], string]>([
    ['the worst of them', ['random-sample', 'promise', 'self-harm', 'edited-text'], 'high'],
    ['medium among low ones', ['random-sample', 'promise'], 'medium'],
    ['low for looking because somebody should', ['random-sample', 'edited-text'], 'low'],
    ['high where nothing says why', [], 'high'],
  ])('is %s', (_what, reasons, risk) => expect(highestRisk(reasons)).toBe(risk));

  it('is there for every code, and each level is used', () => {
    expect(new Set(codes.map(riskOf))).toEqual(new Set(risks));
  });

  it('is high for whatever shows that an identity got through', () => {
    for (const code of [
      'residual-identifier',
      'original-value',
      'dropped-value',
      'credential-in-prompt',
    ] as const)
      expect(riskOf(code)).toBe('high');
  });
});
