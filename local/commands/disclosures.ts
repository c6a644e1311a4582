// SPDX-License-Identifier: Apache-2.0
import type { Command } from 'commander';
import { z } from 'zod';
import { QueryViewSchema } from '../../lambdas/api/archive-query.ts';
import { custodyReasons } from '../../lambdas/records/custody.ts';
import { answerText, type FileOptions, saveAnswer, wantedFile, withFileOptions } from './answer-file.ts';
import { callerFor } from './caller.ts';
import { identified, identifiersIn } from './identifiers.ts';
import { print } from './print.ts';
import { answerTo, soon } from './running-query.ts';
import { textOf } from './text-of.ts';

type Options = FileOptions & Readonly<{ reason: string; as: string }>;

const AccountSchema = z.looseObject({
  event: z.string(),
  cases: z.int(),
  more: z.boolean(),
  query: QueryViewSchema.optional(),
});

async function disclosures(file: string, options: Options): Promise<void> {
  const { reason, as, json } = options;
  const identifiers = identifiersIn(textOf(file));
  const wanted = wantedFile(options);
  const call = await callerFor(as);
  const most = wanted === undefined ? {} : { rows: 1 };
  const body = { identifiers, reason, page: wanted === undefined ? 1000 : 1 };
  const account = AccountSchema.parse(
    await call('POST', '/v1/archive/people/disclosures', { body, headers: soon }),
  );
  const { query, cases, more } = account;
  const answer = query === undefined ? undefined : await answerTo(call, query, most);
  if (answer !== undefined && wanted !== undefined) await saveAnswer(answer, wanted, as);
  else
    print(json, { ...account, query: answer }, () =>
      answer === undefined ? 'No case was found.' : answerText(answer),
    );
  const count = cases === 0 ? '' : `Of ${cases === 1 ? 'one case' : `${cases} cases`}. `;
  const left = more ? 'There are more cases, which are not in it: look for something that fewer have. ' : '';
  // JSON on the screen says it itself.
  if (!json || (wanted !== undefined && answer !== undefined))
    process.stdout.write(`${count}${left}The search is on record: ${account.event}.\n`);
}

/** `archive disclosures`: the accounting of one person, in one command. */
export function addDisclosures(archive: Command): void {
  const command = archive
    .command('disclosures')
    .description(
      `The accounting of disclosures of one person: to whom what of their cases was disclosed, when and why. ${identified}`,
    )
    .argument('[file]', 'where the lines are; - for standard input', '-')
    .requiredOption('--reason <code>', `why: ${custodyReasons.join(', ')}`);
  withFileOptions(command).option('--as <person>', 'who asks', 'conrad').action(disclosures);
}
