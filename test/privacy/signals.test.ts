// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { explain } from '../../lambdas/privacy/explain.ts';
import { normalise } from '../../lambdas/privacy/normalise.ts';
import { rareCombination } from '../../lambdas/privacy/rare-combination.ts';
import type { IdentifierType } from '../../lambdas/records/identifier.ts';
import { email, every, finds, ssn } from './people.ts';

describe('a rare combination', () => {
  it.each([
    ['ZIP3, age and a rare condition', 'A 34-year-old with Gaucher disease, 03801', { ZIP: '03801' }, {}],
    [
      'a kept place, age and a rare condition',
      'Aged 34, Huntington’s disease, Peterborough'.replace('’', "'"),
      { PLACE: 'Peterborough' },
      { PLACE: 'keep' },
    ],
    [
      'a kept place, a rare office and a year',
      'The mayor of Peterborough fell in 2019',
      { PLACE: 'Peterborough' },
      { PLACE: 'keep' },
    ],
    [
      'a kept place, a profession and a date',
      'A farrier from Peterborough on 03/04/2021',
      { PLACE: 'Peterborough', PROFESSION: 'farrier', DATE: '03/04/2021' },
      { PLACE: 'keep', PROFESSION: 'keep', DATE: 'generalise' },
    ],
  ] as const)('is %s', (_, text, values, operators) => {
    const findings = Object.entries(values).flatMap(([type, value]) =>
      every(text, type as IdentifierType, value),
    );
    expect(rareCombination(findings, text, { operators })).toBe(true);
  });

  it.each([
    ['a common condition', 'A 34-year-old with asthma, 03801', { ZIP: '03801' }, {}],
    ['no age', 'Gaucher disease, 03801', { ZIP: '03801' }, {}],
    ['no place', 'A 34-year-old with Gaucher disease', {}, {}],
    [
      'a place that is replaced',
      'The mayor of Peterborough fell in 2019',
      { PLACE: 'Peterborough' },
      { PLACE: 'pseudonymise' },
    ],
    [
      'a ZIP code that is replaced',
      'A 34-year-old with Gaucher disease, 03801',
      { ZIP: '03801' },
      { ZIP: 'pseudonymise' },
    ],
  ] as const)('is not %s', (_, text, values, operators) => {
    const findings = Object.entries(values).flatMap(([type, value]) =>
      every(text, type as IdentifierType, value),
    );
    expect(rareCombination(findings, text, { operators })).toBe(false);
  });
});

describe('hidden characters', () => {
  it.each([
    ['zero-width space', 'a\u200Bb', 1],
    ['a look-alike in a Latin word', 'pаypal', 1],
    ['a right-to-left override', 'abc \u202Edef', 1],
    ['tags', 'a\u{E0041}\u{E0042}', 2],
    ['a soft hyphen', 'a\u00ADb', 1],
    ['a Greek letter in a name', 'Jοhn Smιth', 2],
    ['a word of Cyrillic letters that all look Latin', 'my nаme is Воb', 3],
  ])('count: %s', (_, text, hidden) => {
    expect(normalise(text).hidden).toBe(hidden);
  });

  it.each([
    ['emoji made of several', '👩‍⚕️ ❤️ 👍🏽'],
    ['a flag of tags', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
    ['Persian with a joiner', 'می\u200Cخواهم'],
    ['Hindi with a joiner', 'क्\u200Dष'],
    ['Hebrew with direction marks', 'שלום\u200F (test)\u200E'],
    ['a byte order mark', '\uFEFFtext'],
    ['Russian', 'Привет, мир. А вот и я.'],
    ['Greek letters in science', 'β-blocker, α-1, μg, Δt'],
    ['Greek letters in Latin words', 'TNFα, NFκB, IFNγ, HIF1α, αGal, κ light chains, χ2 = 4.1'],
    ['Turkish', 'Yıldız Aydın, İstanbul'],
    ['accents', 'naïve café, José, Zoë'],
  ])('do not count where writing needs them: %s', (_, text) => {
    expect(normalise(text).hidden).toBe(0);
  });
});

describe('explain', () => {
  const policy = {
    operators: {},
    detection: {
      prompt: { threshold: 0.5, medical: 'never' as const, checks: false, guardrail: false },
      answer: { threshold: 0.5, medical: 'never' as const, checks: false, guardrail: false },
    },
  };
  const rows = explain('ann@mail.example, 219-09-9999, 555-0142', policy, [
    email,
    ssn,
    finds('PHONE', /555-\d{4}/g, 0.3),
  ]);

  it('says for each finding who said it, why, and what it becomes', () => {
    expect(rows.map(({ type, text, detector, operator }) => [type, text, detector, operator])).toEqual([
      ['EMAIL', 'ann@mail.example', 'test-email', 'pseudonymise'],
      ['SSN', '219-09-9999', 'test-ssn', 'pseudonymise'],
      ['PHONE', '555-0142', 'test-phone', 'pseudonymise'],
    ]);
    expect(rows.map(({ becomes }) => becomes?.replace(/_..\]$/, ']'))).toEqual([
      '[EMAIL_1]',
      '[SSN_1]',
      undefined,
    ]);
  });
});
