// SPDX-License-Identifier: Apache-2.0

/** Looking for cases by what is on record about them. */
export const search = {
  lead: 'By what is on record about a case. To find a person, use the page for that: records name nobody.',
  from: 'From',
  to: 'To, included',
  outcome: 'Outcome',
  any: 'Any',
  fields: {
    policy: { label: 'Policy', help: 'Its name.' },
    model: { label: 'Model', help: 'Its name.' },
    reason: { label: 'Held or blocked for', help: 'A reason code.' },
    reviewer: { label: 'Decided by', help: 'The name that tokens have.' },
    requester: { label: 'Asked by', help: 'The name that tokens have. Records know it by a digest only.' },
    type: { label: 'Type of identifier found', help: 'Such as NAME.' },
    text: { label: 'De-identified text contains', help: 'Where the policy lets the catalogue have it.' },
  },
  asked: { held: 'Held for a person', degraded: 'Failed, or a detector did', legalHold: 'Under legal hold' },
  moreFilters: 'More to search by',
  search: 'Search',
  found: 'Cases',
  case: 'Case',
  accepted: 'Accepted',
  reviews: 'Reviews',
  kept: 'Kept until',
  save: 'Save all that is found',
  caseId: 'Open a case by its id',
  open: 'Open',
  notId: 'This is no id of a case.',
} as const;
