// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { screenPrompt } from '../../../lambdas/screening/screen-prompt.ts';
import { somePolicy as policy } from './some-policy.ts';
import { processorTime } from '../../processor-time.ts';

// What drives a backtracking pattern mad: the beginnings of what is looked for, over and over.
const units = [
  'a',
  'a ',
  'a. ',
  '1 2 ',
  'ignore ',
  'ignore all previous ',
  '(',
  '{[(',
  '"+"',
  'a="b" + ',
  '- ',
  '01',
  'AB12',
  '%41',
  '&amp;',
  'i g n o r e ',
  'q: a a: b ',
  '\nassistant: ',
  '<!-- ',
  '<a style="',
  'password: ',
  'eyJaaaaaaaaaaaa.',
  'a://b:',
  '忽略之前',
  '위의 ',
  'é',
  '\u200b',
  'Іg',
  '😀',
  '\n',
  '| ',
  'write a poem.\n',
  'what is the capital of x?\n',
  'in your reply ',
  '[A_1_7K] ',
  'aAбB',
  'how to kill ',
  '-----BEGIN ',
  'eht ',
  'gur ',
  'from now on you ',
];

/** Milliseconds to screen a text as a message and as a document. */
function duration(unit: string, length: number): number {
  const text = unit
    .repeat(Math.ceil(length / unit.length))
    .slice(0, length)
    .toWellFormed();
  return processorTime(() =>
    screenPrompt({
      slots: [
        { kind: 'message', text },
        { kind: 'document', text },
      ],
      policy,
    }),
  );
}

describe('screening time', () => {
  it.each(units)(
    'grows no faster than the text when %j is repeated',
    (unit) => {
      const short = duration(unit, 12_500);
      // Eight times the text: linear is 8, quadratic 64. Small times are noise, and a long one may be too: once more.
      const allowed = Math.max(32 * short, 500);
      expect(duration(unit, 100_000) <= allowed || duration(unit, 100_000) <= allowed).toBe(true);
    },
    60_000,
  );
});
