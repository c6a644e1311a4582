// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ChatSettings } from '../lambdas/api/chat-completions.ts';
import { operationsWith } from '../lambdas/api/index.ts';
import type { Report } from '../lambdas/api/serve.ts';
import { stepNames, steps } from '../lambdas/steps/index.ts';
import { reconcile, sweep } from '../lambdas/steps/sweep.ts';
import type { CaseRef } from '../lambdas/records/case.ts';
import { openDatabase } from './database.ts';
import { openIdentity } from './identity.ts';
import { announce } from './identity/address.ts';
import { type Machine, openMachine } from './machine.ts';
import { type LocalOptions, type LocalPorts, openLocalPorts } from './ports.ts';
import { type RunningServer, startServer } from './server.ts';
import { workflowOn } from './workflow.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** How often the sweep looks for what nothing else brings to an end, milliseconds. */
const sweepEvery = 30_000;
/** How long the history of a closed execution is kept, as on AWS: 90 days. */
const historyFor = 90 * 86_400_000;

export type StartOptions = Omit<LocalOptions, 'policies'> &
  Readonly<{
    port: number;
    policies?: string;
    chat?: ChatSettings;
    log?: (line: string) => void;
    report?: Report;
  }>;

export type Airlock = Readonly<{
  url: string;
  server: RunningServer;
  ports: LocalPorts;
  machine: Machine;
  /** Looks now for what nothing else brings to an end. */
  sweep: (quiet?: number) => Promise<void>;
  /** Stops taking requests, lets steps end, closes the files. Idempotent. */
  close: () => Promise<void>;
}>;

/** The state machine's file, as it stands. */
const definition = (): unknown =>
  JSON.parse(readFileSync(join(root, 'statemachines', 'airlock.asl.json'), 'utf8'));

/** Brings up everything on one data folder: stores, workflow, sweep, HTTP. @throws Error with a sentence for the terminal */
export async function startAirlock(options: StartOptions): Promise<Airlock> {
  const { folder, synchronous = 'FULL', report = () => undefined } = options;
  const ports = await openLocalPorts({ ...options, policies: options.policies ?? join(root, 'policies') });
  const opened: (() => Promise<void> | void)[] = [() => ports.close()];
  const close = async () => {
    for (const each of opened.splice(0).reverse()) await each();
  };
  try {
    const database = openDatabase({ path: join(folder, 'workflow.sqlite'), synchronous });
    opened.push(() => database.close());
    const machine = openMachine({
      definition: definition(),
      substitutions: Object.fromEntries(stepNames.map((name) => [name, name])),
      functions: steps(ports),
      database,
    });
    opened.push(() => machine.close());
    ports.connect(workflowOn(machine));

    const failed = (thrown: unknown) => report('sweep', thrown);
    // An execution that ended without its case being archived is brought to its end at once.
    const forget = machine.onClosed((execution) => {
      if (execution.status === 'SUCCEEDED') return;
      const { tenantId, caseId } = JSON.parse(execution.input) as CaseRef;
      reconcile(ports)({ tenantId, caseId }).catch(failed);
    });
    const look = async (quiet?: number) => {
      await sweep(ports)(quiet === undefined ? {} : { quiet });
      await ports.vault.sweep();
      await ports.cases.prune();
      await machine.prune(Date.now() - historyFor);
    };
    const timer = setInterval(() => void look().catch(failed), sweepEvery);
    opened.push(() => {
      clearInterval(timer);
      forget();
    });
    // What was accepted and never started before a crash does not wait for the first turn of the timer.
    void look(0).catch(failed);

    const server = await startServer({
      ports,
      identity: (url) => openIdentity(folder, url),
      port: options.port,
      operations: operationsWith(options.chat),
      report,
      ...(options.log === undefined ? {} : { log: options.log }),
    });
    opened.push(() => server.close());
    announce(folder, server.url);
    return { url: server.url, server, ports, machine, sweep: look, close };
  } catch (error) {
    await close();
    throw error;
  }
}
