// SPDX-License-Identifier: Apache-2.0
import type { Outcome } from '../../../lambdas/records/case.ts';

/** What leads read about how the desk is doing. */
export const overview = {
  lead: 'Counts only: no case and no text. Days are of UTC.',
  period: 'Period',
  periods: { '7': 'Last 7 days', '30': 'Last 30 days', '90': 'Last 90 days' },
  table: (title: string) => `${title}: the numbers`,
  day: 'Day',
  share: (value: number | undefined) =>
    value === undefined
      ? '–'
      : `${new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(value * 100)} %`,
  empty: 'Nothing happened in this period.',
  now: {
    title: 'Waiting now',
    open: 'Open reviews',
    more: 'more than',
    unclaimed: 'Unclaimed',
    escalated: 'Escalated',
    oldest: 'Oldest opened',
    nextExpiry: 'Next to expire',
    nothing: 'nothing waits',
    ages: 'Age of what waits',
    ageNames: {
      'under-1h': 'under an hour',
      '1h-to-4h': 'one to four hours',
      '4h-to-24h': 'four to 24 hours',
      'over-24h': 'over a day',
    } as Readonly<Record<string, string>>,
    count: 'Reviews',
  },
  sums: {
    title: 'In this period',
    closed: 'Cases closed',
    held: 'Cases held',
    p50: 'Time to decision, half within',
    p95: 'Time to decision, 95 % within',
    expired: 'Reviews expired',
    guardrail: 'Guardrail intervened',
    revealed: 'Values revealed',
    second: 'Second reviewers agreed',
    testCases: 'Test cases decided rightly',
    none: 'nothing was decided',
  },
  volume: {
    title: 'Cases closed',
    cases: 'Cases',
    held: 'held',
    other: 'closed without review',
  },
  outcomes: {
    title: 'How cases ended',
    names: {
      released: 'Released',
      rejected: 'Rejected',
      blocked: 'Blocked',
      expired: 'Expired',
      failed: 'Failed',
    } satisfies Record<Outcome, string>,
  },
  reasons: { title: 'Why reviews were opened', reviews: 'Reviews' },
  wait: { title: 'Time to decision', p50: 'half within', p95: '95 % within', minutes: 'Minutes' },
  agreement: {
    title: 'Agreement of reviewers',
    second: 'Second reviewers',
    testCases: 'Test cases',
    same: 'agreed with the first, or were right',
    other: 'differed, or were wrong',
    count: 'Decisions',
  },
  events: {
    title: 'Guardrail, expiries and reveals',
    guardrail: 'guardrail intervened',
    expired: 'expired',
    revealed: 'values revealed',
    count: 'Count',
  },
  types: { title: 'Identifiers taken out of prompts', rest: 'all others', count: 'Identifiers' },
  reviewers: {
    title: 'Reviewers',
    help: 'What tiredness shows in: pace, approvals of what was not read, and test cases with a known answer.',
    by: 'Reviewer',
    decisions: 'Decisions',
    unread: 'Approved unread',
    hurried: 'Beyond the pace',
    reveals: 'Values revealed',
    testCases: 'Test cases right / wrong',
    warnings: 'Look after',
    warningNames: {
      hurried: 'decides very fast',
      unread: 'approves unread',
      'test-cases-missed': 'misses test cases',
    },
    none: 'Nobody has decided anything.',
  },
} as const;
