// SPDX-License-Identifier: Apache-2.0
import type { Command } from 'commander';
import { z } from 'zod';
import { callerFor } from './caller.ts';
import { policyOf } from './policy-of.ts';
import { print, table } from './print.ts';
import { clearProgress, sayProgress } from './progress.ts';
import { UsageError } from './usage-error.ts';

type Options = Readonly<{ from: string; to: string; as: string; json: boolean }>;

const PageSchema = z.looseObject({
  items: z.array(
    z.looseObject({
      caseId: z.string(),
      obstacle: z.string().optional(),
      change: z.string().optional(),
      before: z.string().optional(),
      after: z.string().optional(),
      reasons: z.array(z.string()).optional(),
    }),
  ),
  next: z.string().optional(),
});
type Item = z.infer<typeof PageSchema>['items'][number];

const kindOf = ({ obstacle, change }: Item): string => obstacle ?? change ?? 'unchanged';

/** How many cases came to what, and those that changed. */
function told(items: readonly Item[]): string {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(kindOf(item), (counts.get(kindOf(item)) ?? 0) + 1);
  const changed = items.filter((item) => kindOf(item) !== 'unchanged');
  return [
    table(['change', 'cases'], [...counts]),
    ...(changed.length === 0
      ? []
      : [
          table(
            ['case', 'before', 'after', 'change', 'reasons'],
            changed.map((item) => [
              item.caseId,
              item.before ?? '-',
              item.after ?? '-',
              kindOf(item),
              (item.reasons ?? []).join(', '),
            ]),
          ),
        ]),
  ].join('\n');
}

/** `archive replay`: what a policy would have changed, asked of a server that runs. */
export function addReplayOverApi(archive: Command): void {
  archive
    .command('replay')
    .description(
      'What a policy would have held, blocked or let go of the archived cases of its name. Prints case ids and codes, never text.',
    )
    .argument('<policy>', 'the new policy: a file, or the name of one in policies/')
    .requiredOption('--from <YYYY-MM-DD>', 'the first day (UTC)')
    .requiredOption('--to <YYYY-MM-DD>', 'the last day')
    .option('--as <person>', 'who asks', 'conrad')
    .option('--json', 'print JSON', false)
    .action(async (file: string, { from, to, as, json }: Options) => {
      for (const day of [from, to])
        if (!z.iso.date().safeParse(day).success) throw new UsageError('A day is given as YYYY-MM-DD.');
      const policy = policyOf(file);
      const call = await callerFor(as);
      const items: Item[] = [];
      let after: string | undefined;
      do {
        const body = { policy, from, to, ...(after === undefined ? {} : { after }) };
        const page = PageSchema.parse(await call('POST', '/v1/archive/replays', { body }));
        items.push(...page.items);
        after = page.next;
        sayProgress(`${items.length} cases …`);
      } while (after !== undefined);
      clearProgress();
      print(json, items, () => (items.length === 0 ? 'No case of that policy in those days.' : told(items)));
    });
}
