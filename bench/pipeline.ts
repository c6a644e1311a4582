// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load, type Outcomes } from './client.ts';
import { percentile } from './percentiles.ts';
import { startServer } from './server.ts';
import type { Measured } from './table.ts';
import { prompt } from './texts.ts';

const prompts = Array.from({ length: 200 }, (_, seed) => prompt(seed));
const promptOf = (index: number): string => prompts[index % prompts.length] ?? '';

const told = (outcomes: Outcomes): string =>
  Object.entries(outcomes)
    .map(([outcome, count]) => `${count} ${outcome}`)
    .join(', ');

const newFolder = () => mkdtemp(join(tmpdir(), 'airlock-bench-'));

/** One server on a new folder: latency at 1 and 8 at a time, cases a second at 32, memory at the end. */
async function measure(folder: string, synchronous: 'FULL' | 'NORMAL', cases: number) {
  const server = await startServer(folder, synchronous);
  try {
    const few = Math.min(1000, Math.ceil(cases / 5));
    const warm = await load(server, few, 8, promptOf);
    const one = await load(server, few, 1, promptOf);
    const eight = await load(server, few, 8, promptOf);
    const before = server.processorMs();
    const many = await load(server, Math.max(few, cases - 3 * few), 32, promptOf);
    const processor = (server.processorMs() - before) / many.milliseconds.length;
    const all = [warm, one, eight, many];
    const total = all.reduce((sum, { milliseconds }) => sum + milliseconds.length, 0);
    const outcomes: Record<string, number> = {};
    for (const each of all)
      for (const [outcome, count] of Object.entries(each.outcomes))
        outcomes[outcome] = (outcomes[outcome] ?? 0) + count;
    const latency = ({ milliseconds }: typeof one) =>
      [0.5, 0.95, 0.99].map((share) => percentile(milliseconds, share));
    return {
      row: [
        synchronous,
        many.perSecond,
        processor,
        ...latency(one),
        ...latency(eight),
        server.peakMb(),
        total,
      ],
      outcomes: `${synchronous}: ${told(outcomes)}`,
    };
  } finally {
    await server.stop();
  }
}

/** End to end over HTTP against `npm start`, with the stand-in model, 500-character prompts with identities. */
export async function benchPipeline(quick: boolean): Promise<Measured> {
  const [first, second] = [await newFolder(), await newFolder()];
  const measured: Awaited<ReturnType<typeof measure>>[] = [];
  try {
    const cases = quick ? 300 : 10_000;
    measured.push(await measure(first, 'NORMAL', cases));
    measured.push(await measure(second, 'FULL', cases));
  } finally {
    // Only now: ext4 makes files slowly for some minutes after many were removed.
    for (const folder of [first, second]) await rm(folder, { recursive: true, force: true });
  }
  return {
    title: 'Pipeline: HTTP request in, locked record, answer out (reach: 200 cases/s, p95 15 ms, 300 MB)',
    head: [
      'synchronous',
      'cases/s',
      'CPU ms/case',
      '1 at a time: p50 ms',
      'p95',
      'p99',
      '8 at a time: p50 ms',
      'p95',
      'p99',
      'peak MB',
      'after cases',
    ],
    rows: measured.map(({ row }) => row),
    notes: [
      'cases/s and CPU with 32 at a time, from the same machine. The stand-in model takes no time: latency is what the airlock adds.',
      'FULL waits for the disk before it answers, asks a model or locks; NORMAL survives a killed process, not a power cut.',
      ...measured.map(({ outcomes }) => outcomes),
    ],
  };
}
