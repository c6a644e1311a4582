// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { detect } from '../../lambdas/privacy/detect.ts';
import { emptyIdentityMap } from '../../lambdas/privacy/identity-map.ts';
import { withoutImpersonal } from '../../lambdas/privacy/impersonal.ts';
import { recognizers } from '../../lambdas/recognizers/index.ts';

const empty = emptyIdentityMap(Buffer.alloc(32, 3).toString('base64url'));
const left = (...texts: readonly string[]) =>
  withoutImpersonal(
    texts.map((text) => ({ text, findings: detect(text, { recognizers, threshold: 0.35 }).findings })),
    empty,
  ).flatMap(({ text, findings }) => findings.map(({ start, end }) => text.slice(start, end)));

describe('a question of knowledge about somebody who stands for many keeps', () => {
  it.each([
    ['a month', 'For a 30-year-old woman with migraines since March 2022, list preventive options.'],
    ['a month in numbers', 'Evidence for SGLT2 inhibitors in an adult with CKD known since 06/2021?'],
    ['a metropolitan area', 'Recommended diet for a patient from the Tulsa metro area in summer?'],
  ])('%s', (_what, text) => {
    expect(detect(text, { recognizers, threshold: 0.35 }).findings).not.toEqual([]);
    expect(left(text)).toEqual([]);
  });
});

describe('everything is covered where', () => {
  it.each([
    [
      'a day is told',
      'Treatment options for a 40-year-old man with gout since March 3, 2022?',
      'March 3, 2022',
    ],
    [
      'it is about one patient',
      'My patient, a 40-year-old man, has had gout since March 2022: options?',
      'March 2022',
    ],
    [
      'somebody has been spoken of',
      'She has had gout since March 2022: options for a woman of 40?',
      'March 2022',
    ],
    [
      'it is an admission',
      'A 62-year-old man was admitted in August 2023 with gout. Options?',
      'August 2023',
    ],
    [
      'a note begins so',
      'Patient is a 61-year-old man, started chemo in May 2025. Side effects?',
      'May 2025',
    ],
    ['a note begins so, in short', 'Pt a 30 y/o male, fell in June 2025, what management?', 'June 2025'],
    [
      'it is a diagnosis',
      'A 42-year-old woman was diagnosed with gout in March 2024: what are treatment options?',
      'March 2024',
    ],
    ['it is a birth', 'Guidelines for a man born in May 1950 with gout?', 'May 1950'],
    [
      'a disease is rare',
      'Options for a man of 40, a patient with fatal familial insomnia since March 2022?',
      'March 2022',
    ],
    ['nothing is asked', 'A 70-year-old woman, on warfarin since March 2022.', 'March 2022'],
    [
      'it is a record that is asked for',
      'Summarize the therapy of a woman with gout since March 2022',
      '2022',
    ],
    [
      'there is a name',
      'Options for Odile Quillfeather, a 40-year-old woman with gout since March 2022?',
      'March 2022',
    ],
    [
      'there are two things',
      'Options for a woman from the Tulsa metro area with gout since March 2022?',
      'Tulsa',
    ],
    ['it is a town', 'Recommended diet for a patient in Boise with gout?', 'Boise'],
    ['it is a county', 'Recommended diet for a patient from Lincoln County with gout?', 'Lincoln County'],
  ])('%s', (_why, text, value) => {
    expect(left(text).some((found) => found.includes(value))).toBe(true);
  });

  it('another text of the request stands beside it', () => {
    const text = 'For a 30-year-old woman with migraines since March 2022, list preventive options.';
    expect(left(text, 'Be brief.')).toEqual(['March 2022']);
    expect(left(text, ' ')).toEqual([]);
  });
});
