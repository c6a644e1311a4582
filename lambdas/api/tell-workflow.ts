// SPDX-License-Identifier: Apache-2.0
import { changeCase } from '../change.ts';
import { failureName } from '../failures.ts';
import type { Ports } from '../ports.ts';
import type { Case } from '../records/case.ts';
import { openToken } from '../token.ts';

/**
 * Tells the workflow the decision that was just written. If that fails, nothing is lost: a task that is over
 * collects it on its next stage, and the sweep tells it again.
 */
export async function tellWorkflow(ports: Ports, item: Case): Promise<void> {
  const { review } = item;
  if (review?.decided === undefined || review.token === undefined) return;
  const { decision, revision, at } = review.decided;
  try {
    const token = await openToken(ports, item, review.token);
    await ports.workflow.answer(token, { decision, revision });
    await changeCase(ports, item, (now) =>
      now.status !== 'closed' && now.review?.revision === review.revision && now.review.decided?.at === at
        ? { ...now, review: { ...now.review, told: true } }
        : undefined,
    );
  } catch (thrown) {
    if (failureName(thrown) === undefined) throw thrown;
  }
}
