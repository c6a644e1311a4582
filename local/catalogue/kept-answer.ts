// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { queryLimits } from '../../lambdas/archive/query-limits.ts';
import { Failure } from '../../lambdas/failures.ts';
import type { AnswerCell, AnswerColumn, AnswerPage } from '../../lambdas/ports.ts';
import { readCursor, writeCursor } from '../../lambdas/cursor.ts';

const CellSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const RowsSchema = z.array(z.array(CellSchema));
type Limits = Readonly<Record<keyof typeof queryLimits, number>>;

/** An answer while it comes in, and afterwards: rows as bytes, so that what it takes up is known. Never on disk. */
export function keptAnswer(limit: number | undefined, limits: Limits = queryLimits) {
  const most = Math.min(limit ?? Infinity, limits.rows);
  let columns: readonly AnswerColumn[] = [];
  const pieces: { first: number; bytes: Buffer }[] = [];
  let [rows, bytes, more] = [0, 0, false];
  const rowsOf = (piece: { bytes: Buffer }) => RowsSchema.parse(JSON.parse(piece.bytes.toString()));

  return {
    named: (found: readonly AnswerColumn[]) => {
      columns = found;
    },
    /** @returns whether more are wanted. @throws QueryTooLarge: more than anybody may have, and no limit was asked for */
    take: (found: readonly (readonly AnswerCell[])[]): boolean => {
      const wanted = found.slice(0, most - rows);
      if (wanted.length > 0) {
        const piece = { first: rows, bytes: Buffer.from(JSON.stringify(wanted)) };
        pieces.push(piece);
        rows += wanted.length;
        bytes += piece.bytes.length;
      }
      if (bytes > limits.bytes) throw new Failure('QueryTooLarge');
      if (wanted.length === found.length) return true;
      if (limit === undefined || limit > limits.rows) throw new Failure('QueryTooLarge');
      more = true;
      return false;
    },
    size: () => bytes,
    summary: () => ({ columns, rows, more }),
    /** @throws InvalidInput for a cursor that is none of this answer */
    page: (count: number, after?: string): AnswerPage => {
      const [from = 0] = readCursor(after, 1);
      if (after !== undefined && (from < 1 || from >= rows)) throw new Failure('InvalidInput');
      const found: AnswerCell[][] = [];
      for (let at = from; at < Math.min(from + count, rows);) {
        const piece = pieces.findLast(({ first }) => first <= at);
        if (piece === undefined) break;
        const part = rowsOf(piece).slice(at - piece.first, at - piece.first + from + count - at);
        found.push(...part);
        at += part.length;
      }
      const end = from + found.length;
      return { rows: found, ...(end < rows ? { next: writeCursor([end]) } : {}) };
    },
    *all(): Generator<readonly AnswerCell[]> {
      for (const piece of pieces) yield* rowsOf(piece);
    },
  };
}
export type KeptAnswer = ReturnType<typeof keptAnswer>;
