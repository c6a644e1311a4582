// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReviewView } from '../../../../lambdas/api/read-review.ts';
import { When } from '../../frame/when.tsx';
import { review as words } from '../../words/review.ts';
import { reviews } from '../../words/reviews.ts';
import { againstApproval } from './decide.ts';

const Decided = ({ decided, test }: Pick<ReviewView, 'decided' | 'test'>) =>
  decided === undefined ? null : (
    <Alert
      type="info"
      header={
        decided.decision === 'expire'
          ? words.decidedByClock
          : words.decided(reviews.decision[decided.decision], decided.by)
      }
    >
      <When at={decided.at} /> {reviews.decisionReason[decided.reason]}
      {test !== undefined && <p>{test.right ? words.test.right : words.test.wrong}</p>}
    </Alert>
  );

/** What somebody should know before they decide. */
export function ReviewAlerts({ view, me }: Readonly<{ view: ReviewView; me: string }>) {
  if (view.decided !== undefined) return <Decided decided={view.decided} test={view.test} />;
  const against = againstApproval(view, me);
  const unwaivable = view.reasons.filter(({ waivable }) => !waivable);
  const masked = view.texts?.some((text) => text.masked) === true;
  const two = view.fourEyes.map((cause) => reviews.fourEyes[cause]);
  return (
    <SpaceBetween size="s">
      {masked && (
        <Alert type="warning" header={words.masked}>
          {words.maskedText}
        </Alert>
      )}
      {against !== undefined && (
        <Alert type="info" header={view.approvable ? undefined : words.notApprovable}>
          {view.approvable
            ? against
            : (masked ? words.notApprovableMasked : words.notApprovableText)(
                unwaivable.map(({ sentence }) => sentence).join(' '),
              )}
        </Alert>
      )}
      {(two.length > 0 || view.approvals.length > 0) && (
        <Alert type="info">
          {two.length > 0 && words.two(two.join(', '))}{' '}
          {view.approvals.map(({ by, at }) => (
            <span key={by}>
              {words.approvedBy(by)} <When at={at} />{' '}
            </span>
          ))}
        </Alert>
      )}
    </SpaceBetween>
  );
}
