// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { cover } from '../../lambdas/privacy/cover.ts';
import type { Finding } from '../../lambdas/records/finding.ts';
import type { IdentifierType } from '../../lambdas/records/identifier.ts';

const finding = (type: IdentifierType, start: number, end: number, score = 0.9, check?: string): Finding => ({
  type,
  start,
  end,
  score,
  because: { detector: 'test', pattern: 'test', ...(check === undefined ? {} : { check }) },
});
const brief = (...findings: Finding[]) =>
  cover(findings, 100).map(({ start, end, type }) => [start, end, type]);

describe('cover', () => {
  it.each([
    ['nothing', [], []],
    ['one', [finding('SSN', 3, 9)], [[3, 9, 'SSN']]],
    ['one inside another', [finding('STREET', 0, 30), finding('ZIP', 20, 25, 0.99)], [[0, 30, 'STREET']]],
    ['two that overlap', [finding('NAME', 0, 10), finding('FACILITY', 5, 30)], [[0, 30, 'FACILITY']]],
    ['a chain', [finding('NAME', 0, 10), finding('ORG', 8, 20), finding('NAME', 18, 25)], [[0, 25, 'ORG']]],
    [
      'two that only touch',
      [finding('SSN', 0, 10), finding('DATE', 10, 20)],
      [
        [0, 10, 'SSN'],
        [10, 20, 'DATE'],
      ],
    ],
    ['two names that touch', [finding('NAME', 0, 10), finding('NAME', 10, 20)], [[0, 20, 'NAME']]],
    ['the same stretch, surer', [finding('PHONE', 0, 11, 0.8), finding('SSN', 0, 11, 0.9)], [[0, 11, 'SSN']]],
    [
      'the same stretch and score, one with a check',
      [finding('ACCOUNT', 0, 11), finding('CARD', 0, 11, 0.9, 'luhn')],
      [[0, 11, 'CARD']],
    ],
    [
      'the same stretch and score, telephone and number',
      [finding('PHONE', 0, 11), finding('SSN', 0, 11)],
      [[0, 11, 'SSN']],
    ],
    ['what reaches past the end', [finding('NAME', 95, 120)], [[95, 100, 'NAME']]],
  ])('covers %s', (_, findings, expected) => {
    expect(brief(...findings)).toEqual(expected);
  });

  it.each([
    ['a space', 'John Smith', [0, 4], [5, 10]],
    ['an initial', 'J. Smith', [0, 1], [3, 8]],
    ['an apostrophe', "O'Brien", [0, 1], [2, 7]],
  ])('makes one name of fragments with %s between', (_, text, [a, b], [c, d]) => {
    const names = [finding('NAME', a ?? 0, b ?? 0), finding('NAME', c ?? 0, d ?? 0)];
    expect(cover(names, text.length, text)).toHaveLength(1);
  });

  it.each([
    ['a comma', 'John, Mary', [0, 4], [6, 10]],
    ['a word', 'John and Mary', [0, 4], [9, 13]],
    ['a line end', 'John\nMary', [0, 4], [5, 9]],
  ])('leaves two names with %s between', (_, text, [a, b], [c, d]) => {
    const names = [finding('NAME', a ?? 0, b ?? 0), finding('NAME', c ?? 0, d ?? 0)];
    expect(cover(names, text.length, text)).toHaveLength(2);
  });

  it.each([
    ['combining marks', 'Jose\u0301 x', 0, 4, 5],
    ['the second half of a pair', 'ab\u{1F600} x', 0, 3, 4],
    ['a skin tone', 'ab\u{1F44B}\u{1F3FD} x', 0, 4, 6],
  ])('grows over %s', (_, text, start, end, grown) => {
    expect(cover([finding('NAME', start, end)], text.length, text)[0]?.end).toBe(grown);
  });

  it('keeps every finding that asked for a stretch', () => {
    expect(cover([finding('NAME', 0, 4), finding('ORG', 2, 8)], 10)[0]?.findings).toHaveLength(2);
  });
});

describe('names that only a mark or a space parts', () => {
  it.each([
    ['an initial and a family name', 'J. Smith', ['J', 'Smith'], ['J. Smith']],
    ['a given and a family name', 'John Smith', ['John', 'Smith'], ['John Smith']],
    ['an initial in the middle', 'John D. Smith', ['John D.', 'Smith'], ['John D. Smith']],
    [
      'two in two sentences',
      'John Smith. Mary Jones',
      ['John Smith', 'Mary Jones'],
      ['John Smith', 'Mary Jones'],
    ],
    ['a second with a title', 'Dr. Smith Mr. Jones', ['Dr. Smith', 'Mr. Jones'], ['Dr. Smith', 'Mr. Jones']],
    [
      'a second behind an initial',
      'John D. Mary Jones',
      ['John D.', 'Mary Jones'],
      ['John D.', 'Mary Jones'],
    ],
  ])('%s', (_why, text, names, covered) => {
    const findings = names.map((name) => {
      const start = text.indexOf(name);
      return finding('NAME', start, start + name.length);
    });
    expect(cover(findings, text.length, text).map(({ start, end }) => text.slice(start, end))).toEqual(
      covered,
    );
  });
});
