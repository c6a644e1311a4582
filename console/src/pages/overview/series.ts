// SPDX-License-Identifier: Apache-2.0
import type { Overview } from '../../../../lambdas/api/overview-view.ts';
import type { IdentifierType } from '../../../../lambdas/records/identifier.ts';
import { identifierName } from '../../words/identifiers.ts';
import { overview } from '../../words/overview.ts';
import type { Figures, Kind } from '../../charts/figures-chart.tsx';

type Chart = Readonly<{
  title: string;
  kind: Kind;
  what: string;
  counted: string;
  series: readonly string[];
  rows: readonly Figures[];
}>;
type Day = Overview['days'][number];

const byDay = (days: readonly Day[], values: (day: Day) => Figures['values']): Figures[] =>
  days.map((day) => ({ at: day.day, values: values(day) }));
const minutes = (seconds: number | undefined) =>
  seconds === undefined ? undefined : Math.round(seconds / 6) / 10;

/** Cases a day, and how many of them a person had to look at. */
export const volumeOf = ({ days }: Overview): Chart => ({
  title: overview.volume.title,
  kind: 'areas',
  what: overview.day,
  counted: overview.volume.cases,
  series: [overview.volume.held, overview.volume.other],
  rows: byDay(days, ({ held, closed }) => [held, closed - held]),
});

export const outcomesOf = ({ volume }: Overview): Chart => ({
  title: overview.outcomes.title,
  kind: 'bars',
  what: overview.outcomes.title,
  counted: overview.volume.cases,
  series: [overview.volume.cases],
  rows: Object.entries(overview.outcomes.names).map(([outcome, at]) => ({
    at,
    values: [volume.outcomes[outcome as keyof typeof overview.outcomes.names] ?? 0],
  })),
});

/** The ten most frequent reasons. */
export const reasonsOf = ({ held }: Overview): Chart => ({
  title: overview.reasons.title,
  kind: 'bars',
  what: overview.reasons.title,
  counted: overview.reasons.reviews,
  series: [overview.reasons.reviews],
  rows: held.reasons.slice(0, 10).map(({ code, reviews }) => ({ at: code, values: [reviews] })),
});

export const waitsOf = ({ days }: Overview): Chart => ({
  title: overview.wait.title,
  kind: 'lines',
  what: overview.day,
  counted: overview.wait.minutes,
  series: [overview.wait.p50, overview.wait.p95],
  rows: byDay(days, ({ wait }) => [minutes(wait.p50Seconds), minutes(wait.p95Seconds)]),
});

export const eventsOf = ({ days }: Overview): Chart => ({
  title: overview.events.title,
  kind: 'areas',
  what: overview.day,
  counted: overview.events.count,
  series: [overview.events.guardrail, overview.events.expired, overview.events.revealed],
  rows: byDay(days, ({ guardrail, expired, revealed }) => [guardrail, expired, revealed]),
});

/** The five most frequent types by name, the others together. */
export function typesOf({ days, entityTypes }: Overview): Chart {
  const first = Object.entries(entityTypes)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 5)
    .map(([type]) => type);
  const sum = (day: Day) => Object.values(day.entityTypes).reduce((all, count) => all + count, 0);
  const rows = byDay(days, (day) => {
    const named = first.map((type) => day.entityTypes[type] ?? 0);
    return [...named, sum(day) - named.reduce((all, count) => all + count, 0)];
  });
  return {
    title: overview.types.title,
    kind: 'areas',
    what: overview.day,
    counted: overview.types.count,
    series: [...first.map((type) => identifierName(type as IdentifierType)), overview.types.rest],
    rows,
  };
}

/** Whether second reviewers came to the same as the first, and reviewers of test cases to what was right. */
export const agreementOf = ({ agreement: { second, testCases } }: Overview): Chart => ({
  title: overview.agreement.title,
  kind: 'bars',
  what: overview.agreement.title,
  counted: overview.agreement.count,
  series: [overview.agreement.same, overview.agreement.other],
  rows: [
    { at: overview.agreement.second, values: [second.agreed, second.differed] },
    { at: overview.agreement.testCases, values: [testCases.right, testCases.wrong] },
  ],
});

export const agesOf = ({ backlog }: Overview): Chart => ({
  title: overview.now.ages,
  kind: 'bars',
  what: overview.now.ages,
  counted: overview.now.count,
  series: [overview.now.count],
  rows: Object.entries(backlog.ages).map(([age, count]) => ({
    at: overview.now.ageNames[age] ?? age,
    values: [count],
  })),
});
