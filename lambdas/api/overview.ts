// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import type { Ports } from '../ports.ts';
import type { Principal } from '../records/principal.ts';
import { dayOf } from '../records/tally.ts';
import { instant } from './case-view.ts';
import { operation } from './operation.ts';
import { at, daysOf, figures, sumOf, under } from './overview-figures.ts';
import { type Overview, OverviewSchema } from './overview-view.ts';
import { Problem } from './problems.ts';
import { valuesOf, walkQueue } from './queue-filter.ts';
import { figuresOf, limitsOf } from './reviewer-figures.ts';

const dayMs = 86_400_000;
/** Longest period that one answer covers, days. */
const mostDays = 92;
const usualDays = 30;

/** What waits now, from the queue's entries: bounded, as the queue is walked. */
async function backlogOf(ports: Ports, { tenantId, subject }: Principal): Promise<Overview['backlog']> {
  const now = ports.clock();
  const counts = new Map<string, number>();
  const add = (name: string) => counts.set(name, at(counts, name) + 1);
  let [open, oldest, nextExpiry] = [0, Infinity, Infinity];
  const rest = await walkQueue(ports.cases, { tenantId, now, after: undefined }, (entry) => {
    const values = valuesOf(entry, { subject, now });
    open += 1;
    oldest = Math.min(oldest, entry.openedAt);
    nextExpiry = Math.min(nextExpiry, entry.expiresAt);
    for (const facet of ['age', 'risk', 'claimed', 'escalated'] as const)
      add(`${facet}.${String(values[facet][0])}`);
    return 'more';
  });
  return {
    open,
    more: rest !== undefined,
    ...(open === 0 ? {} : { oldest: instant(oldest), nextExpiry: instant(nextExpiry) }),
    unclaimed: at(counts, 'claimed.nobody'),
    escalated: at(counts, 'escalated.true'),
    ages: under(counts, 'age'),
    risks: under(counts, 'risk'),
  };
}

/** The days asked for. @throws Problem invalid-request when they are the wrong way round or too many */
function period(query: Readonly<{ from?: string | undefined; to?: string | undefined }>, now: number) {
  const to = query.to ?? dayOf(now);
  const from = query.from ?? dayOf(Date.parse(to) - (usualDays - 1) * dayMs);
  const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
  if (days < 1 || days > mostDays)
    throw new Problem('invalid-request', {
      errors: [
        { path: 'query.from', message: `must be at most ${mostDays} days before to, and not after it` },
      ],
    });
  return { from, to };
}

/** GET /v1/overview: how the desk is doing, from counters that the cases' own writes have kept. */
export const readOverview = operation({
  id: 'readOverview',
  method: 'GET',
  path: '/v1/overview',
  summary:
    'Volume, holds, time to decision, agreement, fatigue and backlog of a tenant, by day (UTC). No case is named.',
  groups: ['senior-reviewer', 'compliance'],
  query: z.strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional() }),
  replies: { 200: { description: 'The last 30 days unless others are asked for.', schema: OverviewSchema } },
  handle: (ports) => async (call) => {
    const { tenantId } = call.principal;
    const { from, to } = period(call.query, ports.clock());
    const tallies = await ports.cases.tallies({ tenantId, from, to });
    const limits = limitsOf(ports, tenantId);
    const reviewers = [...new Set(tallies.map((each) => each.who).filter((who) => who !== ''))].sort();
    const byWho = Map.groupBy(tallies, (each) => each.who);
    return {
      status: 200,
      body: {
        from,
        to,
        ...figures(sumOf(tallies)),
        days: daysOf(from, to, tallies),
        reviewers: reviewers.map((by) => figuresOf(by, byWho.get(by) ?? [], limits)),
        limits,
        backlog: await backlogOf(ports, call.principal),
      },
    };
  },
});
