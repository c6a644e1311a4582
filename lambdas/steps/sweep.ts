// SPDX-License-Identifier: Apache-2.0
import { changeCase, theCase } from '../change.ts';
import { conversationScope } from '../contents.ts';
import { failureName } from '../failures.ts';
import type { Ports } from '../ports.ts';
import type { Case, CaseRef } from '../records/case.ts';
import { workflowInput } from '../records/workflow-input.ts';
import { openToken } from '../token.ts';
import { archiveTranscript } from './archive-transcript.ts';
import { disposeDue } from './dispose-due.ts';
import { lockedRecord } from './locked-record.ts';
import { releaseAnswer } from './release-answer.ts';

export type Swept = {
  started: number;
  told: number;
  settled: number;
  forgotten: number;
  /** Cases whose retention is over: gone, with their certificate written, and kept by a hold. */
  disposed: number;
  certified: number;
  kept: number;
  failed: number;
  /** Rows that could not be read: whoever asks for one of those cases gets Malformed. */
  unreadable: number;
};

/** What makes an end that was begun impossible for good, so that waiting would not help. */
const hopeless = ['NotFound', 'Malformed', 'NotCleared', 'Quarantined', 'ArchiveConflict'];

/**
 * Brings a case whose execution is over to its end: the one the archive already holds, else the one that was
 * begun, else `failed`. A release that was begun but can no longer be completed, and is not on record, fails.
 */
async function settle(ports: Ports, item: Case, error: string): Promise<void> {
  const { tenantId, caseId, closing } = item;
  const record = await lockedRecord(ports, item);
  const begun = record?.outcome ?? closing?.outcome;
  if (begun !== 'released') {
    await archiveTranscript(ports)({
      tenantId,
      caseId,
      outcome: begun ?? 'failed',
      ...(begun === undefined ? { error } : {}),
    });
    return;
  }
  const answer = closing?.answer;
  try {
    await archiveTranscript(ports)({ tenantId, caseId, outcome: 'released', answer });
    await releaseAnswer(ports)({ tenantId, caseId, answer });
  } catch (thrown) {
    if (record !== undefined || !hopeless.includes(failureName(thrown) ?? '')) throw thrown;
    await changeCase(ports, item, ({ closing: _undone, ...now }) => now);
    await archiveTranscript(ports)({ tenantId, caseId, outcome: 'failed', error: 'NotCleared' });
  }
}

/** Tells the workflow a decision that it was not told. A task that is over collects it on its next stage. */
async function tell(ports: Ports, item: Case): Promise<boolean> {
  const { review } = item;
  if (review?.decided === undefined || review.token === undefined || review.told) return false;
  try {
    await ports.workflow.answer(await openToken(ports, item, review.token), {
      decision: review.decided.decision,
      revision: review.decided.revision,
    });
  } catch (thrown) {
    if (failureName(thrown) !== 'TaskTimedOut') throw thrown;
  }
  await changeCase(ports, item, (now) =>
    now.review?.revision === review.revision ? { ...now, review: { ...now.review, told: true } } : undefined,
  );
  return true;
}

/** A test case has no workflow: it ends when its time is over, or when it never got as far as a review. */
async function settleSeed(ports: Ports, item: Case): Promise<'settled' | undefined> {
  const over = ({ review }: Case) => review === undefined || ports.clock() >= review.expiresAt;
  if (!over(item)) return undefined;
  await changeCase(ports, item, (now) => {
    if (now.status === 'closed' || !over(now)) return undefined;
    const at = ports.clock();
    const { review } = now;
    const closed = { ...now, status: 'closed' as const, closedAt: at };
    if (review === undefined || review.decided !== undefined) return closed;
    const { revision } = review;
    const decided = { decision: 'expire' as const, by: 'clock', at, reason: 'expired' as const, revision };
    return { ...closed, review: { ...review, decided, told: true } };
  });
  await ports.vault.purge({ tenantId: item.tenantId, scope: item.caseId });
  await ports.vault.purge(conversationScope(item));
  return 'settled';
}

/**
 * Looks after one case that no Catch reached: starts it if it was accepted but never started, tells the
 * workflow a decision, archives and closes it if its execution has ended without doing so.
 */
export const reconcile =
  (ports: Ports) =>
  async (ref: CaseRef): Promise<keyof Swept | undefined> => {
    const item = await theCase(ports, ref);
    if (item.status === 'closed') return undefined;
    if (item.seed !== undefined) return settleSeed(ports, item);
    const status = await ports.workflow.status(item);
    if (status === undefined) {
      const policy = await ports.policies.byHash(item.policy.hash);
      await ports.workflow.start(workflowInput(item, policy));
      return 'started';
    }
    if (status === 'RUNNING') return (await tell(ports, item)) ? 'told' : undefined;
    await settle(ports, item, `Execution.${status}`);
    return 'settled';
  };

/**
 * Sweep: every case that has not moved for `quiet` milliseconds, page by page; then those whose retention is over; then
 * the vault of those whose time is over. One case's trouble does not stop the others; it is counted and met again on the next sweep.
 */
export const sweep =
  (ports: Ports) =>
  async ({ quiet = 60_000 }: { quiet?: number } = {}): Promise<Swept> => {
    const swept: Swept = {
      started: 0,
      told: 0,
      settled: 0,
      forgotten: 0,
      disposed: 0,
      certified: 0,
      kept: 0,
      failed: 0,
      unreadable: 0,
    };
    const before = ports.clock() - quiet;
    let after: string | undefined;
    do {
      const page = await ports.cases.stale({ before, limit: 100, ...(after === undefined ? {} : { after }) });
      for (const item of page.items) {
        try {
          const done = await reconcile(ports)(item);
          if (done !== undefined) swept[done] += 1;
        } catch {
          swept.failed += 1;
        }
      }
      swept.unreadable += page.unreadable ?? 0;
      after = page.next;
    } while (after !== undefined);
    await disposeDue(ports, swept);
    for (const ref of await ports.cases.expired({ before: ports.clock(), limit: 1000 })) {
      await ports.vault.purge({ tenantId: ref.tenantId, scope: ref.caseId });
      await ports.cases.forgotten(ref);
      swept.forgotten += 1;
    }
    return swept;
  };
