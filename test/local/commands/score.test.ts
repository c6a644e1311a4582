// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { type Score, Scores } from '../../../local/commands/score.ts';

const text = 'Ann Lee, aged 40, came.';
const name = { start: 0, end: 7, type: 'NAME' };
const age = { start: 14, end: 16, type: 'AGE', subtype: 'UNDER_90' };
type Spans = Parameters<Scores['add']>;
const score = (gold: Spans[1], found: Spans[2], types?: string[]): Score => {
  const scores = new Scores(types === undefined ? undefined : new Set(types));
  scores.add(text, gold, found);
  return scores.result();
};

describe('scores', () => {
  it.each<[string, Spans[1], Spans[2], Partial<Score>]>([
    [
      'a span that is covered',
      [name],
      [name],
      { gold: 1, caught: 1, covered: 6, coveredInside: 6, leaked: {} },
    ],
    [
      'a span of which only the space is not covered',
      [name],
      [
        { start: 0, end: 3, type: 'NAME' },
        { start: 4, end: 7, type: 'CODE' },
      ],
      { caught: 1, covered: 6 },
    ],
    [
      'a span of which one letter is not covered',
      [name],
      [{ ...name, end: 6 }],
      { caught: 0, leaked: { NAME: 1 } },
    ],
    ['more than the span', [name], [{ ...name, end: 13 }], { caught: 1, covered: 10, coveredInside: 6 }],
    ['a clean text that is touched', [], [name], { clean: 1, cleanTouched: 1, covered: 6, coveredInside: 0 }],
    ['a clean text that is not touched', [], [], { clean: 1, cleanTouched: 0 }],
    ['an age under 90 that is covered', [age], [age], { gold: 0, clean: 1, cleanTouched: 0, covered: 0 }],
    ['a neutral span of type OTHER', [{ ...name, type: 'OTHER' }], [], { gold: 0, clean: 1, leaked: {} }],
  ])('count %s', (_what, gold, found, expected) => expect(score(gold, found)).toMatchObject(expected));

  it('of some types leave the others out, but count their cover', () => {
    const code = { ...name, type: 'CODE' };
    expect(score([name, age], [code], ['NAME'])).toMatchObject({ gold: 1, caught: 1, covered: 0 });
    expect(score([name], [], ['DATE'])).toMatchObject({ gold: 0, clean: 1 });
  });

  it('count code points', () => {
    const scores = new Scores();
    const span = { start: 2, end: 5, type: 'NAME' };
    scores.add('😀 Ann', [span], [span]);
    expect(scores.result()).toMatchObject({ caught: 1, covered: 3, coveredInside: 3 });
  });
});
