// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { figuresOf } from '../../console/src/pages/ask-archive/answer-figures.ts';

const columns = ['month', 'type', 'found'].map((name) => ({ name, type: 'varchar' }));
const chart = { kind: 'bar', x: 'month', y: 'found', series: 'type' } as const;

describe('the rows of an answer as figures', () => {
  it('have a row for each x and a number for each series, the largest series first', () => {
    const rows = [
      ['2026-01', 'NAME', 3],
      ['2026-01', 'DATE', 9],
      ['2026-02', 'NAME', 1],
    ];
    expect(figuresOf({ columns, rows }, chart)).toEqual({
      series: ['DATE', 'NAME'],
      rows: [
        { at: '2026-01', values: [9, 3] },
        { at: '2026-02', values: [undefined, 1] },
      ],
    });
  });

  it('add up what occurs twice', () => {
    const rows = [
      ['2026-01', 'NAME', 3],
      ['2026-01', 'DATE', 9],
    ];
    const { series: _, ...alone } = chart;
    expect(figuresOf({ columns, rows }, alone).rows).toEqual([{ at: '2026-01', values: [12] }]);
  });

  it.each([
    ['nothing, where the answer has no such column', [{ name: 'other', type: 'varchar' }], [['x']]],
    ['nothing, where there are no rows', columns, []],
    ['nothing of what is no number', columns, [['2026-01', 'NAME', 'many']]],
  ])('are %s', (_what, some, rows) => expect(figuresOf({ columns: some, rows }, chart).rows).toEqual([]));

  it('have at most eight series', () => {
    const rows = Array.from({ length: 20 }, (_, index) => ['2026-01', `T${index}`, index + 1]);
    const { series } = figuresOf({ columns, rows }, chart);
    expect([series.length, series[0]]).toEqual([8, 'T19']);
  });
});
