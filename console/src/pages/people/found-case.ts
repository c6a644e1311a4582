// SPDX-License-Identifier: Apache-2.0
import type { QueryView } from '../../../../lambdas/api/archive-query.ts';
import type { Outcome } from '../../../../lambdas/records/case.ts';
import type { people } from '../../words/people.ts';
import type { Receipt } from '../archive/receipt-panel.tsx';

export type Identifier = Readonly<{ kind: keyof typeof people.kinds; value: string }>;

/** One of what POST /v1/archive/people finds. */
export type FoundCase = Readonly<{
  caseId: string;
  outcome: Outcome;
  acceptedAt: string;
  matched: readonly Readonly<{ identifier: number; by: keyof typeof people.by }>[];
  /** Why it cannot be erased now. */
  obstacle?: string;
  asked?: Readonly<{ ask: string; askedBy: string; until: string }>;
}>;
export type Found = Readonly<{ cases: readonly FoundCase[]; more: boolean }>;

/** What POST /v1/archive/people/disclosures answers. */
export type Account = Readonly<{ cases: number; more: boolean; query?: QueryView }>;

/** What POST /v1/archive/people/erasures answers. */
export type PersonReceipt = Readonly<{
  asked: readonly Readonly<{ caseId: string; ask: string; askedBy: string }>[];
  erased: readonly Receipt[];
  refused: readonly Readonly<{ caseId: string; code: string; detail: string }>[];
  backupsUntil?: string;
  beyond: readonly string[];
}>;
