// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { askingOf } from '../lambdas/archive/ask.ts';
import type { Bound } from '../lambdas/archive/parameters.ts';
import { type Question, questionNames, questions } from '../lambdas/archive/questions.ts';
import { Failure } from '../lambdas/failures.ts';
import { openArchive } from '../local/archive.ts';
import { type LocalCatalogue, openCatalogue } from '../local/catalogue.ts';
import type { DayNeeds } from '../local/catalogue/make-day.ts';
import { verifyFolder } from '../local/verify-folder.ts';
import { writeArchive } from './generated-archive.ts';
import { generatedCases, generatedSource } from './generated-cases.ts';
import { median, percentile } from './percentiles.ts';
import type { Cell, Measured } from './table.ts';
import { processorMs, timesOf } from './time.ts';

const day = 86_400_000;
const tenantId = 'north';
const from = Date.UTC(2026, 0, 1);
const days = 365;
const now = from + days * day;
/** What somebody asks about. */
const periods = {
  'a month': { from: '2026-06-01', to: '2026-06-30' },
  'the year': { from: '2026-01-01', to: '2026-12-31' },
};

/** Wall-clock and processor milliseconds of a work. */
async function measured(work: () => unknown): Promise<{ ms: number; processor: number }> {
  const began = performance.now();
  const processor = await processorMs(async () => {
    await work();
  });
  return { ms: performance.now() - began, processor };
}
const peakMb = () => process.resourceUsage().maxRSS / 1024;

/** The ports of a catalogue whose cases have no text: nothing is opened. */
function portsOf(archive: DayNeeds['archive']): DayNeeds {
  const none = async () => Promise.reject(new Failure('NotFound'));
  return {
    archive,
    clock: () => now,
    keys: { create: none, discard: none, caseKey: none, tenantKey: none, indexKey: none },
    policies: { ids: () => [], current: () => undefined, byHash: none },
    cases: { get: async () => undefined } as unknown as DayNeeds['cases'],
  };
}

async function ask(catalogue: LocalCatalogue, { sql }: Question, parameters: Bound) {
  const ref = { tenantId, queryId: uuidv7() };
  await catalogue.start({ ...ref, owner: 'bench', limit: 1000, ...askingOf(sql, tenantId, parameters) });
  const status = await catalogue.poll(ref, 600_000);
  if (status.state !== 'succeeded') throw new Error(`a question ended ${status.failure ?? status.state}`);
  return (await catalogue.page(ref, 1000)).rows;
}

/** A row for each question. */
async function benchQuestions(catalogue: LocalCatalogue, runs: number): Promise<Cell[][]> {
  const some =
    "SELECT case_id, requester FROM cases WHERE day = DATE '2026-06-15' ORDER BY case_id LIMIT 200";
  const known = await ask(catalogue, { title: '', asks: '', parameters: {}, sql: some }, {});
  const cases = known.map(([caseId]) => String(caseId));
  const requester = String(known[0]?.[1]);
  const rows: Cell[][] = [];
  for (const name of questionNames) {
    const question: Question = questions[name];
    const who = name === 'requester-history' ? requester : 'reviewer-3';
    for (const [about, period] of Object.entries(periods)) {
      const hasPeriod = question.parameters['from'] !== undefined;
      if (!hasPeriod && about !== 'a month') continue;
      const given = { ...period, day: period.from, who, cases };
      const parameters = Object.fromEntries(
        Object.entries(given).filter(([each]) => question.parameters[each] !== undefined),
      );
      let [found, processor] = [0, 0];
      const times = await timesOf(runs, 1, async () => {
        processor = await processorMs(async () => {
          found = (await ask(catalogue, question, parameters)).length;
        });
      });
      const what = hasPeriod ? `${name}, ${about}, ms` : `${name}, ms`;
      rows.push([what, median(times), percentile(times, 0.95), processor, `${found} rows`]);
    }
  }
  return rows;
}

