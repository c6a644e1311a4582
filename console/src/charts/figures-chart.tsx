// SPDX-License-Identifier: Apache-2.0
import AreaChart from '@cloudscape-design/components/area-chart';
import BarChart from '@cloudscape-design/components/bar-chart';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import LineChart from '@cloudscape-design/components/line-chart';
import Table from '@cloudscape-design/components/table';
import { overview } from '../words/overview.ts';

/** One row of figures: a day, or whatever `what` says, and a number for each series; undefined where there is none. */
export type Figures = Readonly<{ at: string; values: readonly (number | undefined)[] }>;
export type Kind = 'areas' | 'lines' | 'bars';
type Props = Readonly<{
  title: string;
  /** Over days areas or lines, since a bar a day finds no room on a narrow screen; else bars that lie, with their names. */
  kind: Kind;
  /** What the rows are: heading of the first column and of the axis. */
  what: string;
  /** What is counted: the other axis. */
  counted: string;
  series: readonly string[];
  rows: readonly Figures[];
}>;

const chartHeight = 220;

/** A chart with the same numbers as a table behind it, for whoever cannot or will not read the chart. */
export function FiguresChart({ title, kind, what, counted, series, rows }: Props) {
  const chart = {
    height: chartHeight,
    hideFilter: true,
    ariaLabel: title,
    xScaleType: 'categorical',
    xTitle: what,
    yTitle: counted,
    empty: overview.empty,
    xDomain: rows.map(({ at }) => at),
    // Of a few cases a scale has ticks between whole numbers, which say nothing.
    i18nStrings: { yTickFormatter: (value: number) => (Number.isInteger(value) ? String(value) : '') },
  } as const;
  const data = (index: number) =>
    rows.flatMap(({ at, values }) => {
      const value = values[index];
      return value === undefined ? [] : [{ x: at, y: value }];
    });
  const shown = rows.some(({ values }) => values.some((value) => value !== undefined && value > 0));
  const drawn = <Type extends 'bar' | 'line' | 'area'>(type: Type) =>
    shown ? series.map((name, index) => ({ type, title: name, data: data(index) })) : [];
  return (
    <Container header={<Header variant="h2">{title}</Header>}>
      {kind === 'bars' && <BarChart {...chart} horizontalBars stackedBars series={drawn('bar')} />}
      {kind === 'lines' && <LineChart {...chart} series={drawn('line')} />}
      {kind === 'areas' && <AreaChart {...chart} series={drawn('area')} />}
      <ExpandableSection headerText={overview.table(title)}>
        <Table
          variant="embedded"
          columnDefinitions={[
            { id: 'at', header: what, cell: ({ at }: Figures) => at, isRowHeader: true },
            ...series.map((name, index) => ({
              id: name,
              header: name,
              cell: ({ values }: Figures) => values[index] ?? '–',
            })),
          ]}
          items={rows}
          trackBy="at"
          empty={overview.empty}
          wrapLines
        />
      </ExpandableSection>
    </Container>
  );
}
