// SPDX-License-Identifier: Apache-2.0
import type { ReplayedView } from '../../../lambdas/api/replay-policy.ts';

/** What a policy would have held. */
export const policyChange = {
  lead: 'Screens the archived cases of a policy again, as another version of it would have. Codes only: no text is shown. It is on record that you looked.',
  policy: 'The policy as you think of changing it',
  policyHelp: 'The whole of it as JSON, or the name of one as it stands now.',
  noJson: 'This begins like JSON and is none.',
  missing: 'Fill this in.',
  from: 'From',
  to: 'To, included',
  try: 'Try it',
  stop: 'Stop',
  looked: (cases: number) => (cases === 1 ? 'One case so far' : `${cases} cases so far`),
  stopped: 'This was stopped: it is about the cases so far.',
  counts: 'What would have become of them',
  count: 'Cases',
  changed: 'Cases that would have gone another way',
  none: 'None: every case would have gone the same way.',
  nothing: 'No case of that policy in those days.',
  case: 'Case',
  change: 'Change',
  before: 'Then',
  after: 'Under this policy',
  reasons: 'For',
  changes: {
    'newly-blocked': 'Would be blocked',
    'newly-held': 'Would be held',
    'no-longer-blocked': 'Would not be blocked',
    'no-longer-held': 'Would not be held',
    unchanged: 'The same',
  } satisfies Record<NonNullable<ReplayedView['change']>, string>,
  obstacles: {
    erased: 'Erased: cannot be told',
    'not-allowed': 'Not allowed by its policy',
    'no-sealed-text': 'No text was sealed',
    unreadable: 'Cannot be read',
  } satisfies Record<NonNullable<ReplayedView['obstacle']>, string>,
} as const;
