// SPDX-License-Identifier: Apache-2.0
import type { Measured } from '../table.ts';
import { bill, total } from './bill.ts';
import { bounds, quotaFile, quotas } from './capacity.ts';
import { type Effort, full, type Load } from './load.ts';
import { priceFile } from './prices.ts';
import { type Day, simulate } from './simulate.ts';
import { standings } from './standing.ts';
import { standingUsage, usagePerRequest } from './usage.ts';

const usd = (value: number) =>
  value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const percent = (value: number) => `${(value * 100).toFixed(1)} %`;

function costs(load: Load, efforts: readonly Effort[]) {
  const services = new Map<string, Record<string, number>>();
  const totals: Record<string, number> = {};
  for (const effort of efforts) {
    const rows = bill(usagePerRequest(load, effort), 1000);
    for (const row of rows)
      services.set(row.service, { ...services.get(row.service), [effort.name]: row.usd });
    totals[effort.name] = total(rows);
  }
  const table: Measured = {
    title: `A thousand requests of ${load.prompt} + ${load.answer} characters, USD`,
    head: ['service', ...efforts.map(({ name }) => name)],
    rows: [
      ...[...services].map(([service, by]) => [service, ...efforts.map(({ name }) => usd(by[name] ?? 0))]),
      ['together', ...efforts.map(({ name }) => usd(totals[name] ?? 0))],
    ],
    notes: [
      `List prices of ${priceFile.region}, read ${priceFile.read} (bench/cost/prices.json says from where, and which nobody has checked).`,
      'Seven years of keeping the archive are in it. Review by people is not.',
    ],
  };
  return { table, totals, services: Object.fromEntries(services) };
}

function presets(load: Load, efforts: readonly Effort[]) {
  const rows = standings.map((standing) => {
    const fixed = total(bill(standingUsage(standing)));
    const whole = efforts.map((effort) => fixed + total(bill(usagePerRequest(load, effort), load.requests)));
    return { name: standing.name, fixed, whole };
  });
  const table: Measured = {
    title: `A month of ${load.requests.toLocaleString('en')} requests by preset, USD`,
    head: ['preset', 'before the first request', ...efforts.map(({ name }) => name)],
    rows: rows.map(({ name, fixed, whole }) => [name, usd(fixed), ...whole.map(usd)]),
  };
  return { table, rows };
}

function limits(load: Load, efforts: readonly Effort[]) {
  const tight = efforts.map((effort) => ({ effort: effort.name, bounds: bounds(load, effort).slice(0, 4) }));
  const table: Measured = {
    title: 'Where one account’s quotas bind first',
    head: ['', 'requests a second', 'quota'],
    rows: tight.flatMap(({ effort, bounds: some }) =>
      some.map(({ quota, requestsPerSecond }) => [
        effort,
        requestsPerSecond.toFixed(1),
        `${quotas[quota].service}: ${quotas[quota].what}`,
      ]),
    ),
    notes: [`Defaults of large Regions, read ${quotaFile.read}; all tenants together share them.`],
  };
  return { table, tight };
}

function days(load: Load, efforts: readonly Effort[], seed: number) {
  const all = efforts.flatMap((effort) =>
    [true, false].map((admission) => ({
      effort,
      admission,
      day: simulate(load, effort, { seed, admission }),
    })),
  );
  const sum = (day: Day, what: keyof Day['hours'][number]) =>
    day.hours.reduce((added, hour) => added + hour[what], 0);
  const table: Measured = {
    title: `A simulated office day of ${Math.round(load.requests / 30).toLocaleString('en')} requests`,
    head: [
      '',
      'busiest hour /s',
      'released',
      'held for throttling',
      'gave up after 429',
      'p50 s',
      'p99 s',
      'p99 s from first try',
      'at once',
      'smallest tenant served',
    ],
    rows: all.map(({ effort, admission, day }) => [
      `${effort.name}${admission ? '' : ', no admission control'}`,
      (Math.max(...day.hours.map(({ offered }) => offered)) / 3600).toFixed(2),
      sum(day, 'released'),
      sum(day, 'held'),
      sum(day, 'refused'),
      day.p50.toFixed(1),
      day.p99.toFixed(1),
      day.p99FirstTry.toFixed(1),
      day.mostAtOnce,
      percent(day.served['small'] ?? 0),
    ]),
    notes: [
      'Three tenants with 70, 20 and 10 % of the requests. A case whose detector stays throttled through the workflow’s',
      'retries is held for a person: admission control refuses it at the door instead, and callers come back.',
    ],
  };
  return { table, all };
}

/** The tables that `npm run cost` prints, and the same figures for machines. */
export function report(
  load: Load,
  { askedPrompt, askedAnswer, seed }: Readonly<{ askedPrompt: number; askedAnswer: number; seed: number }>,
) {
  const economy: Effort = {
    name: 'economy',
    medicalPrompt: askedPrompt,
    medicalAnswer: askedAnswer,
    checks: true,
  };
  const efforts = [full, economy];
  const [cost, preset, limit, day] = [
    costs(load, efforts),
    presets(load, efforts),
    limits(load, efforts),
    days(load, efforts, seed),
  ];
  return {
    tables: [cost.table, preset.table, limit.table, day.table],
    figures: {
      load,
      perThousand: cost.totals,
      services: cost.services,
      presets: preset.rows,
      limits: limit.tight,
      days: day.all.map(({ effort, admission, day: figures }) => ({
        effort: effort.name,
        admission,
        ...figures,
      })),
    },
  };
}
