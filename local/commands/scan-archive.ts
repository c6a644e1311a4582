// SPDX-License-Identifier: Apache-2.0
import type { Command } from 'commander';
import { z } from 'zod';
import { containmentDecisions, custodyReasons } from '../../lambdas/records/custody.ts';
import { callerFor } from './caller.ts';
import { print, table } from './print.ts';
import { clearProgress, sayProgress } from './progress.ts';

type Who = Readonly<{ as: string; json: boolean }>;

const ScanSchema = z.looseObject({
  scanned: z.int(),
  contained: z.array(z.string()),
  next: z.string().optional(),
});
const PageSchema = z.looseObject({
  items: z.array(
    z.looseObject({
      caseId: z.string(),
      at: z.string(),
      by: z.string(),
      types: z.array(z.string()),
      outcome: z.string(),
    }),
  ),
  next: z.string().optional(),
  unreadable: z.int().optional(),
});

/** `archive scan`, and the reviews that it opens: `archive containments`, `archive contained`. */
export function addScanCommands(archive: Command): void {
  archive
    .command('scan')
    .description(
      'Scan the texts of the catalogue again with the recognizers of today; what they find is taken out and opens a review.',
    )
    .option('--as <person>', 'who asks', 'conrad')
    .option('--json', 'print JSON', false)
    .action(async ({ as, json }: Who) => {
      const call = await callerFor(as);
      const all = { scanned: 0, contained: [] as string[] };
      let after: string | undefined;
      do {
        const body = after === undefined ? {} : { after };
        const scan = ScanSchema.parse(await call('POST', '/v1/archive/scans', { body }));
        all.scanned += scan.scanned;
        all.contained.push(...scan.contained);
        after = scan.next;
        sayProgress(`${all.scanned} texts …`);
      } while (after !== undefined);
      clearProgress();
      print(json, all, () =>
        [
          `${all.scanned} texts scanned; ${all.contained.length === 0 ? 'nothing was found.' : `${all.contained.length} are out of the catalogue and wait for a review:`}`,
          ...all.contained.map((caseId) => `  ${caseId}`),
        ].join('\n'),
      );
    });

  archive
    .command('containments')
    .description(
      'Cases in whose text an identifier was found, and that nobody has reviewed yet, oldest first.',
    )
    .option('--as <person>', 'who asks', 'conrad')
    .option('--json', 'print JSON', false)
    .action(async ({ as, json }: Who) => {
      const call = await callerFor(as);
      const page = PageSchema.parse(await call('GET', '/v1/archive/containments?limit=100'));
      const rows = page.items.map(({ caseId, at, by, types, outcome }) => [
        caseId,
        at,
        by,
        types.join(' '),
        outcome,
      ]);
      print(json, page, () =>
        [
          rows.length === 0 ? 'None.' : table(['case', 'found', 'by', 'types', 'outcome'], rows),
          ...(page.next === undefined ? [] : ['There are more.']),
          ...(page.unreadable === undefined ? [] : [`${page.unreadable} rows could not be read.`]),
        ].join('\n'),
      );
    });

  archive
    .command('contained')
    .description('Close the review of a containment: it was an identifier, or a false alarm.')
    .argument('<case>')
    .requiredOption('--decision <code>', containmentDecisions.join(' or '))
    .requiredOption('--reason <code>', `why: ${custodyReasons.join(', ')}`)
    .requiredOption('--text <words>', 'why, in words; archived, so without identifiers')
    .option('--as <person>', 'who decides', 'conrad')
    .option('--json', 'print JSON', false)
    .action(async (caseId: string, options: Who & { decision: string; reason: string; text: string }) => {
      const { decision, reason, text, as, json } = options;
      const call = await callerFor(as);
      const done = await call('POST', `/v1/archive/cases/${encodeURIComponent(caseId)}/containment`, {
        body: { decision, reason, text },
      });
      print(json, done, () => `The review of ${caseId} is closed and on record.`);
    });
}
