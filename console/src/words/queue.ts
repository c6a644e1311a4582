// SPDX-License-Identifier: Apache-2.0
import type { Facet } from '../../../lambdas/api/queue-filter.ts';

/** The review queue. */
export const queue = {
  intro: 'Highest risk first, then least time left.',
  caption: 'Reviews that wait for a person',
  counter: (matching: string, open: string) => (matching === open ? `(${open})` : `(${matching} of ${open})`),
  more: (count: string) => `${count}+`,
  columns: {
    review: 'Review',
    risk: 'Risk',
    reasons: 'Why it is held',
    age: 'Waiting since',
    left: 'Time left',
    claim: 'Claim',
  },
  moreReasons: (count: number) => `(and ${count} more)`,
  select: 'Select reviews',
  selectAll: 'Select all of this page',
  selectOne: (id: string) => `Select case ${id}`,
  claimSelected: 'Claim selected',
  claimNext: 'Claim the next',
  noneToClaim: 'Nothing here is unclaimed.',
  claimed: (count: number) => (count === 1 ? 'One review is yours now.' : `${count} reviews are yours now.`),
  notClaimed: (count: number) =>
    count === 1
      ? 'One could not be claimed: another reviewer has it, or it is decided.'
      : `${count} could not be claimed: other reviewers have them, or they are decided.`,
  live: 'Live',
  polling: 'Looked at every few seconds',
  offline: 'No connection: what you see may be old',
  empty: 'Nothing waits for a person',
  emptyText: 'New reviews appear here by themselves.',
  noMatch: 'Nothing meets these filters',
  clear: 'Show everything',
  filters: 'Filters',
  any: 'Any',
  filter: {
    policy: 'Policy',
    reason: 'Reason',
    side: 'Side',
    risk: 'Risk',
    age: 'Age',
    claimed: 'Claim',
    escalated: 'Escalated',
  } satisfies Record<Facet, string>,
  values: {
    'under-1h': 'Under an hour',
    '1h-to-4h': '1 to 4 hours',
    '4h-to-24h': '4 to 24 hours',
    'over-24h': 'Over a day',
    mine: 'Mine',
    nobody: 'Nobody’s',
    others: 'Others’',
    true: 'Yes',
    false: 'No',
  } as Readonly<Record<string, string>>,
  pages: 'Pages of the queue',
} as const;
