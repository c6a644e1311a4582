// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../../lambdas/records/finding.ts';
import type { IdentifierType } from '../../lambdas/records/identifier.ts';
import { fc } from '../seeded.ts';

/** A conversation's secret. */
export const secret = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('base64url'));

const given = ['Abena', 'Bjørn', 'Chidi', 'Dolores', 'Eoin', 'Farah', 'Giorgos', 'Hye-jin'];
const family = [
  'Quartey',
  'Lindqvist',
  'Okafor',
  "O'Hanlon",
  'van Dijk',
  'Papadakis',
  'Rahimi',
  'Soto-Marín',
];
const digits = (length: number) =>
  fc.string({ unit: fc.nat(9).map(String), minLength: length, maxLength: length });

/** An invented identifier with its type. No two kinds share a spelling. */
export const identifier: fc.Arbitrary<readonly [IdentifierType, string]> = fc.oneof(
  fc.tuple(
    fc.constant('NAME' as const),
    fc.tuple(fc.constantFrom(...given), fc.constantFrom(...family)).map((names) => names.join(' ')),
  ),
  fc.tuple(
    fc.constant('SSN' as const),
    digits(9).map((all) => `${all.slice(0, 3)}-${all.slice(3, 5)}-${all.slice(5)}`),
  ),
  fc.tuple(
    fc.constant('PHONE' as const),
    digits(7).map((all) => `(603) ${all.slice(0, 3)}-${all.slice(3)}`),
  ),
  fc.tuple(
    fc.constant('MRN' as const),
    digits(8).map((all) => `M${all}`),
  ),
  fc.tuple(
    fc.constant('EMAIL' as const),
    digits(5).map((all) => `p${all}@mail.example`),
  ),
);

/** Ordinary text between identifiers: astral characters, combining marks, CRLF and repeats included. */
export const prose = fc
  .array(
    fc.constantFrom(
      'seen ',
      'today, ',
      'and ',
      'x\r\n',
      'né\u0301e ',
      '😀 ',
      '👩‍⚕️ ',
      '— ',
      'אבג ',
      '\t',
      '. ',
      '"',
      '| ',
      '* ',
      '\\',
      '$& ',
      'a',
    ),
    { maxLength: 6 },
  )
  .map((words) => words.join(''));

export type Story = Readonly<{ text: string; findings: Finding[] }>;

/** A text with identifiers in it, and a finding for each. */
export const story: fc.Arbitrary<Story> = fc
  .array(fc.tuple(prose, identifier), { minLength: 1, maxLength: 12 })
  .map((pieces) => {
    let text = '';
    const findings: Finding[] = [];
    for (const [before, [type, value]] of pieces) {
      text += `${before}; `;
      findings.push({
        type,
        start: text.length,
        end: text.length + value.length,
        score: 0.9,
        because: { detector: 'test', pattern: 'test' },
      });
      text += `${value} `;
    }
    return { text, findings };
  });
