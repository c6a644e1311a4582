// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { marksOf } from '../../console/src/text/marks.ts';
import { segments } from '../../console/src/text/segments.ts';
import { piecesOf } from '../../console/src/text/word-diff.ts';
import { duration } from '../../console/src/words/duration.ts';

describe('a text with ranges', () => {
  const cut = (text: string, ...ranges: [number, number][]) =>
    segments(
      text,
      ranges.map(([start, end]) => ({ start, end })),
    ).map((each) => `${each.text}:${each.ranges.length}`);

  it.each<[string, [number, number][], string[]]>([
    ['none', [], ['abcdef:0']],
    ['one in the middle', [[2, 4]], ['ab:0', 'cd:1', 'ef:0']],
    [
      'two that touch',
      [
        [0, 3],
        [3, 6],
      ],
      ['abc:1', 'def:1'],
    ],
    [
      'two that overlap',
      [
        [0, 4],
        [2, 6],
      ],
      ['ab:1', 'cd:2', 'ef:1'],
    ],
    [
      'one inside another',
      [
        [0, 6],
        [2, 3],
      ],
      ['ab:1', 'c:2', 'def:1'],
    ],
    ['one beyond the end', [[4, 99]], ['abcd:0', 'ef:1']],
    ['one that is empty', [[2, 2]], ['abcdef:0']],
    ['one outside', [[9, 12]], ['abcdef:0']],
  ])('is cut where they begin and end: %s', (_what, ranges, pieces) => {
    expect(cut('abcdef', ...ranges)).toEqual(pieces);
  });

  it('is whole when its pieces are put together, and nothing without a text', () => {
    expect(
      segments('abcdef', [
        { start: 1, end: 5 },
        { start: 2, end: 9 },
      ])
        .map(({ text }) => text)
        .join(''),
    ).toBe('abcdef');
    expect(segments('', [{ start: 0, end: 1 }])).toEqual([]);
  });
});

describe('what is marked in a text', () => {
  const finding = (start: number, end: number) => ({
    type: 'NAME' as const,
    start,
    end,
    score: 0.9,
    because: { detector: 'tagger', pattern: 'name' },
  });
  const shown = (text: string, findings: ReturnType<typeof finding>[] = []) => ({
    kind: 'user' as const,
    text,
    masked: false,
    findings,
  });

  it('are findings with the placeholder that stands in them', () => {
    expect(marksOf(shown('Is [NAME_1_7K] well?', [finding(3, 14)]), [])).toMatchObject([
      { start: 3, end: 14, placeholder: 'NAME_1_7K', finding: { type: 'NAME' } },
    ]);
  });

  it('are placeholders of an answer, which has no findings of them, without a distance of dates', () => {
    expect(
      marksOf(shown('On [DATE_1_7K+42d], not on [DATE_1_7K].'), []).map(({ placeholder }) => placeholder),
    ).toEqual(['DATE_1_7K', 'DATE_1_7K']);
  });

  it.each(['[1]', '[NAME]', '[NAME_1]', 'NAME_1_7K', '[name_1_7k]'])('are not other brackets: %s', (text) => {
    expect(marksOf(shown(text), [])).toEqual([]);
  });
});

describe('a difference by words', () => {
  const told = (before: string, after: string) =>
    piecesOf(before, after).map(
      ({ kind, text }) => `${{ same: '=', added: '+', removed: '-' }[kind]}${text}`,
    );

  it.each<[string, string, string, string[]]>([
    ['nothing', 'a b', 'a b', ['=a b']],
    ['a word', 'take 10 mg', 'take 5 mg', ['=take ', '-10', '+5', '= mg']],
    [
      'several words, as one',
      'take ten big pills now',
      'take two small tablets now',
      ['=take ', '-ten big pills', '+two small tablets', '= now'],
    ],
    ['something put in', 'a c', 'a b c', ['=a ', '+b ', '=c']],
    ['something taken out', 'a b c', 'a c', ['=a ', '-b ', '=c']],
    ['all of it', 'a', 'b', ['-a', '+b']],
    ['everything taken out', 'a b', '', ['-a b']],
  ])('says what changed: %s', (_what, before, after, pieces) => {
    expect(told(before, after)).toEqual(pieces);
  });

  it('keeps both texts whole, lines and all', () => {
    const [before, after] = ['one two\n\nthree  four\tfive', 'one 2\nthree four  5 six'];
    const side = (leave: string) =>
      piecesOf(before, after)
        .filter(({ kind }) => kind !== leave)
        .map(({ text }) => text)
        .join('');
    expect(side('added')).toBe(before);
    expect(side('removed')).toBe(after);
  });
});

it.each([
  [0, '< 1 min'],
  [-5, '< 1 min'],
  [59_999, '< 1 min'],
  [60_000, '1 min'],
  [3_599_999, '59 min'],
  [2 * 3_600_000 + 5 * 60_000, '2 hr 5 min'],
  [86_400_000, '1 day'],
  [26 * 3_600_000 + 60_000, '1 day 2 hr'],
])('a duration of %d ms is said as %s', (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text);
});
