// SPDX-License-Identifier: Apache-2.0
import { createHash, randomBytes as cryptoRandomBytes } from 'node:crypto';
import type { Database } from './database.ts';
import { compileDefinition } from './machine/compile-definition.ts';
import { Engine } from './machine/engine.ts';
import type { Execution, ExecutionStatus } from './machine/execution.ts';
import { type HistoryPage, historyPage, type HistoryQuery } from './machine/history.ts';
import { jsonText, newExecution, validName } from './machine/new-execution.ts';
import { InvalidDefinition, Problems } from './machine/problems.ts';
import { Refusal } from './machine/refusals.ts';
import { type Clock, type Sources, systemClock } from './machine/sources.ts';
import { type ListQuery, openStore, type Store } from './machine/store.ts';
import { substitute } from './machine/substitute.ts';
import type { TaskFunction } from './machine/task-result.ts';
import { looksLikeToken, tokenDigest } from './machine/task-token.ts';
import { type Description, describe } from './machine/description.ts';

export type { Description, ExecutionStatus, HistoryPage, HistoryQuery, ListQuery, TaskFunction };
export { InvalidDefinition, Refusal };

export interface MachineOptions {
  /** The Amazon States Language file as JSON.parse gives it. */
  readonly definition: unknown;
  /** Values of the definition's `${Name}` placeholders. */
  readonly substitutions?: Readonly<Record<string, string>>;
  /** What `Arguments.FunctionName` may name, after substitution. */
  readonly functions: Readonly<Record<string, TaskFunction>>;
  /** An open file; the machine makes its own tables in it, and does not close it. */
  readonly database: Database;
  /** For the context object and the ARNs. Default `airlock`. */
  readonly name?: string;
  /** Task functions that may run at the same time. Default 64. */
  readonly concurrency?: number;
  readonly clock?: Clock;
  /** A number of [0, 1): jitter. Default Math.random. */
  readonly random?: () => number;
  /** For tokens: from a cryptographic source. Default node:crypto. */
  readonly randomBytes?: (count: number) => Uint8Array;
}

/** A Standard state machine on one file. Errors have the names of the Step Functions API, or `StorageUnavailable`. */
export interface Machine {
  /**
   * Starts an execution, or finds the running one of the same name and input. Resolves when it is stored.
   * @throws ExecutionAlreadyExists, InvalidName, InvalidExecutionInput, StorageUnavailable, MachineClosed
   */
  start(name: string, input: unknown): Promise<Description>;
  /** SendTaskSuccess. @throws TaskTimedOut, InvalidToken, TaskDoesNotExist, InvalidOutput, StorageUnavailable */
  succeed(token: string, output: unknown): Promise<void>;
  /** SendTaskFailure: neither error nor cause may hold text of users. @throws as `succeed`, and ValidationException */
  fail(token: string, error?: string, cause?: string): Promise<void>;
  /** SendTaskHeartbeat: the heartbeat's time begins again. @throws as `succeed` */
  heartbeat(token: string): Promise<void>;
  /** StopExecution: ABORTED; without effect on a closed execution. @throws ExecutionDoesNotExist, StorageUnavailable */
  stop(name: string, error?: string, cause?: string): Promise<void>;
  /** DescribeExecution; undefined when there is none. */
  describe(name: string): Description | undefined;
  /** GetExecutionHistory. @throws ExecutionDoesNotExist, ValidationException */
  history(name: string, query?: HistoryQuery): HistoryPage;
  /** Newest first. For a sweep: ask by status, page with `before` = the last one's `seq`. */
  list(query?: ListQuery): Description[];
  /**
   * Calls back for every execution that closes from now on, after it is stored. Not repeated after a crash: a sweep over `list` finds
   * those. Returns how to stop listening.
   */
  onClosed(listener: (execution: Description) => void): () => void;
  /** Deletes executions that closed before (ms since 1970), in batches of `limit` (default 200). Resolves with how many. */
  prune(before: number, limit?: number): Promise<number>;
  /** For tests: resolves when nothing is due now, and nothing runs (`exceptRunning`: though functions may still run). */
  idle(options?: { readonly exceptRunning?: boolean }): Promise<void>;
  /** Starts nothing more, waits (default 5000 ms) for running functions, aborts the rest: they start again at the next opening. */
  close(options?: { readonly graceMs?: number }): Promise<void>;
}

/**
 * Opens the machine and goes on with every execution where it was: see docs/workflow-engine.md.
 * @throws InvalidDefinition with everything in the definition that this engine cannot run; also when an open execution
 * began with an earlier definition that the functions given here no longer serve.
 */
