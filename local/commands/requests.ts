// SPDX-License-Identifier: Apache-2.0
import { type Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { type CaseSummary, CaseSummarySchema } from '../../lambdas/api/case-view.ts';
import { callerFor } from './caller.ts';
import { print, table } from './print.ts';

const Page = z.strictObject({ items: z.array(CaseSummarySchema), next: z.string().optional() });
type Options = Readonly<{ as: string; limit: number; after?: string; json: boolean }>;

const limitOf = (value: string): number => {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > 100) throw new InvalidArgumentError('1 to 100.');
  return count;
};

const instant = (at: string): string => at.slice(0, 16).replace('T', ' ');

function pageText({ items, next }: z.infer<typeof Page>): string {
  if (items.length === 0) return 'Nothing has been sent.';
  const row = ({ caseId, acceptedAt, policy, outcome, status, availableUntil }: CaseSummary) => [
    caseId,
    instant(acceptedAt),
    policy.id,
    outcome ?? status,
    instant(availableUntil),
  ];
  const all = table(['case', 'sent (UTC)', 'policy', 'state', 'readable until (UTC)'], items.map(row));
  return next === undefined ? all : `${all}\nThere are more: --after ${next}`;
}

export function addRequestsCommand(program: Command): void {
  program
    .command('requests')
    .summary('list your requests')
    .description('What you have sent, newest first. See one with: airlock show CASE')
    .option('--limit <count>', 'how many, 1 to 100', limitOf, 20)
    .option('--after <cursor>', 'go on after an earlier page')
    .option('--as <person>', 'who asks', 'rosa')
    .option('--json', 'print JSON', false)
    .action(async ({ as, limit, after, json }: Options) => {
      const query = new URLSearchParams({ limit: String(limit), ...(after === undefined ? {} : { after }) });
      const page = Page.parse(await (await callerFor(as))('GET', `/v1/requests?${query.toString()}`));
      print(json, page, () => pageText(page));
    });
}
