// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './percentiles.ts';
import { startServer } from './server.ts';
import type { Measured } from './table.ts';

/** From `npm start` to its line that it is ready: on a new folder, and on one that was used. */
export async function benchStart(quick: boolean): Promise<Measured> {
  const first: number[] = [];
  const again: number[] = [];
  for (let run = 0; run < (quick ? 1 : 5); run += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'airlock-bench-'));
    for (const times of [first, again]) {
      const server = await startServer(folder);
      times.push(server.readyAfter);
      await server.stop();
    }
    await rm(folder, { recursive: true, force: true });
  }
  const row = (name: string, times: readonly number[]) => [
    name,
    median(times),
    Math.max(...times),
    times.length,
  ];
  return {
    title: 'Start: from `npm start` to ready (reach: 3,000 ms)',
    head: ['data folder', 'median ms', 'slowest ms', 'starts'],
    rows: [row('new', first), row('used', again)],
  };
}
