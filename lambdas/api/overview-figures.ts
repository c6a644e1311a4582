// SPDX-License-Identifier: Apache-2.0
import { dayOf, type Tally } from '../records/tally.ts';
import { waitPercentile } from '../records/wait-bucket.ts';
import type { Overview } from './overview-view.ts';

const dayMs = 86_400_000;

/** Names to counts, of the tenant as a whole. */
export type Counts = ReadonlyMap<string, number>;

export function sumOf(tallies: readonly Tally[]): Counts {
  const counts = new Map<string, number>();
  for (const { who, name, count } of tallies)
    if (who === '') counts.set(name, (counts.get(name) ?? 0) + count);
  return counts;
}

export const at = (counts: Counts, name: string): number => counts.get(name) ?? 0;

/** What is counted under a prefix, by what follows it. */
export const under = (counts: Counts, prefix: string): Record<string, number> =>
  Object.fromEntries(
    [...counts]
      .filter(([name]) => name.startsWith(`${prefix}.`))
      .map(([name, count]) => [name.slice(prefix.length + 1), count]),
  );
const total = (record: Readonly<Record<string, number>>): number =>
  Object.values(record).reduce((sum, count) => sum + count, 0);
const shareOf = (part: number, whole: number) => (whole === 0 ? {} : { share: part / whole });

function waitOf(counts: Counts): Overview['timeToDecision'] {
  const buckets = Object.entries(under(counts, 'wait')).map(
    ([bucket, count]) => [Number(bucket), count] as const,
  );
  const byBucket = new Map(buckets);
  const [p50, p95] = [waitPercentile(byBucket, 0.5), waitPercentile(byBucket, 0.95)];
  return {
    decided: buckets.reduce((sum, [, count]) => sum + count, 0),
    ...(p50 === undefined ? {} : { p50Seconds: p50 }),
    ...(p95 === undefined ? {} : { p95Seconds: p95 }),
  };
}

function dayFigures(day: string, counts: Counts): Overview['days'][number] {
  return {
    day,
    closed: total(under(counts, 'closed.outcome')),
    released: at(counts, 'closed.outcome.released'),
    held: at(counts, 'closed.held'),
    opened: total(under(counts, 'held.side')),
    expired: at(counts, 'decision.expire'),
    guardrail: at(counts, 'closed.guardrail'),
    revealed: at(counts, 'revealed'),
    wait: waitOf(counts),
    entityTypes: under(counts, 'type'),
  };
}

/** Every day of the period, also those on which nothing happened. */
export function daysOf(from: string, to: string, tallies: readonly Tally[]): Overview['days'] {
  const byDay = Map.groupBy(tallies, (each) => each.period);
  const days: Overview['days'] = [];
  for (let day = Date.parse(from); day <= Date.parse(to); day += dayMs)
    days.push(dayFigures(dayOf(day), sumOf(byDay.get(dayOf(day)) ?? [])));
  return days;
}

export function figures(
  counts: Counts,
): Omit<Overview, 'from' | 'to' | 'days' | 'reviewers' | 'limits' | 'backlog'> {
  const closed = total(under(counts, 'closed.outcome'));
  const [held, guarded] = [at(counts, 'closed.held'), at(counts, 'closed.guardrail')];
  const [agreed, differed] = [at(counts, 'second.agreed'), at(counts, 'second.differed')];
  const [right, wrong] = [at(counts, 'seed.right'), at(counts, 'seed.wrong')];
  return {
    volume: {
      closed,
      outcomes: under(counts, 'closed.outcome'),
      policies: under(counts, 'closed.policy'),
    },
    held: {
      cases: held,
      ...shareOf(held, closed),
      reviews: total(under(counts, 'held.side')),
      sides: under(counts, 'held.side'),
      policies: under(counts, 'held.policy'),
      risks: under(counts, 'held.risk'),
      reasons: Object.entries(under(counts, 'held.reason'))
        .map(([code, reviews]) => ({ code, reviews }))
        .sort((a, b) => b.reviews - a.reviews || (a.code < b.code ? -1 : 1)),
    },
    decisions: under(counts, 'decision'),
    timeToDecision: waitOf(counts),
    reminded: at(counts, 'reminded'),
    escalated: at(counts, 'escalated'),
    expired: at(counts, 'decision.expire'),
    guardrail: { cases: guarded, ...shareOf(guarded, closed) },
    revealed: at(counts, 'revealed'),
    agreement: {
      second: { agreed, differed, ...shareOf(agreed, agreed + differed) },
      testCases: { right, wrong, undecided: at(counts, 'seed.undecided'), ...shareOf(right, right + wrong) },
    },
    entityTypes: under(counts, 'type'),
  };
}
