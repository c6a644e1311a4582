// SPDX-License-Identifier: Apache-2.0
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { questionNames, questions } from '../../lambdas/archive/questions.ts';
import { callerFor } from './caller.ts';
import { print, table } from './print.ts';
import { UsageError } from './usage-error.ts';

type Options = Readonly<{ param: Record<string, string>; limit: string; as: string; json: boolean }>;

const AnswersSchema = z.looseObject({
  columns: z.array(z.string()),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  more: z.boolean(),
});

const collect = (given: string, before: Record<string, string>): Record<string, string> => {
  const equals = given.indexOf('=');
  if (equals < 1) throw new UsageError('A parameter is given as name=value.');
  return { ...before, [given.slice(0, equals)]: given.slice(equals + 1) };
};

const RebuiltSchema = z.looseObject({ days: z.int(), contained: z.int() });

/** `archive query NAME --param k=v`, and `archive rebuild`. */
export function addQueryCommands(archive: Command): void {
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

  archive
    .command('query')
    .description('Ask the archive one of its questions. Without a name: what can be asked.')
    .argument('[question]')
    .addOption(
      new Option('--param <name=value>', 'a parameter; once for each')
        .default({}, 'none')
        .argParser<Record<string, string>>(collect),
    )
    .option('--limit <rows>', 'most rows', '1000')
    .option('--as <person>', 'who asks', 'conrad')
    .option('--json', 'print JSON', false)
    .action(async (question: string | undefined, { param, limit, as, json }: Options) => {
      if (question === undefined) {
        const known = questionNames.map((name) => [
          name,
          Object.keys(questions[name].parameters.shape).join(', '),
          questions[name].asks,
        ]);
        print(json, known, () => table(['question', 'parameters', 'asks'], known));
        return;
      }
      if (!/^\d{1,5}$/.test(limit)) throw new UsageError('--limit is a number of rows.');
      const call = await callerFor(as);
      const answers = AnswersSchema.parse(
        await call('POST', '/v1/archive/queries', {
          body: { question, parameters: param, limit: Number(limit) },
        }),
      );
      print(json, answers, () =>
        answers.rows.length === 0
          ? 'Nothing.'
          : [
              table(
                answers.columns,
                answers.rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
              ),
              ...(answers.more ? ['There is more: raise --limit.'] : []),
            ].join('\n'),
      );
    });
}
