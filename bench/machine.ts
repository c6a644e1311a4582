// SPDX-License-Identifier: Apache-2.0
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** What the figures were measured on: without it they say nothing. `load` is the average of the last minute. */
export const machineNow = () => ({
  at: new Date().toISOString(),
  processor: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  load: Number((loadavg()[0] ?? 0).toFixed(2)),
});
export type MachineNow = ReturnType<typeof machineNow>;

export const sayMachine = ({ at, processor, cores, memoryGb, node, load }: MachineNow): string =>
  `${at}, ${processor}, ${cores} cores, ${memoryGb} GB, Node.js ${node}, load ${load}`;
