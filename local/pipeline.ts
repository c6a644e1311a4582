// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import type { Ports } from '../lambdas/ports.ts';
import { type StepName, stepNames, steps, stepSeconds } from '../lambdas/steps/index.ts';
import type { Step } from '../lambdas/steps/step.ts';
import { type Machine, type MachineOptions, openMachine } from './machine.ts';
import { type Clock, systemClock } from './machine/sources.ts';
import { type LocalOptions, type LocalPorts, openLocalPorts } from './ports.ts';
import { workflowOn } from './workflow.ts';

const definition = new URL('../statemachines/airlock.asl.json', import.meta.url);

export type PipelineOptions = LocalOptions &
  Readonly<{
    /** What a step sees instead of the ports: tests put faults between the two. */
    between?: (ports: LocalPorts, step: StepName) => Ports;
    machine?: Pick<MachineOptions, 'clock' | 'random' | 'concurrency'>;
  }>;

export type Pipeline = Readonly<{
  ports: LocalPorts;
  machine: Machine;
  /** Lets running steps finish for a while, then closes the files. What was under way goes on at the next opening. */
  close: (graceMs?: number) => Promise<void>;
}>;

/** A function that runs too long is ended by its runtime, under the name that Lambda gives it. */
class TimedOut extends Error {
  override readonly name = 'Sandbox.Timedout';
}

const bounded =
  (name: StepName, step: Step, clock: Clock): Step =>
  (input) =>
    new Promise((resolve, reject) => {
      const timer = clock.setTimer(stepSeconds[name] * 1000, () => reject(new TimedOut()));
      step(input)
        .then(resolve, reject)
        .finally(() => timer.cancel());
    });

/**
 * The whole pipeline on one folder: the ports, and the machine that runs statemachines/airlock.asl.json with
 * the steps on them. Everything that was under way when the folder was last used goes on.
 * @throws as openLocalPorts and openMachine
 */
export async function openPipeline(options: PipelineOptions): Promise<Pipeline> {
  const ports = await openLocalPorts(options);
  try {
    const between = options.between ?? ((same: LocalPorts): Ports => same);
    const clock = options.machine?.clock ?? systemClock;
    const machine = openMachine({
      definition: JSON.parse(readFileSync(definition, 'utf8')),
      substitutions: Object.fromEntries(stepNames.map((name) => [name, name])),
      functions: Object.fromEntries(
        stepNames.map((name) => [name, bounded(name, steps(between(ports, name))[name], clock)]),
      ),
      database: ports.database,
      ...options.machine,
    });
    ports.connect(workflowOn(machine));
    const close = async (graceMs?: number) => {
      await machine.close(graceMs === undefined ? {} : { graceMs });
      ports.close();
    };
    return { ports, machine, close };
  } catch (error) {
    ports.close();
    throw error;
  }
}
