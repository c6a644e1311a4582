// SPDX-License-Identifier: Apache-2.0
import type { Figures } from '../../charts/figures-chart.tsx';
import type { Answer } from './query.ts';
import type { Chart } from './question.ts';

/** Series that a chart can show before nobody can read it. */
const mostSeries = 8;

/** The rows of an answer as figures: a row for each x, a number for each series; what occurs twice is added up. */
export function figuresOf(
  { columns = [], rows = [] }: Pick<Answer, 'columns' | 'rows'>,
  { x, y, series }: Chart,
): { rows: Figures[]; series: string[] } {
  const place = (name: string | undefined) => columns.findIndex((column) => column.name === name);
  const [atX, atY, atSeries] = [place(x), place(y), place(series)];
  if (atX < 0 || atY < 0) return { rows: [], series: [] };
  const sums = new Map<string, Map<string, number>>();
  const totals = new Map<string, number>();
  for (const row of rows) {
    const value = Number(row[atY]);
    if (!Number.isFinite(value)) continue;
    const [at, name] = [String(row[atX]), atSeries < 0 ? y : String(row[atSeries])];
    const line = sums.get(at) ?? new Map<string, number>();
    sums.set(at, line.set(name, (line.get(name) ?? 0) + value));
    totals.set(name, (totals.get(name) ?? 0) + value);
  }
  const names = [...totals]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostSeries)
    .map(([name]) => name);
  return {
    series: names,
    rows: [...sums].map(([at, line]) => ({ at, values: names.map((name) => line.get(name)) })),
  };
}
