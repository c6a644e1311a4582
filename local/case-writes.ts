// SPDX-License-Identifier: Apache-2.0
import { Failure } from '../lambdas/failures.ts';
import type { Case, Conversation } from '../lambdas/records/case.ts';
import type { Tally } from '../lambdas/records/tally.ts';
import { columnsOf, movedColumnsOf } from './case-rows.ts';
import type { ReviewRows } from './review-rows.ts';
import type { Statements } from './storing.ts';

/** A conditional write that found nothing to write to. @throws Conflict */
export const orConflict = (changed: number): void => {
  if (changed === 0) throw new Failure('Conflict');
};

/**
 * The conditional writes of cases and conversations, inside a transaction. First as if nothing had changed of what hardly ever does:
 * SQLite writes every index whose columns are named. @throws Conflict
 */
export const rowWrites = (
  change: Statements['change'],
  { place, count }: Pick<ReviewRows, 'place' | 'count'>,
) => ({
  replaceCase: (next: Case, tallies: readonly Tally[]): void => {
    const { moved, same } = movedColumnsOf(next);
    const key = [next.tenantId, next.caseId, next.version - 1] as const;
    const whereKey = 'WHERE tenant_id = ? AND case_id = ? AND version = ?';
    const most = change(
      `UPDATE cases SET version = ?, status = ?, moved_at = ?, vault_until = ?, side = ?, expires_at = ?, body = ?, retain_until = ?
       ${whereKey} AND accepted_at = ? AND contained_at IS ? AND owner IS ?`,
      ...moved,
      ...key,
      ...same,
    );
    if (most === 0)
      orConflict(
        change(
          `UPDATE cases SET version = ?, status = ?, accepted_at = ?, moved_at = ?, vault_until = ?, side = ?, expires_at = ?, body = ?, retain_until = ?, contained_at = ?, owner = ?
           ${whereKey}`,
          ...columnsOf(next),
          ...key,
        ),
      );
    place(next);
    count(tallies);
  },
  replaceConversation: (next: Conversation): void => {
    const { tenantId, conversationId, version, vaultUntil } = next;
    const body = JSON.stringify(next);
    const whereKey = 'WHERE tenant_id = ? AND conversation_id = ? AND version = ?';
    const key = [tenantId, conversationId, version - 1] as const;
    const most = change(
      `UPDATE conversations SET version = ?, body = ? ${whereKey} AND vault_until IS ?`,
      version,
      body,
      ...key,
      vaultUntil,
    );
    if (most === 0)
      orConflict(
        change(
          `UPDATE conversations SET version = ?, body = ?, vault_until = ? ${whereKey}`,
          version,
          body,
          vaultUntil,
          ...key,
        ),
      );
  },
});
