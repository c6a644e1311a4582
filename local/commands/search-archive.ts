// SPDX-License-Identifier: Apache-2.0
import type { Command } from 'commander';
import { z } from 'zod';
import { type FileOptions, saveAnswer, wantedFile, withFileOptions } from './answer-file.ts';
import { callerFor } from './caller.ts';
import { print, table } from './print.ts';
import { askArchive } from './running-query.ts';
import { textOf } from './text-of.ts';
import { UsageError } from './usage-error.ts';

const words = ['policy', 'model', 'reason', 'reviewer', 'requester', 'type'] as const;
const answers = ['held', 'degraded', 'legalHold'] as const;
type Options = FileOptions &
  Readonly<
    Partial<Record<(typeof words)[number] | (typeof answers)[number] | 'textFile', string>> & {
      from: string;
      to: string;
      outcome?: readonly string[];
      limit: string;
      as: string;
    }
  >;

const CellSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const FoundSchema = z.looseObject({
  items: z.array(z.record(z.string(), CellSchema)),
  next: z.string().optional(),
});
/** What a line of the screen has room for; a file, or JSON, has all of it. */
const shown = [
  'case_id',
  'accepted_at',
  'outcome',
  'policy',
  'model',
  'prompt_reasons',
  'answer_reasons',
  'reviews',
];

/** The filter of POST /v1/archive/search. @throws UsageError */
function filterOf(options: Options): Readonly<Record<string, unknown>> {
  const yesOrNo = answers.flatMap((name) => {
    const said = options[name];
    if (said === undefined) return [];
    if (said !== 'yes' && said !== 'no') throw new UsageError('Say yes or no.');
    return [[name, said === 'yes']];
  });
  const named = words.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]]));
  const { from, to, outcome, textFile } = options;
  return {
    from,
    to,
    ...(outcome === undefined ? {} : { outcomes: outcome }),
    ...(textFile === undefined ? {} : { text: textOf(textFile).trim() }),
    ...(Object.fromEntries([...named, ...yesOrNo]) as Record<string, unknown>),
  };
}

async function search(options: Options): Promise<void> {
  const { as, json, limit } = options;
  const filter = filterOf(options);
  const file = wantedFile(options);
  if (!/^[1-9]\d{0,2}$/.test(limit)) throw new UsageError('--limit is a number of cases, at most 200.');
  const call = await callerFor(as);
  if (file !== undefined) {
    await saveAnswer(await askArchive(call, { search: filter }, { rows: 1 }), file, as);
    return;
  }
  const found = FoundSchema.parse(
    await call('POST', '/v1/archive/search', { body: { filter, limit: Number(limit) } }),
  );
  print(json, found, () =>
    [
      found.items.length === 0
        ? 'No case.'
        : table(
            shown,
            found.items.map((item) => shown.map((name) => String(item[name] ?? ''))),
          ),
      ...(found.next === undefined
        ? []
        : ['There are more: raise --limit, or write all with --csv --out FILE.']),
    ].join('\n'),
  );
}

/** `archive search`: cases by what is on record of them. */
export function addSearchCommand(archive: Command): void {
  const command = archive
    .command('search')
    .description('Find cases by what is on record of them, newest first. It is recorded who looked for what.')
    .requiredOption('--from <YYYY-MM-DD>', 'the first day (UTC)')
    .requiredOption('--to <YYYY-MM-DD>', 'the last day')
    .option('--outcome <outcome...>', 'released, rejected, blocked, expired, failed')
    .option('--policy <name>', 'of which policy')
    .option('--model <name>', 'of which model')
    .option('--reason <code>', 'held or blocked for that')
    .option('--reviewer <person>', 'who decided or approved something of it')
    .option('--requester <person>', 'who asked for it')
    .option('--type <TYPE>', 'a type of identifier that was found in it')
    .option('--text-file <path>', 'words of its de-identified text, in a file; - for standard input')
    .option('--held <yes|no>', 'whether it was held for a person')
    .option('--degraded <yes|no>', 'whether it failed, or a detector did')
    .option('--legal-hold <yes|no>', 'whether it is under legal hold')
    .option('--limit <cases>', 'most cases on the screen, up to 200', '50');
  withFileOptions(command).option('--as <person>', 'who asks', 'conrad').action(search);
}
