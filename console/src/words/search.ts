// SPDX-License-Identifier: Apache-2.0

/** Looking for cases by what is on record about them. */
export const search = {
  lead: 'By what is on record about a case. To find a person, use the page for that: records name nobody.',
  from: 'From',
  to: 'To, included',
  outcome: 'Outcome',
  any: 'Any',
  policy: 'Policy',
  policyHelp: 'Its name.',
  reason: 'Held or blocked for',
  reasonHelp: 'A reason code.',
  reviewer: 'Decided by',
  reviewerHelp: 'The name that tokens have.',
  failed: 'Only where a detector failed',
  search: 'Search',
  caseId: 'Open a case by its id',
  open: 'Open',
  notId: 'This is no id of a case.',
} as const;
