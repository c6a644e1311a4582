// SPDX-License-Identifier: Apache-2.0
import type { SeedSampleName } from '../../../lambdas/api/seed-samples.ts';
import type { ReviewerFigures } from '../../../lambdas/api/reviewer-figures.ts';

/** What is watched about reviewers, shown to themselves, and what leads do about it. */
export const desk = {
  title: 'Your day',
  about: 'What is counted about you, since midnight UTC. The lead sees the same.',
  decisions: 'Decisions',
  approvals: 'Approvals',
  unread: 'Approved sooner than it can be read',
  perMinute: 'Decisions in the last minute',
  reveals: 'Values revealed',
  testCases: 'Test cases, right and wrong',
  ofAtMost: (count: number, most: number) => `${count} (a warning from ${most} on)`,
  warnings: {
    hurried: 'You decide very fast: take your time.',
    unread: 'Many approvals came sooner than the text can be read.',
    'test-cases-missed': 'Many test cases were decided wrongly. A break may help.',
  } satisfies Record<ReviewerFigures['warnings'][number], string>,
  seed: 'Put in a test case',
  seeded: 'A test case waits among the others. What reviewers decide on it is counted.',
  samples: [
    { id: 'dose-as-charted', policy: 'healthcare', title: 'A dose as the plan says it' },
    { id: 'dose-ten-times', policy: 'healthcare', title: 'A dose ten times too high' },
    { id: 'allergy-forgotten', policy: 'healthcare', title: 'An allergy left out' },
    { id: 'summary-as-written', policy: 'healthcare', title: 'A summary as it is written' },
    { id: 'fee-as-listed', policy: 'finance', title: 'A fee as it is listed' },
    { id: 'refund-promised', policy: 'finance', title: 'A refund nobody promised' },
  ] satisfies readonly { id: SeedSampleName; policy: string; title: string }[],
} as const;
