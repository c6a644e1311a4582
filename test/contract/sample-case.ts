// SPDX-License-Identifier: Apache-2.0
import { createHash, randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { IdempotencyEntry } from '../../lambdas/ports.ts';
import type { Case, Conversation } from '../../lambdas/records/case.ts';
import type { Review } from '../../lambdas/records/review.ts';

/** Noon of the day that the tests take place on. */
export const noon = Date.UTC(2026, 10, 20, 12);
export const day = 86_400_000;

export const newRevision = () => randomBytes(16).toString('base64url');
export const digestOf = (text: string) => createHash('sha256').update(text).digest('base64url');

export function sampleCase(changes: Partial<Case> = {}): Case {
  return {
    tenantId: 'north',
    caseId: uuidv7(),
    version: 0,
    conversationId: uuidv7(),
    owner: digestOf('owner'),
    requester: digestOf('requester'),
    policy: { id: 'healthcare', version: '1.0.0', hash: 'a'.repeat(64) },
    status: 'accepted',
    acceptedAt: noon,
    movedAt: noon,
    requestDigest: digestOf('request'),
    request: newRevision(),
    pastReviews: [],
    tainted: false,
    vaultUntil: noon + 7 * day,
    ...changes,
  };
}

export const sampleReview = (changes: Partial<Review> = {}): Review => ({
  side: 'answer',
  revision: newRevision(),
  digest: digestOf('shown'),
  reasons: ['medication-dosage'],
  openedAt: noon,
  stage: 0,
  expiresAt: noon + day,
  editedBy: [],
  approvals: [],
  reveals: [],
  fourEyes: [],
  readingFloor: 0,
  trail: [],
  untold: 0,
  feedback: [],
  drafts: [],
  told: false,
  ...changes,
});

export const sampleConversation = (of: Case): Conversation => ({
  tenantId: of.tenantId,
  conversationId: of.conversationId,
  version: 0,
  owner: of.owner,
  usedAt: of.acceptedAt,
  vaultUntil: of.vaultUntil,
});

export const sampleEntry = (of: Case, key: string, until = noon + day): IdempotencyEntry => ({
  tenantId: of.tenantId,
  key: digestOf(key),
  caseId: of.caseId,
  requestDigest: of.requestDigest,
  until,
});