/** Whether answers are about all cases, whatever they took: what was counted wrongly was not measured. */
async function mustKnowAll(catalogue: LocalCatalogue, count: number): Promise<void> {
  const sql = 'SELECT COUNT(*) AS cases FROM cases';
  const [row] = await ask(catalogue, { title: '', asks: '', parameters: {}, sql }, {});
  const known = Number(row?.[0]);
  if (known !== count) throw new Error(`the catalogue answers about ${known} of ${count} cases`);
}

/** Writing into the archive, one after the other. */
async function benchWrites(folder: string, synchronous: 'FULL' | 'NORMAL', count: number): Promise<number[]> {
  const archive = await openArchive({
    folder: join(folder, synchronous),
    synchronous,
    clock: () => now,
    randomBytes: (many) => randomBytes(many),
  });
  const bytes = Buffer.from('x'.repeat(2000));
  return timesOf(count, 20, () =>
    archive.put(`record/tenant=${tenantId}/day=2026-12-31/${uuidv7()}.json`, bytes, {
      mode: 'COMPLIANCE',
      until: now + day,
    }),
  );
}

/** Verifying an archive that is in a folder. */
async function benchVerify(folder: string, count: number): Promise<Cell[]> {
  const archive = join(folder, 'archive');
  const publicKey = writeArchive(archive, generatedCases({ count, tenantId, from, days }));
  let objects = 0;
  const { ms, processor } = await measured(() => {
    const verified = verifyFolder({ folder: archive, publicKey, live: false });
    if (verified.complaints.length > 0)
      throw new Error(`verify complained ${verified.complaints.length} times`);
    objects = verified.objects;
  });
  const perSecond = (objects * 1000) / ms;
  return ['verify, records/s', perSecond, '–', (objects * 1000) / processor, `${objects} records`];
}

/** The archive of a large tenant: verifying it, making its catalogue, asking it, writing to it. */
async function measureArchive(quick: boolean): Promise<Measured> {
  const count = quick ? 20_000 : 1_000_000;
  const folder = await mkdtemp(join(tmpdir(), 'airlock-bench-'));
  const rows: Cell[][] = [];
  try {
    rows.push(await benchVerify(join(folder, 'verified'), quick ? 5_000 : 100_000));

    const archive = await openArchive({ folder, clock: () => now, randomBytes: (many) => randomBytes(many) });
    const source = generatedSource({ count, tenantId, from, days });
    const catalogue = openCatalogue(folder, portsOf(archive), { source });
    const made = await measured(() => catalogue.rebuild(tenantId));
    rows.push([
      'making the catalogue, records/s',
      (count * 1000) / made.ms,
      '–',
      (count * 1000) / made.processor,
      `${count} records`,
    ]);
    await mustKnowAll(catalogue, count);
    rows.push(...(await benchQuestions(catalogue, quick ? 3 : 20)));
    catalogue.close();

    for (const synchronous of ['NORMAL', 'FULL'] as const) {
      const times = await benchWrites(folder, synchronous, quick ? 200 : 2000);
      const [middle, slow] = [median(times), percentile(times, 0.95)];
      rows.push([`archive write, ${synchronous}, ms`, middle, slow, '–', `${times.length} writes`]);
    }
    rows.push(['peak memory of all of it, MB', peakMb(), '–', '–', '']);
    rows.push(['all of this, s', performance.now() / 1000, '–', process.cpuUsage().user / 1e6, '']);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return {
    title: `The archive of a tenant with ${count.toLocaleString('en')} cases in a year`,
    head: ['', 'median', 'p95', 'by the processor', ''],
    rows,
    notes: [
      'Generated records, no pipeline. Questions with pages of 1000 rows, each in an engine of its own; "by the processor" is what one takes of its time.',
      'To reach: questions p95 under 1000 ms, verify 20,000 records/s, writes p95 under 5 ms, memory under 500 MB.',
    ],
  };
}

console.log(JSON.stringify(await measureArchive(process.argv.includes('--quick'))));
