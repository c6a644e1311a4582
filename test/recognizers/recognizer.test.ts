// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { candidates } from '../../lambdas/recognizers/candidates.ts';
import { isAlone, lexicon, surroundings } from '../../lambdas/recognizers/context.ts';
import { pattern } from '../../lambdas/recognizers/recognizer.ts';
import { together } from '../../lambdas/recognizers/together.ts';
import { widest } from '../../lambdas/recognizers/widest.ts';
import { valuesIn } from './table.ts';

const tag = pattern({
  name: 'tag',
  type: 'CODE',
  cites: 'a rule',
  looksLike: [
    { pattern: 'dashed', regexp: /[A-Z]{2}-\d{4}/ },
    { pattern: 'plain', regexp: /\d{6}/, needsContext: true },
    { pattern: 'even', regexp: /\d{8}/, holds: (match) => Number(match) % 2 === 0 },
  ],
  near: ['tag', 'ear mark'],
  label: ['herd'],
  check: 'even',
  score: 0.5,
});

describe('a pattern', () => {
  it('finds what looks like it, as it stands in the text', () => {
    expect(tag.find('see QX-4481, please')).toEqual([
      { type: 'CODE', start: 4, end: 11, score: 0.5, because: { detector: 'tag', pattern: 'dashed' } },
    ]);
  });
  it.each(['XQX-4481', 'QX-44812', 'QX-4481-2', 'QX-4481a', '$448120 tag'])(
    'does not find a part of "%s"',
    (text) => {
      expect(tag.find(text)).toEqual([]);
    },
  );
  it.each([
    ['tag 448120', true],
    ['448120 is its tag', true],
    ['TAG: 448120', true],
    ['earmark 448120', true],
    ['ear-mark 448120', true],
    ['stage 448120', false],
    ['tags 448120', false],
    ['448120', false],
    [`tag${' '.repeat(80)}448120`, false],
  ])('needs its words near: "%s"', (text, found) => {
    expect(tag.find(text).length > 0).toBe(found);
  });
  it.each([
    ['herd number: #448120', true],
    ['herd was seen 448120', false],
  ])('needs its label right before: "%s"', (text, found) => {
    expect(tag.find(text).length > 0).toBe(found);
  });
  it('is surer where the words are near', () => {
    const [alone] = tag.find('QX-4481');
    const [near] = tag.find('tag QX-4481');
    expect(near!.score).toBeGreaterThan(alone!.score);
  });
  it('names the check that held and drops what does not hold', () => {
    expect(tag.find('44812000')[0]!.because).toEqual({ detector: 'tag', pattern: 'even', check: 'even' });
    expect(tag.find('44812001')).toEqual([]);
  });
  it('drops a checked number of one digit', () => {
    expect(tag.find('22222222')).toEqual([]);
  });
  it('keeps no state between calls', () => {
    const text = 'QX-4481 and QX-4482';
    expect(tag.find(text)).toEqual(tag.find(text));
    expect(valuesIn(tag, text)).toEqual(['QX-4481', 'QX-4482']);
  });
  it('narrows to the group called value', () => {
    const inner = pattern({
      name: 'inner',
      type: 'CODE',
      cites: 'a rule',
      looksLike: /no\. (?<value>\d+)/,
      score: 1,
      edges: 'open',
    });
    expect(valuesIn(inner, 'no. 12')).toEqual(['12']);
  });
  it('takes what stands behind an anchor with it', () => {
    const anchored = pattern({
      name: 'anchored',
      type: 'FACILITY',
      cites: 'a rule',
      score: 1,
      edges: 'open',
      looksLike: [{ pattern: 'kind', regexp: / Hall/, behind: /[A-Z][a-z]+(?: [A-Z][a-z]+)*$/ }],
    });
    expect(valuesIn(anchored, 'at Great Quill Hall, not at the Hall')).toEqual(['Great Quill Hall']);
  });
});

describe('recognizers together', () => {
  const both = together('both', [tag]);
  it.each([
    'QX-4481',
    'tag 448120',
    '448120',
    'XQX-4481',
    '44812000',
    'two: QX-4481 QX-4482',
    'herd 448120 and 448121',
  ])('find in "%s" what each finds alone', (text) => {
    const sorted = (findings: readonly { start: number }[]) =>
      [...findings].sort((a, b) => a.start - b.start);
    expect(sorted(both.find(text))).toEqual(sorted(tag.find(text)));
  });
  it('report the types of all', () => {
    expect(both.types).toEqual(['CODE']);
  });
});

describe('candidates', () => {
  it.each([
    ['SSN 412-73-9058', [0, 4, 8, 11]],
    ['nothing here', []],
    ['5 mg', []],
    ['code AB12345', [0, 5, 7]],
    ['GB29 NWBK 6016', [0, 2, 5, 10]],
  ])('of "%s" are %j', (text, starts) => {
    expect(candidates(text)).toEqual(starts);
  });
  it('rise and are met once', () => {
    const found = candidates('A1 2345 BC-6789/01 x99887 '.repeat(20));
    expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
  });
});

describe('context', () => {
  const words = lexicon([{ near: ['zip code'] }, { label: ['unit'] }]);
  it.each([
    ['zip code 12345', [0]],
    ['zipcode 12345', [0]],
    ['ZIP-CODE: 12345', [0]],
    ['12345', []],
    ['zip 12345', []],
    ['unit no. 12345', [1]],
    ['mg/unit 12345', []],
    ['unit and then 12345', []],
  ])('of the number in "%s" is %j', (text, kinds) => {
    expect([...surroundings(words, text)(text.indexOf('12345'))]).toEqual(kinds);
  });
  it('is the same wherever the places before it were', () => {
    const text = `zip code ${'x '.repeat(300)} 1111 unit 2222 zip code 3333`;
    const around = surroundings(words, text);
    around(text.indexOf('1111'));
    expect([...around(text.indexOf('2222'))]).toEqual([1, 0]);
    expect([...around(text.indexOf('3333'))].includes(0)).toBe(true);
  });
  it.each([
    ['12345', true],
    ['a\n12345\nb', true],
    ['|12345|', true],
    ['"12345"', true],
    ['a 12345', false],
    ['12345 b', false],
  ])('knows whether the number stands alone in %j', (text, alone) => {
    const start = text.indexOf('12345');
    expect(isAlone(text, start, start + 5)).toBe(alone);
  });
});

describe('the widest findings', () => {
  const at = (start: number, end: number) => ({
    type: 'DATE' as const,
    start,
    end,
    score: 1,
    because: { detector: 'x', pattern: 'y' },
  });
  it('leave out what lies inside another, and keep what overlaps', () => {
    expect(widest([at(2, 4), at(0, 5), at(4, 8), at(9, 10)])).toEqual([at(0, 5), at(4, 8), at(9, 10)]);
  });
});
