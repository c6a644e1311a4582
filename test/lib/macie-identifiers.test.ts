// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { generatedCases } from '../../bench/generated-cases.ts';
import { canonicalJson } from '../../lambdas/records/digest.ts';
import { macieIdentifiers } from '../../lib/watch/macie-identifiers.ts';
import { macieRegex } from '../../lib/watch/macie-regex.ts';

const told = macieIdentifiers();

/** As Macie finds: a keyword in any case, all of it before the match and at most so far from its end. */
const foundIn = (text: string): string[] =>
  told
    .filter(({ regex, keywords, maximumMatchDistance = 50 }) =>
      [...text.matchAll(new RegExp(regex, 'g'))].some(
        ({ index, 0: match }) =>
          keywords === undefined ||
          keywords.some((word) =>
            text
              .slice(Math.max(0, index + match.length - maximumMatchDistance - word.length), index)
              .toLowerCase()
              .includes(word),
          ),
      ),
    )
    .map(({ name }) => name);

describe('an expression as Macie takes it', () => {
  it.each<[RegExp, string | undefined]>([
    [/[A-Z]{2}\d{7}/, '[A-Z]{2}\\d{7}'],
    // No captures, named or not; what was captured stands for what refers to it.
    [/(?<value>\d{4})([ -]?)\d{4}\2\d{4}/, '(?:\\d{4})(?:[ -]?)\\d{4}(?:[ -]?)\\d{4}'],
    // No look-around: more is found, not less.
    [/(?<!\d)\d{9}(?!\d)/, '\\d{9}'],
    [/(?=[A-Z]{0,16}\d)[A-Z0-9]{17}/, '[A-Z0-9]{17}'],
    [/(?<=pin: (?:no )?)\d{4}/, '\\d{4}'],
    // No flags: both cases are written out.
    [/ab[c-e]1\d/i, '[aA][bB][c-eC-E]1\\d'],
    [/[\w(]\)(?:a|[b)])/, '[\\w(]\\)(?:a|[b)])'],
    // What cannot be said is not.
    [/\p{Lu}\d{3}/u, undefined],
    [/^\d{3}$/, undefined],
    [/^a/, undefined],
  ])('%s → %s', (expression, expected) => expect(macieRegex(expression)?.regex).toBe(expected));

  it.each([
    [/(?<!\d)\d{9}/, false],
    [/(?<=cvv )\d{3}/, true],
    [/(?=\d{5})[\d-]{5,10}/, true],
  ])('%s is known to be loose: %s', (expression, loose) => expect(macieRegex(expression)?.loose).toBe(loose));
});

describe('what Macie is told of the recognizers', () => {
  it('keeps to its limits: characters, words, their lengths, identifiers of a job', () => {
    expect(told.length).toBeGreaterThan(20);
    expect(told.length).toBeLessThanOrEqual(30);
    expect(new Set(told.map(({ name }) => name)).size).toBe(told.length);
    for (const { name, regex, keywords, maximumMatchDistance } of told) {
      expect([name, regex.length <= 512]).toEqual([name, true]);
      expect(() => new RegExp(regex)).not.toThrow();
      // Captures, look-around, named groups; references; properties; what matches everything.
      expect([
        name,
        /\((?!\?:)|\\[1-9pPk]|\[\^\]/.exec(regex.replaceAll(/\\\(|\[(?:\\.|[^\]])*\]/g, '')),
      ]).toEqual([name, null]);
      expect([name, (keywords ?? []).filter((word) => !/^[\x20-\x7e]{3,90}$/.test(word))]).toEqual([
        name,
        [],
      ]);
      expect((keywords ?? []).length).toBeLessThanOrEqual(50);
      expect(keywords === undefined).toBe(maximumMatchDistance === undefined);
    }
  });

  it.each([
    'MRN: 00482913',
    'Her medical record number is 4829135.',
    'Member ID: XQH482913570',
    'Medicare MBI 1EG4-TE5-MK73',
    'NPI 1234567893',
    'DEA number BS1234563',
    'account number 000123456789',
    'routing number 021000021',
    'card number 4111 1111 1111 1111',
    'SWIFT code DEUTDEFF500',
    'SSN 219-09-9999',
    'passport no C01234567',
    'VIN 1HGCM82633A004352',
    'Personnummer: pesel 44051401359',
    'codice RSSMRA85T10A562S',
    'CURP HEGG560427MVZRRL04',
  ])('finds %s', (text) => expect(foundIn(text)).not.toEqual([]));

  it.each([
    'The patient slept well, took 500 mg at 8 and was sent home on the third day.',
    '[NAME_1_7K] has [MRN_1_Q4] and came on [DATE_1_8Z+42d].',
    'Raise the dose to 20 mg after 14 days; see table 3 on page 182.',
  ])('finds nothing in: %s', (text) => expect(foundIn(text)).toEqual([]));

  it('finds nothing in a record, whose ids, times and digests nobody needs to look at', () => {
    const from = Date.UTC(2026, 10, 20);
    for (const record of generatedCases({ count: 50, tenantId: 'clinic', from, days: 1 }))
      expect(foundIn(canonicalJson(record))).toEqual([]);
  });
});
