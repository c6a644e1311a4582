// SPDX-License-Identifier: Apache-2.0
import type { Database } from '../database.ts';
import { dueOf, type Execution, type ExecutionStatus } from './execution.ts';
import type { StoredEvent } from './journal.ts';
import { schema } from './schema.ts';

/** The transition was made from a version that is no longer the stored one: somebody else was first. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
}

const written = [
  'status',
  'output',
  'error',
  'cause',
  'closed',
  'state',
  'entered',
  'enteredEvent',
  'stateInput',
  'variables',
  'retries',
  'phase',
  'task',
  'wake',
  'heartbeatSeconds',
  'heartbeatDue',
  'ready',
  'lastEvent',
] as const;
const fixed = ['name', 'definition', 'input', 'started', 'deadline'] as const;

const insertSql = `INSERT INTO workflow_execution (version, due, ${[...fixed, ...written].join(', ')})
  VALUES (1, ?, ${[...fixed, ...written].map(() => '?').join(', ')})`;
const updateOf = (columns: readonly (typeof written)[number][]) => ({
  columns,
  sql: `UPDATE workflow_execution SET version = version + 1, due = ?, ${columns.map((name) => `${name} = ?`).join(', ')}
  WHERE seq = ? AND version = ?`,
});
// SQLite writes every index whose columns are named, also where their values stay: most transitions lead from one running
// function to the next.
const ofTheEnd: readonly string[] = ['status', 'output', 'error', 'cause', 'closed'];
const updates = {
  any: updateOf(written),
  open: updateOf(written.filter((name) => !ofTheEnd.includes(name))),
  samePhase: updateOf(written.filter((name) => !ofTheEnd.includes(name) && name !== 'phase')),
};

export interface ListQuery {
  readonly status?: ExecutionStatus;
  /** Only executions started before the one of this `seq`: the last of the page before. */
  readonly before?: number;
  /** Default 100, at most 1000. */
  readonly limit?: number;
}

/** The statements of the engine. Reading is immediate; every write happens inside a `batch` or `transaction` of the caller. */
export type Store = ReturnType<typeof openStore>;

/** Creates the tables where they are missing. */
export function openStore(database: Database) {
  database.exec(schema);
  const execution = (row: unknown): Execution | undefined => row as Execution | undefined;
  const run = (sql: string, ...values: (string | number | null | Uint8Array)[]) =>
    database.prepare(sql).run(...values);

  const record = (seq: number, events: readonly StoredEvent[]): void => {
    const first = events[0];
    if (first !== undefined)
      run('INSERT INTO workflow_event VALUES (?, ?, ?)', seq, first.id, JSON.stringify(events));
  };

  return {
    bySeq: (seq: number) =>
      execution(database.prepare('SELECT * FROM workflow_execution WHERE seq = ?').get(seq)),
    byName: (name: string) =>
      execution(database.prepare('SELECT * FROM workflow_execution WHERE name = ?').get(name)),

    /** Stores a new execution; returns its seq. */
    insert: (made: Execution, events: readonly StoredEvent[]): number => {
      const values = [...fixed, ...written].map((name) => made[name]);
      const seq = Number(run(insertSql, dueOf(made), ...values).lastInsertRowid);
      record(seq, events);
      return seq;
    },
    /** Stores a transition of an open execution from the version `before`. @throws Superseded when that is over. */
    update: (made: Execution, events: readonly StoredEvent[], before: Execution): void => {
      const { columns, sql } =
        made.status !== 'RUNNING'
          ? updates.any
          : made.phase === before.phase
            ? updates.samePhase
            : updates.open;
      const values = columns.map((name) => made[name]);
      const { changes } = run(sql, dueOf(made), ...values, made.seq, before.version);
      if (changes === 0) throw new Superseded();
      record(made.seq, events);
    },

    addToken: (digest: Uint8Array, seq: number, task: number) =>
      run('INSERT INTO workflow_token VALUES (?, ?, ?)', digest, seq, task),
    /** The attempt that a token was given to. */
    findToken: (digest: Uint8Array) =>
      database.prepare('SELECT execution, task FROM workflow_token WHERE digest = ?').get(digest) as
        { execution: number; task: number } | undefined,

    /** What is due at `now`, the longest overdue first. */
    due: (now: number, limit: number) =>
      database
        .prepare('SELECT seq FROM workflow_execution WHERE due <= ? ORDER BY due LIMIT ?')
        .all(now, limit)
        .map((row) => Number(row['seq'])),
    /** The next due time after `now`. */
    nextDue: (now: number) =>
      (database.prepare('SELECT min(due) AS due FROM workflow_execution WHERE due > ?').get(now)?.['due'] ??
        null) as number | null,
    /** Who waits for a place, the longest waiting first. */
    ready: (limit: number) =>
      database
        .prepare('SELECT seq FROM workflow_execution WHERE ready IS NOT NULL ORDER BY ready, seq LIMIT ?')
        .all(limit)
        .map((row) => Number(row['seq'])),
    /** Whose function was running when the last process ended. */
    underWay: () =>
      database
        .prepare("SELECT * FROM workflow_execution WHERE phase = 'running'")
        .all() as unknown as Execution[],

    keepDefinition: (hash: string, body: string) =>
      run('INSERT OR IGNORE INTO workflow_definition VALUES (?, ?)', hash, body),
    /** The definitions that open executions began with. */
    openDefinitions: () =>
      database
        .prepare(
          `SELECT hash, body FROM workflow_definition
           WHERE hash IN (SELECT definition FROM workflow_execution WHERE status = 'RUNNING')`,
        )
        .all() as unknown as { hash: string; body: string }[],

    /** Rows of events that hold ids from `from` to `to`, in order. */
    events: (seq: number, from: number, to: number): StoredEvent[] =>
      database
        .prepare(
          `SELECT events FROM workflow_event WHERE execution = ?1 AND first <= ?3 AND first >= coalesce(
             (SELECT max(first) FROM workflow_event WHERE execution = ?1 AND first <= ?2), 0) ORDER BY first`,
        )
        .all(seq, from, to)
        .flatMap((row) => JSON.parse(String(row['events'])) as StoredEvent[])
        .filter(({ id }) => id >= from && id <= to),

    list: ({ status, before, limit = 100 }: ListQuery): Execution[] => {
      const most = Math.max(1, Math.min(limit, 1000));
      const last = before ?? Number.MAX_SAFE_INTEGER;
      const rows =
        status === undefined
          ? database
              .prepare('SELECT * FROM workflow_execution WHERE seq < ? ORDER BY seq DESC LIMIT ?')
              .all(last, most)
          : database
              .prepare(
                'SELECT * FROM workflow_execution WHERE status = ? AND seq < ? ORDER BY seq DESC LIMIT ?',
              )
              .all(status, last, most);
      return rows as unknown as Execution[];
    },

    /** Deletes up to `limit` executions that closed before `before`, with events and tokens; returns how many. */
    prune: (before: number, limit: number): number =>
      Number(
        run(
          `DELETE FROM workflow_execution WHERE seq IN
             (SELECT seq FROM workflow_execution WHERE closed < ? ORDER BY closed LIMIT ?)`,
          before,
          limit,
        ).changes,
      ),
  };
}
