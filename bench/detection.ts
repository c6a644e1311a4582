// SPDX-License-Identifier: Apache-2.0
import { detect } from '../lambdas/privacy/detect.ts';
import { recognizers } from '../lambdas/recognizers/index.ts';
import { others } from './other-packages.ts';
import { median, percentile } from './percentiles.ts';
import type { Cell, Measured } from './table.ts';
import { nasty, note, prompt } from './texts.ts';
import { processorMs, timesOf } from './time.ts';

type Detector = Readonly<{ name: string; find: (text: string) => unknown }>;

const own: Detector = {
  name: 'prompt-airlock',
  find: (text) => detect(text, { recognizers, threshold: 0.5 }),
};

/** The same texts for everybody: 1 KB prompts, and notes of 4 KB for throughput. */
async function compared({ name, find }: Detector, quick: boolean): Promise<Cell[]> {
  const prompts = Array.from({ length: 100 }, (_, seed) => prompt(seed, 1024));
  const notes = Array.from({ length: 50 }, (_, seed) => note(1000 + seed, 4096));
  const calls = quick ? 100 : 300;
  const times = await timesOf(calls, 50, (index) => find(prompts[index % prompts.length] ?? ''));
  const reads = quick ? 20 : 100;
  let milliseconds = 0;
  const processor = await processorMs(async () => {
    const each = await timesOf(reads, 0, (index) => find(notes[index % notes.length] ?? ''));
    milliseconds = each.reduce((sum, time) => sum + time, 0);
  });
  const kilobytes = reads * 4.096;
  return [name, median(times), percentile(times, 0.95), kilobytes / milliseconds, kilobytes / processor];
}

export async function benchDetection(quick: boolean): Promise<Measured> {
  const rows: Cell[][] = [];
  for (const each of [own, ...(await others())]) rows.push(await compared(each, quick));
  return {
    title: 'Detection beside other packages, one core, the same texts (reach: 1 KB p95 2 ms, 1 MB/s)',
    head: ['package', '1 KB p50 ms', 'p95 ms', 'MB/s on notes', 'MB a CPU second'],
    rows,
    notes: [
      'They do not do the same: compromise finds names, places and organisations only, openredaction patterns only.',
      'redact-pii is left out: its only release brings Google’s DLP client along.',
    ],
  };
}

/** Linear in length? The last column would be 1 if it were exactly. */
export async function benchLength(quick: boolean): Promise<Measured> {
  const lengths = quick ? [1e3, 1e4, 1e5] : [1e3, 1e4, 1e5, 1e6];
  const whole = note(7, 1e6);
  own.find(whole.slice(0, 1e5));
  const times: number[] = [];
  for (const length of lengths) {
    const calls = Math.min(50, Math.ceil(2e6 / length));
    times.push(median(await timesOf(calls, 1, () => own.find(whole.slice(0, length)))));
  }
  const rate = (index: number) => (times[index] ?? Number.NaN) / (lengths[index] ?? Number.NaN);
  return {
    title: 'Detection by length of the text (reach: linear up to 1 MB)',
    head: ['characters', 'ms', 'MB/s', 'times the 10 KB rate'],
    rows: lengths.map((length, index) => [
      length,
      times[index] ?? Number.NaN,
      length / 1e3 / (times[index] ?? Number.NaN),
      rate(index) / rate(1),
    ]),
  };
}

/** No input of 100 KB may be ten times slower than the median of its length, nor grow faster than its length. */
export async function benchNasty(quick: boolean): Promise<Measured> {
  const length = quick ? 2e4 : 1e5;
  // Processor time: a kind that met a busy moment would stand out for nothing.
  const best = async (text: string, calls: number) => {
    let least = Number.POSITIVE_INFINITY;
    for (let call = 0; call < calls; call += 1)
      least = Math.min(least, await processorMs(() => Promise.resolve(own.find(text))));
    return least;
  };
  const measured: { name: string; ms: number; growth: number }[] = [];
  for (const [name, text] of nasty(length, 11, quick ? 5 : 30)) {
    const tenth = await best(text.slice(0, length / 10), 6);
    const ms = await best(text, 3);
    measured.push({ name, ms, growth: ms / tenth });
  }
  const middle = median(measured.map(({ ms }) => ms));
  const natural = await best(note(3, length), 2);
  const slowest = measured.sort((a, b) => b.ms - a.ms).slice(0, 5);
  return {
    title: `Detection of ${length / 1000} KB of nasty input, ${measured.length} kinds (reach: slowest ÷ median at most 10)`,
    head: ['input, repeated', 'ms of processor', '÷ median', '÷ a clinical note', '÷ a tenth of it'],
    rows: slowest.map(({ name, ms, growth }) => [name, ms, ms / middle, ms / natural, growth]),
    notes: [
      `Growth from a tenth of the length (10 is linear): median ${median(measured.map(({ growth }) => growth)).toFixed(1)}, ` +
        `most ${Math.max(...measured.filter(({ ms }) => ms > middle / 4).map(({ growth }) => growth)).toFixed(1)}.`,
    ],
  };
}
