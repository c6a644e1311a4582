// SPDX-License-Identifier: Apache-2.0
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { type Question, questionNames, questions } from '../../lambdas/archive/questions.ts';
import { answerText, type FileOptions, saveAnswer, wantedFile, withFileOptions } from './answer-file.ts';
import { type Caller, callerFor } from './caller.ts';
import { print, table } from './print.ts';
import { addReplayOverApi } from './replay-over-api.ts';
import { askArchive } from './running-query.ts';
import { textOf } from './text-of.ts';
import { UsageError } from './usage-error.ts';

type Options = FileOptions &
  Readonly<{ param: Record<string, string>; sql?: string; file?: string; limit?: string; as: string }>;

const collect = (given: string, before: Record<string, string>): Record<string, string> => {
  const equals = given.indexOf('=');
  if (equals < 1) throw new UsageError('A parameter is given as name=value.');
  return { ...before, [given.slice(0, equals)]: given.slice(equals + 1) };
};

const RebuiltSchema = z.looseObject({ days: z.int(), contained: z.int() });

/** Rows that are printed where nobody says how many. */
const usualLimit = 1000;

/** The body of a query, from the arguments. @throws UsageError */
function bodyOf(question: string | undefined, options: Options): object {
  const { sql, file, param, limit, out } = options;
  const said = [question, sql, file].filter((each) => each !== undefined);
  if (said.length !== 1) throw new UsageError('Ask one thing: a question by name, --sql or --file.');
  if (limit !== undefined && !/^[1-9]\d{0,5}$/.test(limit))
    throw new UsageError('--limit is a number of rows.');
  // A file has everything, or it is refused; a screen has enough.
  const rows =
    limit === undefined ? (out === undefined ? { limit: usualLimit } : {}) : { limit: Number(limit) };
  return question === undefined
    ? { sql: sql ?? textOf(file ?? ''), ...rows }
    : { question, parameters: param, ...rows };
}

const known = (): (readonly [string, string, string])[] =>
  questionNames.map((name) => {
    const { parameters, asks }: Question = questions[name];
    return [name, Object.keys(parameters).join(', '), asks];
  });

/** What is asked with commands of their own. */
const elsewhere = [
  'What another policy would have held: npx airlock archive replay POLICY --from DAY --to DAY.',
  'To whom what of one person was disclosed: npx airlock archive disclosures FILE --reason CODE.',
];

async function query(question: string | undefined, options: Options): Promise<void> {
  if (question === undefined && options.sql === undefined && options.file === undefined) {
    print(options.json, known(), () =>
      [table(['question', 'parameters', 'asks'], known()), ...elsewhere].join('\n'),
    );
    return;
  }
  const body = bodyOf(question, options);
  const file = wantedFile(options);
  const call: Caller = await callerFor(options.as);
  if (file === undefined) {
    const answer = await askArchive(call, body);
    print(options.json, answer, () => answerText(answer));
  } else await saveAnswer(await askArchive(call, body, { rows: 1 }), file, options.as);
}

/** `archive query NAME --param k=v`, `archive query --sql TEXT`, `archive replay` and `archive rebuild`. */
export function addQueryCommands(archive: Command): void {
  addReplayOverApi(archive);
  archive
    .command('rebuild')
    .description(
      'Make the catalogue again from the archive, scanning every text anew with the recognizers of today.',
    )
    .option('--as <person>', 'who asks', 'conrad')
    .option('--json', 'print JSON', false)
    .action(async ({ as, json }: Pick<Options, 'as' | 'json'>) => {
      const call = await callerFor(as);
      const rebuilt = RebuiltSchema.parse(await call('POST', '/v1/archive/catalogue'));
      print(
        json,
        rebuilt,
        () =>
          `${rebuilt.days} days made; ${rebuilt.contained} texts are left out because something was found in them.`,
      );
    });

  const asked = archive
    .command('query')
    .description(
      'Ask the archive one of its questions, or in SQL of your own. It is recorded who asked what. Without anything: what can be asked.',
    )
    .argument('[question]')
    .addOption(
      new Option('--param <name=value>', 'a parameter; once for each')
        .default({}, 'none')
        .argParser<Record<string, string>>(collect),
    )
    .option('--sql <text>', 'one SELECT over the catalogue')
    .option('--file <path>', 'a file with one')
    .option('--limit <rows>', `most rows; ${usualLimit} on the screen, all in a file`);
  withFileOptions(asked).option('--as <person>', 'who asks', 'conrad').action(query);
}
