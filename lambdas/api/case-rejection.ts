// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { Case } from '../records/case.ts';
import type { decisionReasons } from '../records/review.ts';

/** What a requester is told of a reviewer's reason. The note is not for them: it is sealed. */
const sentences = {
  'identifier-left': 'The reviewer found an identifier in the text that must not be there.',
  'unsafe-advice': 'The reviewer found the advice unsafe.',
  'not-grounded': 'The reviewer found what the documents do not say.',
  attack: 'The reviewer found that the text tries to get around the rules.',
  'out-of-scope': 'The reviewer found that this is not what the assistant may be used for.',
  other: 'The reviewer had a reason of another kind, and wrote it down for the record.',
} as const satisfies Partial<Record<(typeof decisionReasons)[number], string>>;
type RejectionCode = keyof typeof sentences;

export const CaseRejectionSchema = z
  .strictObject({
    code: z.enum(Object.keys(sentences) as [RejectionCode, ...RejectionCode[]]),
    sentence: z.string(),
  })
  .meta({ id: 'CaseRejection', description: 'Why a reviewer did not let a case through, in a word.' });
type CaseRejection = z.infer<typeof CaseRejectionSchema>;

/** Why a reviewer rejected a case; undefined for one that was not. Who it was is not for the requester. */
export function caseRejection(item: Pick<Case, 'outcome' | 'review'>): CaseRejection | undefined {
  const decided = item.review?.decided;
  if (item.outcome !== 'rejected' || decided?.decision !== 'reject') return undefined;
  const code = Object.hasOwn(sentences, decided.reason) ? (decided.reason as RejectionCode) : 'other';
  return { code, sentence: sentences[code] };
}
