// SPDX-License-Identifier: Apache-2.0
import type { z } from 'zod';
import { Failure } from '../lambdas/failures.ts';
import type { Page } from '../lambdas/ports.ts';
import { type Case, CaseSchema } from '../lambdas/records/case.ts';
import { boundedMap } from '../lambdas/bounded-map.ts';
import { type Cursor, writeCursor } from '../lambdas/cursor.ts';
import type { Row } from './storing.ts';

/** A row's JSON, undefined when it is none. */
function json(row: Row): unknown {
  try {
    return JSON.parse(String(row['body']));
  } catch {
    return undefined;
  }
}

/** A row's JSON as what it should be. @throws Malformed, without quoting it */
export function parseRow<Schema extends z.ZodType>(known: Schema, row: Row): z.infer<Schema> {
  const parsed = known.safeParse(json(row));
  if (!parsed.success) throw new Failure('Malformed');
  return parsed.data;
}

/**
 * `parseRow` that remembers what it made of the bodies it saw last: a step reads its case several times. Known by
 * the whole body, so a row that was changed behind its back is parsed like any other.
 */
export function rowParser<Schema extends z.ZodType>(schema: Schema, limit = 256) {
  const known = boundedMap<string, z.infer<Schema>>(limit);
  return (row: Row): z.infer<Schema> => {
    const body = String(row['body']);
    const item = known.get(body) ?? parseRow(schema, row);
    known.set(body, item);
    return item;
  };
}

/** What a case's row holds beside its key, in the order of the statements of `cases.ts`. */
export const columnsOf = (item: Case) =>
  [
    item.version,
    item.status,
    item.acceptedAt,
    item.movedAt,
    item.vaultUntil,
    item.review?.side ?? null,
    item.review?.expiresAt ?? null,
    JSON.stringify(item),
    item.retainUntil ?? null,
    item.custody?.contained?.review === undefined ? (item.custody?.contained?.at ?? null) : null,
    item.seed === undefined ? item.owner : null,
  ] as const;

/** What of it changes from one step to the next. SQLite writes every index whose columns are named, also where they stay. */
export const movedColumnsOf = (item: Case) => {
  const [version, status, acceptedAt, movedAt, vaultUntil, side, expiresAt, body, retain, contained, owner] =
    columnsOf(item);
  return {
    moved: [version, status, movedAt, vaultUntil, side, expiresAt, body, retain],
    same: [acceptedAt, contained, owner],
  } as const;
};

/**
 * The first `limit` rows, and where to go on if there is one more: at the row's values of the columns that the
 * query orders by. A row that cannot be read is left out and counted, so that it does not hide the others: whoever
 * asks for that case gets Malformed.
 */
export function pageOf(rows: readonly Row[], limit: number, at: (last: Row) => Cursor): Page<Case> {
  const shown = rows.slice(0, limit);
  const items = shown.flatMap((each) => {
    const known = CaseSchema.safeParse(json(each));
    return known.success ? [known.data] : [];
  });
  const last = rows[limit - 1];
  const unreadable = shown.length - items.length;
  return {
    items,
    ...(rows.length > limit && last !== undefined ? { next: writeCursor(at(last)) } : {}),
    ...(unreadable > 0 ? { unreadable } : {}),
  };
}
