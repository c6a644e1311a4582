// SPDX-License-Identifier: Apache-2.0

/** Milliseconds of each call, after `warmUp` calls that are not counted: the compiler needs some. */
export async function timesOf(
  calls: number,
  warmUp: number,
  work: (index: number) => unknown,
): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < warmUp + calls; index += 1) {
    const began = performance.now();
    // A promise is waited for; what is none must not wait for a turn of its own.
    const result = work(index);
    if (result instanceof Promise) await result;
    if (index >= warmUp) times.push(performance.now() - began);
  }
  return times;
}

/** How many calls a second, one after the other, in at least `milliseconds`. */
export async function perSecond(
  milliseconds: number,
  work: (index: number) => Promise<unknown>,
): Promise<number> {
  const began = performance.now();
  let calls = 0;
  while (performance.now() - began < milliseconds) await work(calls++);
  return (calls * 1000) / (performance.now() - began);
}

/** Milliseconds of processor time that a work takes: what it takes on a machine that has other things to do. */
export async function processorMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