export function openMachine(options: MachineOptions): Machine {
  const { database, name: machine = 'airlock', concurrency = 64, clock = systemClock } = options;
  const sources: Sources = {
    now: () => clock.now(),
    random: options.random ?? Math.random,
    randomBytes: options.randomBytes ?? cryptoRandomBytes,
  };
  const functions = new Map(Object.entries(options.functions));
  const names = new Set(functions.keys());
  const problems = new Problems();
  const resolved = substitute(options.definition, options.substitutions ?? {}, problems);
  const current = compileDefinition(resolved, names, sources, problems);
  const body = JSON.stringify(resolved);
  const hash = createHash('sha256').update(body).digest('hex');

  const store = openStore(database);
  const definitions = new Map([[hash, current]]);
  for (const old of store.openDefinitions())
    if (old.hash !== hash) definitions.set(old.hash, compileDefinition(JSON.parse(old.body), names, sources));
  database.transaction(() => {
    store.keepDefinition(hash, body);
    for (const execution of store.underWay()) {
      const state = definitions.get(execution.definition)?.states.get(execution.state);
      const waitsForToken = state?.type === 'Task' && state.waitsForToken;
      // A function begins again with its whole time; a wait for a token keeps its due times.
      const anew = waitsForToken ? {} : { wake: null };
      store.update({ ...execution, ...anew, phase: 'again', ready: execution.entered }, [], execution);
    }
  });

  const listeners = new Set<(execution: Description) => void>();
  const told = (execution: Execution): void => {
    for (const listener of listeners) queueMicrotask(() => listener(describe(machine, execution)));
  };
  const engine = new Engine({
    machine,
    database,
    store,
    definitions,
    functions,
    clock,
    sources,
    concurrency,
    onClosed: told,
  });
  engine.begin();

  const open = (): void => {
    if (engine.closing) throw new Refusal('MachineClosed');
  };
  const found = (name: string): Execution => {
    const execution = store.byName(name);
    if (execution === undefined) throw new Refusal('ExecutionDoesNotExist');
    return execution;
  };

  return {
    start: async (name, input) => {
      open();
      const text = jsonText(input, 'InvalidExecutionInput');
      if (!validName(name)) throw new Refusal('InvalidName');
      const isNew = (): boolean => {
        const known = store.byName(name);
        if (known === undefined) return true;
        if (known.status !== 'RUNNING' || known.input !== text) throw new Refusal('ExecutionAlreadyExists');
        return false;
      };
      if (isNew()) await engine.create(newExecution(name, text, hash, current, clock.now()), isNew);
      return describe(machine, found(name));
    },
    succeed: async (token, output) => {
      open();
      const text = jsonText(output, 'InvalidOutput');
      await answer(engine, store, clock, token, (walk) => walk.answered(text));
    },
    fail: async (token, error, cause) => {
      open();
      if ((error?.length ?? 0) > 256 || (cause?.length ?? 0) > 32_768)
        throw new Refusal('ValidationException');
      await answer(engine, store, clock, token, (walk) => walk.failed(error ?? '', cause));
    },
    heartbeat: async (token) => {
      open();
      await answer(engine, store, clock, token, async (_walk, execution) => {
        const { heartbeatSeconds } = execution;
        const heartbeatDue = heartbeatSeconds === null ? null : clock.now() + heartbeatSeconds * 1000;
        return { execution: { ...execution, heartbeatDue }, events: [], run: undefined };
      });
    },
    stop: async (name, error, cause) => {
      open();
      if ((error?.length ?? 0) > 256 || (cause?.length ?? 0) > 32_768)
        throw new Refusal('ValidationException');
      await engine.apply({
        seq: found(name).seq,
        applies: ({ status }) => status === 'RUNNING',
        make: (walk) => walk.aborted(error, cause),
      });
    },
    describe: (name) => {
      const execution = store.byName(name);
      return execution === undefined ? undefined : describe(machine, execution);
    },
    history: (name, query = {}) => historyPage(store, found(name), query),
    list: (query = {}) => store.list(query).map((execution) => describe(machine, execution)),
    onClosed: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    prune: async (before, limit = 200) => {
      let total = 0;
      for (;;) {
        const deleted = await database.batch(() => store.prune(before, limit));
        total += deleted;
        if (deleted < limit) return total;
      }
    },
    idle: ({ exceptRunning = false } = {}) => engine.idle(exceptRunning),
    close: ({ graceMs = 5000 } = {}) => engine.close(graceMs),
  };
}

type Answering = Parameters<Engine['apply']>[0]['make'];

/** Applies an answer to the attempt that the token was given to, if that still waits for one. */
async function answer(
  engine: Engine,
  store: Store,
  clock: Clock,
  token: string,
  make: Answering,
): Promise<void> {
  if (!looksLikeToken(token)) throw new Refusal('InvalidToken');
  const owner = store.findToken(tokenDigest(token));
  if (owner === undefined) throw new Refusal('TaskDoesNotExist');
  const waits = ({ phase, task, wake, heartbeatDue }: Execution): boolean =>
    task === owner.task &&
    (phase === 'token' || phase === 'running' || phase === 'again') &&
    Math.min(wake ?? Infinity, heartbeatDue ?? Infinity) > clock.now();
  const stored = await engine.apply({ seq: owner.execution, applies: waits, make, abort: false });
  if (stored === undefined) throw new Refusal('TaskTimedOut');
}
