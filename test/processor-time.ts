// SPDX-License-Identifier: Apache-2.0

/** Milliseconds of processor time that this process spends on something: what else the machine does makes no difference. */
export function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
