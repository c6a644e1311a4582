// SPDX-License-Identifier: Apache-2.0
import type { Command } from 'commander';
import { z } from 'zod';
import { QueryViewSchema } from '../../lambdas/api/archive-query.ts';
import { searchKinds } from '../../lambdas/privacy/person-terms.ts';
import { custodyReasons } from '../../lambdas/records/custody.ts';
import { answerText, type FileOptions, saveAnswer, wantedFile, withFileOptions } from './answer-file.ts';
import { callerFor } from './caller.ts';
import { print, table } from './print.ts';
import { answerTo, soon } from './running-query.ts';
import { textOf } from './text-of.ts';
import { exitCodes, UsageError } from './usage-error.ts';

type Who = Readonly<{ reason: string; as: string; json: boolean }>;

const FoundSchema = z.looseObject({
  event: z.string(),
  more: z.boolean(),
  cases: z.array(
    z.looseObject({
      caseId: z.string(),
      outcome: z.string(),
      acceptedAt: z.string(),
      matched: z.array(z.looseObject({ by: z.string() })),
      obstacle: z.string().optional(),
      asked: z.looseObject({ ask: z.string(), askedBy: z.string() }).optional(),
    }),
  ),
});
const AccountSchema = z.looseObject({
  event: z.string(),
  cases: z.int(),
  more: z.boolean(),
  query: QueryViewSchema.optional(),
});
const ReceiptSchema = z.looseObject({
  asked: z.array(z.looseObject({ caseId: z.string(), ask: z.string(), askedBy: z.string() })),
  erased: z.array(z.looseObject({ caseId: z.string(), erasedAt: z.string() })),
  refused: z.array(z.looseObject({ caseId: z.string(), code: z.string(), detail: z.string() })),
  backupsUntil: z.string().optional(),
  beyond: z.array(z.string()),
});

/** Lines of `kind: value`. They come from a file or a pipe: a command line would keep them in its history. */
function identifiersIn(text: string): { kind: string; value: string }[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new UsageError('Nothing to look for: a line each, such as "name: …".');
  return lines.map((line, index) => {
    const [, kind = '', value = ''] = /^\s*([a-z]+)\s*:\s*(\S.*)$/.exec(line.trimEnd()) ?? [];
    if (!(searchKinds as readonly string[]).includes(kind))
      throw new UsageError(`Line ${index + 1} must begin with one of ${searchKinds.join(', ')} and a colon.`);
    return { kind, value };
  });
}

function foundText({ cases, more, event }: z.infer<typeof FoundSchema>): string {
  const rows = cases.map(({ caseId, acceptedAt, outcome, matched, obstacle, asked }) => [
    caseId,
    acceptedAt,
    outcome,
    [...new Set(matched.map(({ by }) => by))].join(' '),
    obstacle ?? (asked === undefined ? '' : `asked by ${asked.askedBy}: ${caseId}=${asked.ask}`),
  ]);
  return [
    rows.length === 0 ? 'No case was found.' : table(['case', 'accepted', 'outcome', 'by', 'erasure'], rows),
    ...(more ? ['There are more: look for something that fewer cases have.'] : []),
    `The search is on record: ${event}.`,
  ].join('\n');
}

function receiptText({ asked, erased, refused, backupsUntil, beyond }: z.infer<typeof ReceiptSchema>) {
  return [
    ...erased.map(({ caseId, erasedAt }) => `✓ ${caseId} was erased at ${erasedAt}.`),
    ...refused.map(({ caseId, code, detail }) => `✗ ${caseId} was not erased: ${detail} (${code})`),
    ...(asked.length === 0
      ? []
      : [
          'Asked for. Within the hour another officer can confirm it:',
          `  npx airlock archive erase-person --as clara --reason … --text … ${asked.map(({ caseId, ask }) => `${caseId}=${ask}`).join(' ')}`,
        ]),
    ...(backupsUntil === undefined
      ? []
      : [`Backups of the keys could bring one back until ${backupsUntil}.`]),
    ...(erased.length === 0 ? [] : ['Beyond it:', ...beyond.map((each) => `  ${each}`)]),
  ].join('\n');
}

async function disclosures(file: string, options: Who & FileOptions): Promise<void> {
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
  if (!json) process.stdout.write(`${count}${left}The search is on record: ${account.event}.\n`);
}

/** `archive find`, and for what is found `archive disclosures` and `archive erase-person`. */
export function addPeopleCommands(archive: Command): void {
  const identified = `Reads lines such as "name: …" from a file or standard input: ${searchKinds.join(', ')}.`;
  const accounting = archive
    .command('disclosures')
    .description(
      `The accounting of disclosures of one person: to whom what of their cases was disclosed, when and why. ${identified}`,
    )
    .argument('[file]', 'where the lines are; - for standard input', '-')
    .requiredOption('--reason <code>', `why: ${custodyReasons.join(', ')}`);
  withFileOptions(accounting).option('--as <person>', 'who asks', 'conrad').action(disclosures);

  archive
    .command('find')
    .description(`Find the cases of a person. ${identified}`)
    .argument('[file]', 'where the lines are; - for standard input', '-')
    .requiredOption('--reason <code>', `why: ${custodyReasons.join(', ')}`)
    .option('--as <person>', 'who asks', 'conrad')
    .option('--json', 'print JSON', false)
    .action(async (file: string, { reason, as, json }: Who) => {
      const identifiers = identifiersIn(textOf(file));
      const call = await callerFor(as);
      const found = FoundSchema.parse(
        await call('POST', '/v1/archive/people', { body: { identifiers, reason } }),
      );
      print(json, found, () => foundText(found));
    });

  archive
    .command('erase-person')
    .description(
      'Erase the cases that "find" found, with one receipt. Takes two officers: one names the cases, another confirms them as CASE=ID within the hour.',
    )
    .argument('<cases...>')
    .requiredOption('--reason <code>', `why: ${custodyReasons.join(', ')}`)
    .requiredOption('--text <words>', 'why, in words; archived, so without identifiers')
    .option('--as <person>', 'who asks or confirms', 'conrad')
    .option('--json', 'print JSON', false)
    .action(async (named: string[], { reason, text, as, json }: Who & { text: string }) => {
      const cases = named.map((each) => {
        const [caseId = '', confirm] = each.split('=');
        return { caseId, ...(confirm === undefined ? {} : { confirm }) };
      });
      const call = await callerFor(as);
      const receipt = ReceiptSchema.parse(
        await call('POST', '/v1/archive/people/erasures', { body: { cases, reason, text } }),
      );
      print(json, receipt, () => receiptText(receipt));
      if (receipt.refused.length > 0) process.exitCode = exitCodes.refused;
    });
}
