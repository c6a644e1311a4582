// SPDX-License-Identifier: Apache-2.0
import { Failure } from '../lambdas/failures.ts';
import type { Cases } from '../lambdas/ports.ts';
import { pageOf } from './case-rows.ts';
import { readCursor } from '../lambdas/cursor.ts';
import { type Statements, storing } from './storing.ts';

export const dayLength = 86_400_000;

/** The first millisecond of a day in UTC. @throws InvalidInput */
function startOf(day: string): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN;
  if (Number.isNaN(at)) throw new Failure('InvalidInput');
  return at;
}

/** The queries of the case store. Each has an index, and goes on after the last row by its values (no OFFSET). */
export const casePages = ({
  rows,
}: Statements): Pick<Cases, 'stale' | 'closed' | 'owned' | 'expired' | 'due' | 'contained'> => ({
  stale: ({ before, limit, after }) =>
    storing(() => {
      const [at, id, tenant] = readCursor(after, 3);
      const found = rows(
        `SELECT body, moved_at, case_id, tenant_id FROM cases
         WHERE status <> 'closed' AND moved_at < ? AND (moved_at, case_id, tenant_id) > (?, ?, ?)
         ORDER BY moved_at, case_id, tenant_id LIMIT ?`,
        before,
        at ?? -1,
        id ?? '',
        tenant ?? '',
        limit + 1,
      );
      return pageOf(found, limit, (last) => [
        Number(last['moved_at']),
        String(last['case_id']),
        String(last['tenant_id']),
      ]);
    }),

  closed: ({ tenantId, day, limit, after }) =>
    storing(() => {
      const from = startOf(day);
      const [at, id] = readCursor(after, 2);
      const found = rows(
        `SELECT body, accepted_at, case_id FROM cases
         WHERE tenant_id = ? AND status = 'closed' AND accepted_at >= ? AND accepted_at < ? AND (accepted_at, case_id) < (?, ?)
         ORDER BY accepted_at DESC, case_id DESC LIMIT ?`,
        tenantId,
        from,
        from + dayLength,
        at ?? Number.MAX_SAFE_INTEGER,
        id ?? '',
        limit + 1,
      );
      return pageOf(found, limit, (last) => [Number(last['accepted_at']), String(last['case_id'])]);
    }),

  owned: ({ tenantId, owner, limit, after }) =>
    storing(() => {
      const [at, id] = readCursor(after, 2);
      const found = rows(
        `SELECT body, accepted_at, case_id FROM cases
         WHERE tenant_id = ? AND owner = ? AND (accepted_at, case_id) < (?, ?)
         ORDER BY accepted_at DESC, case_id DESC LIMIT ?`,
        tenantId,
        owner,
        at ?? Number.MAX_SAFE_INTEGER,
        id ?? '',
        limit + 1,
      );
      return pageOf(found, limit, (last) => [Number(last['accepted_at']), String(last['case_id'])]);
    }),

  due: ({ before, limit, after }) =>
    storing(() => {
      const [at, id, tenant] = readCursor(after, 3);
      const found = rows(
        `SELECT body, retain_until, case_id, tenant_id FROM cases
         WHERE status = 'closed' AND retain_until IS NOT NULL AND retain_until < ? AND (retain_until, case_id, tenant_id) > (?, ?, ?)
         ORDER BY retain_until, case_id, tenant_id LIMIT ?`,
        before,
        at ?? -1,
        id ?? '',
        tenant ?? '',
        limit + 1,
      );
      return pageOf(found, limit, (last) => [
        Number(last['retain_until']),
        String(last['case_id']),
        String(last['tenant_id']),
      ]);
    }),

  contained: ({ tenantId, limit, after }) =>
    storing(() => {
      const [at, id] = readCursor(after, 2);
      const found = rows(
        `SELECT body, contained_at, case_id FROM cases
         WHERE tenant_id = ? AND contained_at IS NOT NULL AND (contained_at, case_id) > (?, ?)
         ORDER BY contained_at, case_id LIMIT ?`,
        tenantId,
        at ?? -1,
        id ?? '',
        limit + 1,
      );
      return pageOf(found, limit, (last) => [Number(last['contained_at']), String(last['case_id'])]);
    }),

  expired: ({ before, limit }) =>
    storing(() =>
      rows(
        `SELECT tenant_id, case_id FROM cases WHERE status = 'closed' AND forgotten = 0 AND vault_until < ?
         ORDER BY vault_until, case_id LIMIT ?`,
        before,
        limit,
      ).map((found) => ({ tenantId: String(found['tenant_id']), caseId: String(found['case_id']) })),
    ),
});
