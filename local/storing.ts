// SPDX-License-Identifier: Apache-2.0
import { Failure } from '../lambdas/failures.ts';
import type { Database } from './database.ts';

/** Values that SQLite takes. */
export type Value = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, unknown>>;

/** Runs a read or waits for a commit; what SQLite refuses becomes the failure that the workflow knows. */
export async function storing<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && error.name === 'StorageUnavailable')
      throw new Failure('StorageUnavailable', error);
    throw error;
  }
}

/** The three ways a store talks to its file. */
export const statements = (database: Database) => ({
  /** Runs a statement. @returns how many rows it changed */
  change: (sql: string, ...values: Value[]): number => Number(database.prepare(sql).run(...values).changes),
  row: (sql: string, ...values: Value[]): Row | undefined => database.prepare(sql).get(...values),
  rows: (sql: string, ...values: Value[]): Row[] => database.prepare(sql).all(...values),
  /** Resolves after the commit (group commit: `Database.batch`). */
  write: <Result>(work: () => Result): Promise<Result> => storing(() => database.batch(work)),
});
export type Statements = ReturnType<typeof statements>;
