// SPDX-License-Identifier: Apache-2.0
import type { Command } from 'commander';
import { z } from 'zod';
import { addChainCommands } from './archive-chain.ts';
import { callerFor } from './caller.ts';
import { addCustodyCommands } from './custody.ts';
import { addPeopleCommands } from './people.ts';
import { print, table } from './print.ts';
import { addScanCommands } from './scan-archive.ts';
import { addQueryCommands } from './query-archive.ts';
import { addSearchCommand } from './search-archive.ts';

const Entry = z.looseObject({
  caseId: z.string(),
  outcome: z.string(),
  policy: z.looseObject({ id: z.string() }),
  acceptedAt: z.string(),
  closedAt: z.string().optional(),
  reviews: z.int(),
});
type Options = Readonly<{ as: string; json: boolean; day?: string }>;

const Shown = z.looseObject({
  record: z.record(z.string(), z.unknown()),
  retention: z.looseObject({ mode: z.string(), until: z.string(), legalHold: z.boolean() }),
});

/** A record, a line a field; lists and nested records as JSON, which is what they are archived as. */
const recordText = (record: Record<string, unknown>): string =>
  table(
    ['field', 'value'],
    Object.entries(record).map(([field, value]) => [
      field,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );

export function addArchiveCommands(program: Command): void {
  const archive = program.command('archive').summary('what is on record');
  addChainCommands(archive);
  addCustodyCommands(archive);
  addPeopleCommands(archive);
  addScanCommands(archive);
  addSearchCommand(archive);
  addQueryCommands(archive);

  archive
    .command('list')
    .description('The closed cases of a day (UTC), newest first.')
    .option('--day <YYYY-MM-DD>', 'the day; today unless said')
    .option('--as <person>', 'who asks', 'conrad')
    .option('--json', 'print JSON', false)
    .action(async (options: Options) => {
      const call = await callerFor(options.as);
      const query = options.day === undefined ? '' : `?day=${encodeURIComponent(options.day)}`;
      const { items, unreadable } = z
        .looseObject({ items: z.array(Entry), unreadable: z.int().optional() })
        .parse(await call('GET', `/v1/archive/cases${query}`));
      const rows = items.map((item) => [
        item.caseId,
        item.outcome,
        item.policy.id,
        item.acceptedAt,
        item.closedAt ?? '-',
        item.reviews,
      ]);
      print(options.json, items, () =>
        [
          rows.length === 0
            ? 'No case was closed on that day.'
            : table(['case', 'outcome', 'policy', 'accepted', 'closed', 'reviews'], rows),
          ...(unreadable === undefined ? [] : [`${unreadable} rows could not be read.`]),
        ].join('\n'),
      );
    });

  archive
    .command('show')
    .description('The locked record of one case.')
    .argument('<case>')
    .option('--as <person>', 'who asks', 'conrad')
    .option('--json', 'print JSON', false)
    .action(async (caseId: string, options: Options) => {
      const call = await callerFor(options.as);
      const shown = Shown.parse(await call('GET', `/v1/archive/cases/${encodeURIComponent(caseId)}`));
      const { mode, until, legalHold } = shown.retention;
      print(options.json, shown, () =>
        [
          recordText(shown.record),
          `Locked until ${until} (${mode})${legalHold ? ', under legal hold' : ''}.`,
        ].join('\n'),
      );
    });
}
