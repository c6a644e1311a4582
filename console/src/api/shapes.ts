// SPDX-License-Identifier: Apache-2.0
import type { Facet } from '../../../lambdas/api/queue-filter.ts';
import type { ReviewSummary } from '../../../lambdas/api/review-view.ts';
import type { ProblemCode } from '../../../lambdas/api/problems.ts';

/** GET /v1/reviews */
export type QueuePart = Readonly<{ items: readonly ReviewSummary[]; next?: string }>;
/** GET /v1/reviews/counts */
export type QueueCounts = Readonly<{ matching: number; open: number; more: boolean }> &
  Readonly<Record<Facet, Readonly<Record<string, number>>>>;
/** POST /v1/reviews/claims */
export type Claims = Readonly<{
  results: readonly Readonly<{ caseId: string; claimed: boolean; code?: ProblemCode }>[];
}>;
