// SPDX-License-Identifier: Apache-2.0
import type { Command } from 'commander';
import { z } from 'zod';
import { custodyReasons } from '../../lambdas/records/custody.ts';
import { callerFor } from './caller.ts';
import { addDisclosures } from './disclosures.ts';
import { identified, identifiersIn } from './identifiers.ts';
import { print, table } from './print.ts';
import { textOf } from './text-of.ts';
import { exitCodes } from './usage-error.ts';

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
const ReceiptSchema = z.looseObject({
  asked: z.array(z.looseObject({ caseId: z.string(), ask: z.string(), askedBy: z.string() })),
  erased: z.array(z.looseObject({ caseId: z.string(), erasedAt: z.string() })),
  refused: z.array(z.looseObject({ caseId: z.string(), code: z.string(), detail: z.string() })),
  backupsUntil: z.string().optional(),
  beyond: z.array(z.string()),
});

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

/** `archive find`, and for what is found `archive disclosures` and `archive erase-person`. */
export function addPeopleCommands(archive: Command): void {
  addDisclosures(archive);
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
