// SPDX-License-Identifier: Apache-2.0
import type { IdempotencyEntry } from '../lambdas/ports.ts';
import type { Statements } from './storing.ts';

/** The entry that stands under this key, unless its time is over. */
export function rememberedEntry(
  { row }: Statements,
  { tenantId, key }: Pick<IdempotencyEntry, 'tenantId' | 'key'>,
  now: number,
): IdempotencyEntry | undefined {
  const found = row(
    'SELECT case_id, request_digest, until FROM idempotency WHERE tenant_id = ? AND key = ? AND until > ?',
    tenantId,
    key,
    now,
  );
  if (found === undefined) return undefined;
  return {
    tenantId,
    key,
    caseId: String(found['case_id']),
    requestDigest: String(found['request_digest']),
    until: Number(found['until']),
  };
}

/** Keeps an entry, over one whose time is over. */
export function rememberEntry({ change }: Statements, entry: IdempotencyEntry): void {
  change(
    'INSERT OR REPLACE INTO idempotency (tenant_id, key, case_id, request_digest, until) VALUES (?, ?, ?, ?, ?)',
    entry.tenantId,
    entry.key,
    entry.caseId,
    entry.requestDigest,
    entry.until,
  );
}
