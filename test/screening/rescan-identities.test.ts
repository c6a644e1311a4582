// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { type RescanLine, rescanFromIdentities } from '../../lambdas/screening/rescan-identities.ts';
import { invented, policies } from './answer/given.ts';

const rescan = (line: Partial<RescanLine>) =>
  rescanFromIdentities({
    question: '',
    answer: '',
    identities: { '[NAME_1_7K]': 'Marisol Ferreira-Quint', '[DATE_1_9Q]': 'March 3, 2025' },
    ...line,
    policy: policies.healthcare,
    recognizers: [invented],
  });
const codes = (line: Partial<RescanLine>) => rescan(line).verdict.reasons.map((reason) => reason.code);

describe('the placeholders that are given', () => {
  it.each([
    ['are the valid ones', '[NAME_1_7K] came.', []],
    ['in damaged form too', '**[name_1_7k]** came.', []],
    ['with other check characters are not', '[NAME_1_7X] came.', ['placeholder-damaged']],
    ['of others are not', '[NAME_2_QX] came.', ['placeholder-unknown']],
    ['are distances from the first date too', 'Come on [DATE_1_9Q+42d].', []],
    ['hide a value that may not be told', 'Marisol came.', ['original-value']],
  ])('%s: %s', (_what, answer, expected) => expect(codes({ answer })).toEqual(expected));

  it('are put back', () => {
    expect(rescan({ answer: '[NAME_1_7K], [DATE_1_9Q+42d]' }).restored).toBe(
      'Marisol Ferreira-Quint, April 14, 2025',
    );
  });

  it.each([
    ['without brackets', { NAME_1_7K: 'Marisol' }, '[NAME_1_7K] came.'],
    ['in small letters', { '[name_1_7k]': 'Marisol' }, '[NAME_1_7K] came.'],
    ['of another make', { '<PERSON_1>': 'Marisol' }, '<PERSON_1> came.'],
    ['of a type nobody knows', { '[PATIENT_1_7K]': 'Marisol' }, '[PATIENT_1_7K] came.'],
    ['with an empty value', { '[NAME_1_7K]': 'Marisol', '[NAME_2_H3]': '' }, '[NAME_1_7K] came.'],
  ])('may be written %s', (_what, identities, answer) => {
    const { verdict, restored } = rescan({ identities, answer });
    expect([verdict.verdict, restored]).toEqual(['pass', 'Marisol came.']);
  });

  it('may be none', () => expect(codes({ identities: {}, answer: 'Rest.' })).toEqual([]));
});

describe('the context', () => {
  it.each([
    ['one text', 'The dose was 5 units at noon. Weight 70 kg.'],
    ['several', ['Weight 70 kg.', 'More.']],
  ])('may be %s', (_what, context) => {
    expect(codes({ context, answer: 'Weight was 70 kg.' })).toEqual([]);
    expect(codes({ context, answer: 'Weight was 77 kg.' })).toEqual(['ungrounded']);
  });
  it('may be absent', () => expect(codes({ answer: 'Weight was 77 kg.' })).toEqual([]));
});

it('runs the recognizers', () =>
  expect(codes({ answer: 'It is QQ-4417.' })).toEqual(['residual-identifier']));
