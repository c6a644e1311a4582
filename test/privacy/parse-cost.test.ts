// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { emptyIdentityMap } from '../../lambdas/privacy/identity-map.ts';
import { isParsable } from '../../lambdas/privacy/parse-cost.ts';
import { registry } from '../../lambdas/privacy/placeholder.ts';
import { restore } from '../../lambdas/privacy/restore.ts';
import { secretOf } from './people.ts';

const given = registry(emptyIdentityMap(secretOf(7)));
given.add('NAME', 'Odile Quillfeather');
const map = { secret: secretOf(7), identities: [...given.identities()] };
const placeholder = `[${map.identities[0]?.placeholder ?? ''}]`;

/** Each in one paragraph, or one text, of 100,000 code units. */
const attacks = [
  '*a',
  '_a ',
  '~',
  'a] ',
  '[a]',
  '**a_b',
  '> ',
  '- ',
  '1. ',
  '\n\n> ',
  '> a\n\n',
  '*\na ',
  'a\n=\n',
  '> a\n> -\n',
];
const filled = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length));

describe('an answer whose structure would take too long to read', () => {
  it.each(attacks)('is held whole, and not parsed: %j', (unit) => {
    const answer = `${placeholder} is *well*.\n\n${filled(unit, 100_000)}`;
    const { text, used, anomalies } = restore(answer, map);
    expect(text).toBe(answer);
    expect(used).toEqual([]);
    expect(anomalies.map(({ code }) => code)).toEqual(['restore-unsafe']);
  });

  it.each(attacks)('is restored while it is short: %j', (unit) => {
    const answer = `${placeholder} is *well*.\n\n${filled(unit, 60)}`;
    expect(restore(answer, map).text).toContain('Odile Quillfeather is *well*.');
  });

  it('is also one that only the value would make so', () => {
    const long = registry(emptyIdentityMap(secretOf(7)));
    long.add('NAME', filled('*a', 6000));
    const issued = { secret: secretOf(7), identities: [...long.identities()] };
    const answer = `[${issued.identities[0]?.placeholder ?? ''}] is *well*.`;
    expect(restore(answer, issued).anomalies.map(({ code }) => code)).toEqual(['restore-unsafe']);
  });
});

describe('what people and models write is parsed, however long', () => {
  it.each([
    ['paragraphs', 'Take **one** tablet [daily](#a) with `food`, *not* before.\n\n'],
    ['a list', '- **Metoprolol**: 25 mg _twice_ a day\n'],
    ['a nested list', '- **a** b\n  - c *d*\n    - e\n'],
    ['quotations', '> On *Monday* you wrote that it **hurts**.\n>\n'],
    [
      'underlined headings',
      'Plan\n====\n\nRest, and *drink* enough, until the fever is gone and you feel well.\n\nLater\n-----\n\nNothing.\n\n---\n\n',
    ],
    ['code', '```\na[0] = b[1] * c_d\n```\n\n'],
  ])('%s', (_what, unit) => {
    for (const length of [1000, 10_000, 100_000]) expect(isParsable(filled(unit, length))).toBe(true);
  });

  it('a table of a thousand rows', () => {
    const table = `| name | dose |\n| --- | ---: |\n${filled('| **Metoprolol** | _25_ mg |\n', 28_000)}`;
    expect(isParsable(table)).toBe(true);
    expect(restore(`${table}| ${placeholder} | 1 |\n`, map).text).toContain('| Odile Quillfeather | 1 |');
  });

  it('but rows without a table are one paragraph', () => {
    expect(isParsable(filled('| **Metoprolol** | _25_ mg |\n', 28_000))).toBe(false);
    expect(isParsable(`| a \\| b |\n|---|---|\n${filled('| **Metoprolol** | _25_ mg |\n', 28_000)}`)).toBe(
      false,
    );
  });
});
