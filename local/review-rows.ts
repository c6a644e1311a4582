// SPDX-License-Identifier: Apache-2.0
import { Failure } from '../lambdas/failures.ts';
import type { Cases } from '../lambdas/ports.ts';
import { type Case, CaseSchema } from '../lambdas/records/case.ts';
import { type QueueEntry, queueEntry, QueueEntrySchema } from '../lambdas/records/queue.ts';
import type { Tally } from '../lambdas/records/tally.ts';
import { parseRow } from './case-rows.ts';
import type { Database } from './database.ts';
import { type Row, type Statements, storing } from './storing.ts';

/** The queue and the numbers of the overview, beside the cases in the same file and the same transactions. */
const schema = `
DROP INDEX IF EXISTS held;
CREATE TABLE IF NOT EXISTS queue (
  tenant_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  rank TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (tenant_id, case_id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS ranked ON queue (tenant_id, rank, body);

CREATE TABLE IF NOT EXISTS tallies (
  tenant_id TEXT NOT NULL,
  period TEXT NOT NULL,
  who TEXT NOT NULL,
  name TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, period, who, name)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS minutes ON tallies (period) WHERE length(period) > 10;
`;

export type ReviewRows = Pick<Cases, 'queue' | 'tallies'> &
  Readonly<{
    /** Within a write of the case: its place in the queue follows it. */
    place: (item: Case) => void;
    /** Within a write of the case. */
    count: (tallies: readonly Tally[]) => void;
    /** Forgets the minutes before that day. @returns how many rows */
    pruneMinutes: (before: string) => number;
  }>;

const entryOf = (row: Row): QueueEntry[] => {
  try {
    return [parseRow(QueueEntrySchema, row)];
  } catch {
    return [];
  }
};

/** `queue` and `tallies` of the case store. Their statements run inside its transactions. */
export function reviewRows(database: Database, { change, rows }: Statements): ReviewRows {
  const place = (item: Case): void => {
    // Most cases are never held: nothing to take away.
    if (item.review === undefined) return;
    const entry = queueEntry(item);
    if (entry === undefined)
      change('DELETE FROM queue WHERE tenant_id = ? AND case_id = ?', item.tenantId, item.caseId);
    else
      change(
        `INSERT INTO queue (tenant_id, case_id, rank, body) VALUES (?, ?, ?, ?)
         ON CONFLICT (tenant_id, case_id) DO UPDATE SET rank = excluded.rank, body = excluded.body`,
        item.tenantId,
        item.caseId,
        entry.rank,
        JSON.stringify(entry),
      );
  };
  const known = database.prepare("SELECT 1 FROM pragma_table_info('queue')").get() !== undefined;
  database.exec(schema);
  // A file that was made before there was a queue.
  const fill = () => {
    for (const row of rows(`SELECT body FROM cases WHERE status <> 'closed' AND status = 'held'`))
      try {
        place(parseRow(CaseSchema, row));
      } catch (error) {
        // A row that cannot be read keeps the others from nothing; whoever asks for that case hears of it.
        if (!(error instanceof Failure)) throw error;
      }
  };
  if (!known) database.transaction(fill);

  return {
    place,
    count: (tallies) => {
      for (const { tenantId, period, who, name, count } of tallies)
        change(
          `INSERT INTO tallies (tenant_id, period, who, name, count) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (tenant_id, period, who, name) DO UPDATE SET count = count + excluded.count`,
          tenantId,
          period,
          who,
          name,
          count,
        );
    },

    queue: ({ tenantId, limit, after }) =>
      storing(() => {
        if (after !== undefined && !QueueEntrySchema.shape.rank.safeParse(after).success)
          throw new Failure('InvalidInput');
        const found = rows(
          'SELECT rank, body FROM queue WHERE tenant_id = ? AND rank > ? ORDER BY rank LIMIT ?',
          tenantId,
          after ?? '',
          limit + 1,
        );
        const shown = found.slice(0, limit);
        const items = shown.flatMap(entryOf);
        const unreadable = shown.length - items.length;
        const last = shown.at(-1);
        return {
          items,
          ...(found.length > limit && last !== undefined ? { next: String(last['rank']) } : {}),
          ...(unreadable > 0 ? { unreadable } : {}),
        };
      }),

    tallies: ({ tenantId, from, to, who }) =>
      storing(() =>
        rows(
          `SELECT period, who, name, count FROM tallies
           WHERE tenant_id = ? AND period >= ? AND period <= ? AND length(period) = length(?) AND (? IS NULL OR who = ?)
           ORDER BY period, who, name`,
          tenantId,
          from,
          to,
          from,
          who ?? null,
          who ?? null,
        ).map((row) => ({
          tenantId,
          period: String(row['period']),
          who: String(row['who']),
          name: String(row['name']),
          count: Number(row['count']),
        })),
      ),

    pruneMinutes: (before) => change('DELETE FROM tallies WHERE length(period) > 10 AND period < ?', before),
  };
}
