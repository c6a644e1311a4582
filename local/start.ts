// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ChatSettings } from '../lambdas/api/chat-completions.ts';
import { operationsWith } from '../lambdas/api/index.ts';
import type { Report } from '../lambdas/api/serve.ts';
import type { CaseRef } from '../lambdas/records/case.ts';
import { sealArchive } from '../lambdas/steps/seal-archive.ts';
import { reconcile, sweep } from '../lambdas/steps/sweep.ts';
import { openIdentity } from './identity.ts';
import type { NotifySettings } from './notify-settings.ts';
import { announce } from './identity/address.ts';
import { openPipeline, type Pipeline, type PipelineOptions } from './pipeline.ts';
import { type RunningServer, startServer } from './server.ts';
import { tellTrouble } from './sweep-trouble.ts';
import { startNotifying } from './start-notifying.ts';
import { startSeeding } from './start-seeding.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** How often the sweep looks for what nothing else brings to an end, milliseconds. */
const sweepEvery = 30_000;
/** How often what was locked meanwhile is sealed, milliseconds. */
const sealEvery = 3_600_000;
/** How long the history of a closed execution is kept, as on AWS: 90 days. */
const historyFor = 90 * 86_400_000;

export type StartOptions = Omit<PipelineOptions, 'policies'> &
  Readonly<{
    port: number;
    /** Default: the project's own. */
    policies?: string;
    chat?: ChatSettings;
    /** Who is told what happens; nobody unless it says so. */
    notify?: NotifySettings;
    log?: (line: string) => void;
    report?: Report;
  }>;

export type Airlock = Pick<Pipeline, 'ports' | 'machine'> &
  Readonly<{
    url: string;
    server: RunningServer;
    /** Looks now for what nothing else brings to an end: cases that have not moved for `quiet` milliseconds. */
    sweep: (quiet?: number) => Promise<void>;
    /** Stops taking requests, lets steps end, closes the files. Idempotent. */
    close: () => Promise<void>;
  }>;

/** What ends without its case being archived is brought to its end: at once, and again every half minute. */
function startSweeping({ ports, machine }: Pipeline, report: Report, log: (line: string) => void) {
  const failed = (thrown: unknown) => report('sweep', thrown);
  const tell = tellTrouble(log);
  const forget = machine.onClosed((execution) => {
    if (execution.status === 'SUCCEEDED') return;
    const { tenantId, caseId } = JSON.parse(execution.input) as CaseRef;
    reconcile(ports)({ tenantId, caseId }).catch(failed);
  });
  const look = async (quiet?: number) => {
    tell(await sweep(ports)(quiet === undefined ? {} : { quiet }));
    await ports.vault.sweep();
    await ports.cases.prune();
    await machine.prune(Date.now() - historyFor);
  };
  let last: Promise<void> = Promise.resolve();
  const run = (quiet?: number): Promise<void> => {
    const next = look(quiet);
    last = next.catch(() => undefined);
    return next;
  };
  const timer = setInterval(() => void run().catch(failed), sweepEvery);
  // What was accepted before a crash and never started does not wait for the first turn of the timer.
  void run(0).catch(failed);
  return {
    look: run,
    stop: async () => {
      clearInterval(timer);
      forget();
      await last;
    },
  };
}

/** Seals what was locked, every hour; a run that fails is reported, and the next one takes everything up. */
function startSealing({ ports }: Pipeline, report: Report) {
  let last: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    last = sealArchive(ports)().catch((thrown: unknown) => report('seal', thrown));
  }, sealEvery);
  return async () => {
    clearInterval(timer);
    await last;
  };
}

/** Brings up everything on one data folder: stores, workflow, sweep, HTTP. @throws Error with a sentence for the terminal */
export async function startAirlock(options: StartOptions): Promise<Airlock> {
  const { folder, report = () => undefined, policies = join(root, 'policies') } = options;
  const pipeline = await openPipeline({ ...options, policies });
  const opened: (() => Promise<void>)[] = [() => pipeline.close()];
  const close = async () => {
    for (const each of opened.splice(0).reverse()) await each();
  };
  try {
    const { ports, machine } = pipeline;
    const sweeping = startSweeping(pipeline, report, options.log ?? (() => undefined));
    opened.push(sweeping.stop, startSealing(pipeline, report), startSeeding(ports, report));
    const server = await startServer({
      ports,
      identity: (url) => openIdentity(folder, url, report),
      port: options.port,
      operations: operationsWith(options.chat),
      onDisk: ports.onDisk,
      report,
      ...(options.log === undefined ? {} : { log: options.log }),
    });
    opened.push(() => server.close());
    announce(folder, server.url);
    if (options.notify !== undefined) {
      const print = options.log ?? (() => undefined);
      opened.push(startNotifying(ports, options.notify, { url: server.url, print, report }));
    }
    return { url: server.url, server, ports, machine, sweep: sweeping.look, close };
  } catch (error) {
    await close();
    throw error;
  }
}
