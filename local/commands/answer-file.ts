// SPDX-License-Identifier: Apache-2.0
import type { Command } from 'commander';
import type { ExportFormat } from '../../lambdas/api/export-query.ts';
import { downloaderFor } from './caller.ts';
import { table } from './print.ts';
import type { Answer } from './running-query.ts';
import { UsageError } from './usage-error.ts';
import { writeStream } from './write-stream.ts';

export type FileOptions = Readonly<{ json: boolean; csv: boolean; parquet: boolean; out?: string }>;
export type WantedFile = Readonly<{ format: ExportFormat; out: string }>;

/** The options of a command whose answer can be had as a file. */
export const withFileOptions = (command: Command): Command =>
  command
    .option('--csv', 'write CSV to --out', false)
    .option('--parquet', 'write Parquet to --out', false)
    .option('--json', 'print JSON, or write JSON lines to --out', false)
    .option('--out <file>', 'where to write the whole answer');

/** The file that is wanted; undefined where the answer is for the screen. @throws UsageError */
export function wantedFile({ csv, parquet, json, out }: FileOptions): WantedFile | undefined {
  const wanted = [
    ...(csv ? ['csv' as const] : []),
    ...(parquet ? ['parquet' as const] : []),
    ...(json ? ['jsonl' as const] : []),
  ];
  if (wanted.length > 1) throw new UsageError('Say one of --csv, --parquet and --json.');
  const [format] = wanted;
  if (out === undefined) {
    if (format === 'csv' || format === 'parquet') throw new UsageError(`Say where to: --out FILE.`);
    return undefined;
  }
  if (format === undefined) throw new UsageError('Say as what: --csv, --parquet or --json.');
  return { format, out };
}

/** Writes the whole answer to a file, as whoever asked. */
export async function saveAnswer(
  { queryId, total }: Answer,
  { format, out }: WantedFile,
  as: string,
): Promise<void> {
  const download = await downloaderFor(as);
  const bytes = await writeStream(
    out,
    await download(`/v1/archive/queries/${queryId}/export?format=${format}`),
  );
  process.stdout.write(`${total} rows, ${bytes} bytes: ${out}\n`);
}

export function answerText({ columns, rows, more }: Answer): string {
  if (rows.length === 0) return 'Nothing.';
  return [
    table(
      columns.map(({ name }) => name),
      rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
    ),
    ...(more ? ['There is more: raise --limit, or write all of it to a file with --csv --out FILE.'] : []),
  ].join('\n');
}
