// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { recognizersAt } from '../../lambdas/recognizers/index.ts';
import { detectIn } from '../../lambdas/screening/answer/read-answer.ts';
import { map, policies } from './answer/given.ts';

const found = (text: string): string[] =>
  detectIn([text], { map, policy: policies.healthcare, recognizers: recognizersAt(2026) }).findings.flatMap(
    (each) => each.map(({ start, end }) => text.slice(start, end)),
  );

describe('a title before a placeholder', () => {
  it.each([
    'Draft a letter to Mrs. [NAME_1_7K]: her cough is better.',
    'Dear Mrs. [NAME_1_7K],\nwe write to you about your case.',
    'Ask Dr. [NAME_1_7K] about it, or Mr. [NAME_1_7K].',
    // What comes before says that a name follows: then the title alone is found, without its dot.
    'Patient: Mr. [NAME_1_7K]',
    'Name: Prof. Dr. [NAME_1_7K]',
    'Emergency contact: Mrs. [NAME_1_7K], his wife.',
    'Also her brother Mr. [NAME_1_7K].',
    'Her husband, Dr. [NAME_1_7K], called.',
    'I spoke with Mr. [NAME_1_7K] and Mrs. [NAME_1_7K].',
    'Interpreter: Señora [NAME_1_7K]. Patient: Sr. [NAME_1_7K].',
    'Mr. and Mrs. [NAME_1_7K] came. So did Dr. & Mrs. [NAME_1_7K].',
  ])('is nobody’s: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['Dear Mrs. Kowalska, and Mrs. [NAME_1_7K]', /Kowalska/],
    ['Dear Mr. Otto [NAME_1_7K]', /Otto/],
    ['Patient: Mr. Otto [NAME_1_7K]', /Otto/],
    ['Also her brother Mr. Otto. [NAME_1_7K] came.', /Otto/],
  ])('takes no name with it: %s', (text, wanted) => {
    expect(found(text).join(' ')).toMatch(wanted);
  });
});
