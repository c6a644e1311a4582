// SPDX-License-Identifier: Apache-2.0
import { FiguresChart } from '../../charts/figures-chart.tsx';
import { figuresOf } from './answer-figures.ts';
import type { Answer } from './query.ts';
import type { Chart } from './question.ts';

/** The answer as its question is best drawn, with the numbers behind it. Of the rows of this page. */
export function AnswerChart({
  title,
  chart,
  answer,
}: Readonly<{ title: string; chart: Chart; answer: Answer }>) {
  const { rows, series } = figuresOf(answer, chart);
  return rows.length === 0 ? undefined : (
    <FiguresChart
      title={title}
      kind={chart.kind === 'bar' ? 'bars' : 'lines'}
      what={chart.x}
      counted={chart.y}
      series={series}
      rows={rows}
    />
  );
}
