// SPDX-License-Identifier: Apache-2.0
import Steps, { type StepsProps } from '@cloudscape-design/components/steps';
import type { CaseView } from '../../../../lambdas/api/case-view.ts';
import { request as words } from '../../words/request.ts';

type Milestone = CaseView['progress'][number];
const order = Object.keys(words.milestones) as Milestone[];

const endings = {
  released: 'success',
  rejected: 'stopped',
  blocked: 'stopped',
  expired: 'stopped',
  failed: 'error',
} as const satisfies Record<NonNullable<CaseView['outcome']>, StepsProps.Status>;

/** Where the workflow stands: what is done, what is under way or waits for a person, how it ended. */
export function stepsOf({ progress, status, held, outcome }: CaseView): StepsProps.Step[] {
  const done = order
    .filter((each) => progress.includes(each))
    .map((each): StepsProps.Step => ({ status: 'success', header: words.milestones[each].done }));
  if (outcome !== undefined) return [...done, { status: endings[outcome], header: words.outcomes[outcome] }];
  if (held !== undefined) return [...done, { status: 'pending', header: words.held[held] }];
  const next = order.find((each) => !progress.includes(each));
  return next === undefined || status === 'closed'
    ? done
    : [...done, { status: 'loading', header: words.milestones[next].doing }];
}

export const Progress = ({ view }: Readonly<{ view: CaseView }>) => (
  <div aria-live="polite">
    <Steps ariaLabel={words.steps} steps={stepsOf(view)} />
  </div>
);
