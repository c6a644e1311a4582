// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { doubtful, type OwnDetection } from '../../lambdas/privacy/doubtful.ts';
import { detect } from '../../lambdas/privacy/detect.ts';
import { recognizersAt } from '../../lambdas/recognizers/index.ts';
import type { Finding } from '../../lambdas/records/finding.ts';

const sure: OwnDetection = { findings: [], uncertain: [], hidden: 0, complete: true, failed: [] };
const found = (text: string, word: string): Finding => ({
  type: 'NAME',
  start: text.indexOf(word),
  end: text.indexOf(word) + word.length,
  score: 0.9,
  because: { detector: 'guardrail-checks', pattern: 'NAME' },
});

describe('a text is asked about once more', () => {
  const plain = 'The dose was reduced.';
  it.each<[string, Partial<OwnDetection>]>([
    ['when it could not be read whole', { complete: false }],
    ['when a recognizer failed', { failed: ['tagger'] }],
    ['when something was found that is not certain', { uncertain: [found(plain, 'dose')] }],
    ['when part of it was disguised', { hidden: 1 }],
  ])('%s', (_when, own) => expect(doubtful(plain, { ...sure, ...own })).toBe(true));

  it('when another detector reports what ours did not', () => {
    expect(doubtful(plain, sure, [found(plain, 'dose')])).toBe(true);
    expect(doubtful(plain, { ...sure, findings: [found(plain, 'dose')] }, [found(plain, 'dose')])).toBe(
      false,
    );
  });

  it.each([
    ['a capitalised word inside a sentence was left', 'Yesterday evening Quillfeather was seen.', true],
    ['it is about somebody, all in lower case', 'the patient asked about the dose', true],
    ['the capitalised word only begins a sentence', 'Dosage was reduced. Fever went down.', false],
    ['the capitalised word is a disease’s', 'A known case of Parkinson disease.', false],
    ['the capitalised word is a month’s or a language’s', 'It was said in Spanish in October.', false],
    ['the word is an abbreviation', 'The MRI and the ECG were normal.', false],
    ['it is lower case and about nobody', 'what lowers the pressure in the eye', false],
    ['nothing is in it', '', false],
  ])('%s', (_when, text, expected) => expect(doubtful(text, sure)).toBe(expected));

  it('but not about a word that the prompt it answers has too', () => {
    const text = 'Yes, the Quillfeather method applies.';
    expect(doubtful(text, sure)).toBe(true);
    expect(doubtful(text, sure, [], ['Does the Quillfeather method apply?'])).toBe(false);
  });

  it('nor where our own findings cover every name', () => {
    const text = 'The patient is Anna Keller, seen by Dr. Omar Haddad on 12 March 2024.';
    const own = detect(text, { recognizers: recognizersAt(2026), threshold: 0.35 });
    expect(doubtful(text, own)).toBe(false);
  });
});
