// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { Failure } from './failures.ts';

/** Where a page ended: the values of the columns it is ordered by, the first of them a number. */
export type Cursor = readonly [number, ...string[]];

const CursorSchema = z.tuple([z.int()], z.string().max(64));

/** Opaque to callers: base64url. It holds times and ids, no content. */
export const writeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** The values, none for the first page. @throws InvalidInput for what `writeCursor` did not make */
export function readCursor(text: string | undefined, length: number): Partial<Cursor> {
  if (text === undefined) return [];
  try {
    const cursor = CursorSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    if (cursor.length === length) return cursor;
  } catch {
    // Falls through: JSON.parse quotes its input, so its error goes nowhere.
  }
  throw new Failure('InvalidInput');
}
