// SPDX-License-Identifier: Apache-2.0
import { Worker } from 'node:worker_threads';
import { Failure } from '../lambdas/failures.ts';
import { type ScanName, type Scans, scans } from '../lambdas/scans.ts';
import type { Answer, Told } from './scan-thread.ts';

export type Scanner = Readonly<{
  scans: Scans;
  /** Ends the thread; what it was asked fails as Unavailable. Idempotent. */
  close: () => void;
}>;

export type ScannerOptions = Readonly<{
  /** A parameter for tests: what the thread runs. */
  thread?: URL;
  /** How long a thread may take for one scan before it is taken for stuck, milliseconds: half of what a step may take. */
  patience?: number;
}>;

type Input = Readonly<{ policy: object }>;
type Asked = Readonly<{ resolve: (value: unknown) => void; reject: (reason: Error) => void }>;
type Thread = Readonly<{ ask: (name: ScanName, input: Input) => Promise<unknown>; end: () => void }>;

/** What a scan threw in the thread, by name: here it would have been thrown just so. */
class ScanFailed extends Error {
  override readonly name: string;

  constructor(name: string) {
    super('A scan failed.');
    this.name = name;
  }
}

/** The garbage of a scan lives as long as the scan: a small place for it costs little time, and a large one memory. */
const resourceLimits = { maxYoungGenerationSizeMb: 6 };

function startThread({ thread: url, patience }: Required<ScannerOptions>, ended: () => void): Thread {
  const worker = new Worker(url, { name: 'scan', resourceLimits });
  const waiting = new Map<number, Asked>();
  const numbers = new Map<object, number>();
  let last = 0;
  let timer: NodeJS.Timeout | undefined;

  const end = (): void => {
    clearTimeout(timer);
    ended();
    for (const { reject } of waiting.values()) reject(new Failure('Unavailable'));
    waiting.clear();
    void worker.terminate();
  };
  /** Scans are done one after the other: each answer begins the time of the next. */
  const watch = (): void => {
    clearTimeout(timer);
    if (waiting.size > 0) {
      timer = setTimeout(end, patience);
      worker.ref();
    } else worker.unref();
  };
  const tell = (told: Told): void => worker.postMessage(told);
  const numberOf = (policy: object): number => {
    const known = numbers.get(policy);
    if (known !== undefined) return known;
    const number = numbers.size;
    numbers.set(policy, number);
    tell({ kind: 'policy', number, policy });
    return number;
  };

  // Why it ended is not asked: the error of a thread may quote a text.
  worker.on('error', end).on('messageerror', end).on('exit', end);
  worker.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    watch();
    if ('threw' in answer) asked?.reject(new ScanFailed(answer.threw));
    else asked?.resolve(answer.value);
  });
  worker.unref();
  return {
    ask: (name, { policy, ...input }) =>
      new Promise((resolve, reject) => {
        tell({ kind: 'scan', id: (last += 1), name, input, by: numberOf(policy) });
        waiting.set(last, { resolve, reject });
        if (waiting.size === 1) watch();
      }),
    end,
  };
}

/**
 * Scans in a thread beside the one that serves and stores. A thread that dies or does not answer is ended, and everything it was
 * asked fails as Unavailable, which the workflow retries: the next scan starts another. Texts are in its memory only.
 */
export function openScanner(options: ScannerOptions = {}): Scanner {
  const { thread = new URL('./scan-thread.mjs', import.meta.url), patience = 25_000 } = options;
  let running: Thread | undefined;
  let closed = false;
  const start = (): Thread => {
    const started = startThread({ thread, patience }, () => {
      if (running === started) running = undefined;
    });
    return started;
  };
  const ask = async (name: ScanName, input: Input): Promise<unknown> => {
    if (closed) throw new Failure('Unavailable');
    return (running ??= start()).ask(name, input);
  };
  // At once: by the time of the first request it has loaded what it needs.
  running = start();
  return {
    scans: Object.fromEntries(
      Object.keys(scans).map((name) => [name, (input: Input) => ask(name as ScanName, input)]),
    ) as unknown as Scans,
    close: () => {
      closed = true;
      running?.end();
    },
  };
}
