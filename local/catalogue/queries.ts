// SPDX-License-Identifier: Apache-2.0
import { queryLimits, type QueryLimits } from '../../lambdas/archive/query-limits.ts';
import { Failure, failureName } from '../../lambdas/failures.ts';
import type { Catalogue, CatalogueQuery, Clock, QueryRef, QueryStatus } from '../../lambdas/ports.ts';
import { type KeptAnswer, keptAnswer } from './kept-answer.ts';
import type { Found } from './run-query.ts';

/** Runs a query of a tenant, once its catalogue is up to date. `found.begun` is called when the engine begins. */
export type Run = (
  query: CatalogueQuery,
  found: Required<Found>,
  control: Readonly<{ signal: AbortSignal }>,
) => Promise<void>;

export type QueryOptions = Readonly<{
  run: Run;
  clock: Clock;
  limits?: QueryLimits;
  /** Queries that run at once; the others wait their turn. */
  atOnce?: number;
  /** Queries that run or wait, of all and of one person; one more is refused. */
  most?: number;
  mostOfOne?: number;
  /** How long an answer is kept once it is there, milliseconds, and how much all of them may take up, bytes. */
  keepMs?: number;
  keepBytes?: number;
}>;

type Job = {
  readonly query: CatalogueQuery;
  readonly answer: KeptAnswer;
  readonly stop: AbortController;
  readonly startedAt: number;
  state: QueryStatus['state'];
  percent?: () => number | undefined;
  failure?: NonNullable<QueryStatus['failure']>;
  endedAt?: number;
  ended: Promise<void>;
};
const over = (job: Job) => job.state !== 'queued' && job.state !== 'running';
const keyOf = ({ tenantId, queryId }: QueryRef) => `${tenantId}/${queryId}`;
type Failed = NonNullable<QueryStatus['failure']>;
const known: readonly string[] = ['QueryTooLong', 'QueryTooLarge', 'QueryInvalid'] satisfies Failed[];
const isKnown = (name: string | undefined): name is Failed => name !== undefined && known.includes(name);

export type Queries = Pick<Catalogue, 'start' | 'poll' | 'page' | 'cancel'> &
  Readonly<{
    /** The whole answer of a query that succeeded. @throws NotFound */
    answerOf: (ref: QueryRef) => KeptAnswer;
    /** Stops every query of a tenant and forgets every answer: something in one may have been erased. */
    forget: (tenantId: string) => void;
    close: () => void;
  }>;

/** Queries that run beside the calls that start them, with their answers in memory for a while: what Athena does. */
export function openQueries(options: QueryOptions): Queries {
  const { run, clock, limits = queryLimits, atOnce = 2, most = 16, mostOfOne = 4 } = options;
  const { keepMs = 15 * 60_000, keepBytes = 64 * 1024 * 1024 } = options;
  const jobs = new Map<string, Job>();
  const waiting: (() => void)[] = [];
  let running = 0;

  const found = (ref: QueryRef): Job => {
    tidy();
    const job = jobs.get(keyOf(ref));
    if (job === undefined) throw new Failure('NotFound');
    return job;
  };
  const answerOf = (ref: QueryRef): KeptAnswer => {
    const job = found(ref);
    if (job.state !== 'succeeded') throw new Failure('NotFound');
    return job.answer;
  };
  /** Forgets what was kept long enough, and the oldest where all of it is too much. */
  function tidy(): void {
    let kept = 0;
    for (const [key, job] of [...jobs].reverse()) {
      kept += over(job) ? job.answer.size() : 0;
      const old = job.endedAt !== undefined && job.endedAt + keepMs < clock();
      if (over(job) && (old || (kept > keepBytes && job.answer.size() < kept))) jobs.delete(key);
    }
  }

  /** Waits for a place among those that run. @returns false where it was stopped before */
  async function myTurn(signal: AbortSignal): Promise<boolean> {
    if (running < atOnce) {
      running += 1;
      return true;
    }
    return new Promise((resolve) => {
      const begin = () => resolve(true);
      waiting.push(begin);
      signal.addEventListener('abort', () => {
        const place = waiting.indexOf(begin);
        if (place < 0) return;
        waiting.splice(place, 1);
        resolve(false);
      });
    });
  }

  async function work(job: Job): Promise<void> {
    const { query, answer, stop } = job;
    if (!(await myTurn(stop.signal))) {
      job.state = 'cancelled';
      job.endedAt = clock();
      return;
    }
    let timer: NodeJS.Timeout | undefined;
    const time = { isOver: false };
    const begun: Found['begun'] = (percent) => {
      job.percent = percent;
      timer = setTimeout(() => {
        time.isOver = true;
        stop.abort();
      }, limits.ms);
    };
    try {
      stop.signal.throwIfAborted();
      job.state = 'running';
      await run(query, { columns: answer.named, rows: answer.take, begun }, { signal: stop.signal });
      stop.signal.throwIfAborted();
      job.state = 'succeeded';
    } catch (thrown) {
      const name = failureName(thrown);
      job.state = stop.signal.aborted && !time.isOver ? 'cancelled' : 'failed';
      if (job.state === 'failed')
        job.failure = time.isOver ? 'QueryTooLong' : isKnown(name) ? name : 'Unavailable';
    } finally {
      clearTimeout(timer);
      // It holds a whole engine: kept for as long as the answer is, twenty of them took 200 MB.
      delete job.percent;
      job.endedAt = clock();
      const next = waiting.shift();
      // Whoever waited longest takes the place.
      if (next === undefined) running -= 1;
      else next();
    }
  }

  return {
    start: async (query) => {
      tidy();
      if (jobs.has(keyOf(query))) return;
      const open = [...jobs.values()].filter((job) => !over(job)).map((job) => job.query);
      const theirs = open.filter(
        ({ tenantId, owner }) => tenantId === query.tenantId && owner === query.owner,
      );
      if (open.length >= most || theirs.length >= mostOfOne) throw new Failure('Throttled');
      const answer = keptAnswer(query.limit, limits);
      const job: Job = {
        query,
        answer,
        stop: new AbortController(),
        startedAt: clock(),
        state: 'queued',
        ended: Promise.resolve(),
      };
      jobs.set(keyOf(query), job);
      job.ended = work(job);
    },
    poll: async (ref, withinMs = 0) => {
      const job = found(ref);
      if (!over(job) && withinMs > 0) {
        let timer: NodeJS.Timeout | undefined;
        await Promise.race([
          job.ended,
          new Promise((resolve) => {
            timer = setTimeout(resolve, withinMs);
          }),
        ]);
        clearTimeout(timer);
      }
      const { query, answer, state, failure, startedAt, endedAt } = job;
      const percent = job.percent?.();
      return {
        owner: query.owner,
        state,
        startedAt,
        ...(failure === undefined ? {} : { failure }),
        ...(endedAt === undefined ? {} : { endedAt }),
        ...(percent === undefined ? {} : { percent }),
        ...(state === 'succeeded' ? answer.summary() : {}),
      };
    },
    page: async (ref, limit, after) => answerOf(ref).page(limit, after),
    cancel: async (ref) => {
      const job = found(ref);
      if (over(job)) return;
      job.stop.abort();
      await job.ended;
    },
    answerOf,
    forget: (tenantId) => {
      for (const [key, job] of jobs)
        if (job.query.tenantId === tenantId) {
          job.stop.abort();
          if (over(job)) jobs.delete(key);
        }
    },
    close: () => {
      for (const job of [...jobs.values()].reverse()) job.stop.abort();
    },
  };
}
