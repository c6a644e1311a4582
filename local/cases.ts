// SPDX-License-Identifier: Apache-2.0
import type { Cases, Clock, NamingRow } from '../lambdas/ports.ts';
import { type CaseRef, CaseSchema, ConversationSchema } from '../lambdas/records/case.ts';
import { casePages, dayLength } from './case-pages.ts';
import { columnsOf, rowParser } from './case-rows.ts';
import { orConflict, rowWrites } from './case-writes.ts';
import { laterColumns, laterIndexes, laterValues, schema } from './case-schema.ts';
import type { Database } from './database.ts';
import { rememberedEntry, rememberEntry } from './idempotency.ts';
import { reviewRows } from './review-rows.ts';
import { statements, storing } from './storing.ts';

export type LocalCases = Cases &
  Readonly<{
    /** What `replace` and `replaceConversation` do, inside a transaction of the same file. @throws Conflict */
    writeRow: (row: NamingRow) => void;
    /** Writes, so as to know that it can. @throws StorageUnavailable */
    probe: () => Promise<void>;
    /** Removes the idempotency keys of a case, and overwrites where they stood. @returns how many */
    forgetCaller: (ref: CaseRef) => Promise<number>;
    /** Removes the row of a case and its idempotency keys, and overwrites where they stood. */
    forgetCase: (ref: CaseRef) => Promise<void>;
    /** Forgets idempotency keys, budgets, and conversations whose time is over. @returns how many rows */
    prune: () => Promise<number>;
  }>;

const hour = 3_600_000;

/**
 * The case store on SQLite: an item is one row of JSON beside the columns it is looked up by. The file is opened with
 * `secureDelete`: what is removed is overwritten.
 */
export function openCases(database: Database, clock: Clock): LocalCases {
  database.exec(schema);
  for (const [table, column, type] of laterColumns)
    if (
      database.prepare('SELECT 1 FROM pragma_table_info(?) WHERE name = ?').get(table, column) === undefined
    )
      // At once or not at all: a column that is there is never filled again.
      database.transaction(() =>
        database.exec(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}; ${laterValues[column] ?? ''}`),
      );
  database.exec(laterIndexes);
  const sql = statements(database);
  const { change, row, write } = sql;
  const { place, count, pruneMinutes, ...reviews } = reviewRows(database, sql);
  const parseCase = rowParser(CaseSchema);
  const parseConversation = rowParser(ConversationSchema);

  const { replaceCase, replaceConversation } = rowWrites(change, { place, count });

  return {
    accept: (item, conversation, idempotency) =>
      write(() => {
        const standing = idempotency && rememberedEntry(sql, idempotency, clock());
        if (standing !== undefined) return standing;
        orConflict(
          change(
            `INSERT INTO cases (version, status, accepted_at, moved_at, vault_until, side, expires_at, body, retain_until, contained_at, owner, tenant_id, case_id)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
            ...columnsOf(item),
            item.tenantId,
            item.caseId,
          ),
        );
        if (conversation !== undefined)
          orConflict(
            change(
              `INSERT INTO conversations (tenant_id, conversation_id, version, body, vault_until)
               VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
              conversation.tenantId,
              conversation.conversationId,
              conversation.version,
              JSON.stringify(conversation),
              conversation.vaultUntil,
            ),
          );
        if (idempotency !== undefined) rememberEntry(sql, idempotency);
        place(item);
        return undefined;
      }),

    remembered: (of) => storing(() => rememberedEntry(sql, of, clock())),

    get: ({ tenantId, caseId }) =>
      storing(() => {
        const found = row('SELECT body FROM cases WHERE tenant_id = ? AND case_id = ?', tenantId, caseId);
        return found && parseCase(found);
      }),

    replace: (next, tallies = []) => write(() => replaceCase(next, tallies)),

    conversation: ({ tenantId, conversationId }) =>
      storing(() => {
        const found = row(
          'SELECT body FROM conversations WHERE tenant_id = ? AND conversation_id = ?',
          tenantId,
          conversationId,
        );
        return found && parseConversation(found);
      }),

    replaceConversation: (next) => write(() => replaceConversation(next)),

    writeRow: (of) => (of.kind === 'case' ? replaceCase(of.next, of.tallies) : replaceConversation(of.next)),

    ...casePages(sql),
    ...reviews,

    forgotten: ({ tenantId, caseId }) =>
      write(() => {
        change('UPDATE cases SET forgotten = 1 WHERE tenant_id = ? AND case_id = ?', tenantId, caseId);
      }),

    spend: ({ tenantId, day, tokens, limit }) =>
      write(() => {
        if (tokens > limit) return false;
        const done = change(
          `INSERT INTO spending (tenant_id, day, tokens) VALUES (?, ?, ?)
           ON CONFLICT (tenant_id, day) DO UPDATE SET tokens = tokens + excluded.tokens
           WHERE tokens + excluded.tokens <= ?`,
          tenantId,
          day,
          tokens,
          limit,
        );
        return done > 0;
      }),

    spent: ({ tenantId, day }) =>
      storing(() =>
        Number(
          row('SELECT tokens FROM spending WHERE tenant_id = ? AND day = ?', tenantId, day)?.['tokens'] ?? 0,
        ),
      ),

    forgetCaller: ({ tenantId, caseId }) =>
      write(() => change('DELETE FROM idempotency WHERE tenant_id = ? AND case_id = ?', tenantId, caseId)),

    forgetCase: ({ tenantId, caseId }) =>
      write(() => {
        change('DELETE FROM idempotency WHERE tenant_id = ? AND case_id = ?', tenantId, caseId);
        change('DELETE FROM cases WHERE tenant_id = ? AND case_id = ?', tenantId, caseId);
        change('DELETE FROM queue WHERE tenant_id = ? AND case_id = ?', tenantId, caseId);
      }),

    probe: () =>
      write(() => {
        change(
          'INSERT INTO probe (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at',
          clock(),
        );
      }),

    prune: () =>
      write(() => {
        const earlier = new Date(clock() - 2 * dayLength).toISOString().slice(0, 10);
        return (
          change('DELETE FROM idempotency WHERE until <= ?', clock()) +
          change('DELETE FROM spending WHERE day < ?', earlier) +
          pruneMinutes(earlier) +
          // An hour after their objects in the vault: whoever still works on one gets a Conflict, not a surprise.
          change('DELETE FROM conversations WHERE vault_until <= ?', clock() - hour)
        );
      }),
  };
}
