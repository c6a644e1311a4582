// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { givenBefore } from '../../lambdas/recognizers/tagger/given-before.ts';

/** What belongs to the last word of `upTo`, a found name, with what follows it in the text. */
const before = (upTo: string, behind: string) => {
  const start = upTo.lastIndexOf(' ') + 1;
  return upTo.slice(start - givenBefore(upTo + behind, { start, end: upTo.length }), start);
};

describe('a given name that is a word', () => {
  it.each([
    ['a verb', 'Will Quill', ' and his son were seen', 'Will '],
    ['a month', 'Labs of April Quill', ' are back', 'April '],
    ['initials', 'a note for DJ Quill', ', please', 'DJ '],
    ['initials with full stops', 'for C.J. Quill', '', 'C.J. '],
    ['a colour', 'Jade Quill', ' denies pain', 'Jade '],
  ])('belongs to the family name: %s', (_why, upTo, behind, given) => {
    expect(before(upTo, behind)).toBe(given);
  });
  it.each([
    ['a question', 'Will Quill', ' be discharged?'],
    ['another question', 'May Quill', ' take ibuprofen?'],
    ['a month', 'In May Quill', ' came back'],
    ['a season', 'since last Summer Quill', ' is well'],
    ['another word', 'Today Quill', ' is well'],
    ['a part of a word', 'Goodwill Quill', ''],
    ['an abbreviation', 'per MRI Quill', ''],
  ])('is none: %s', (_why, upTo, behind) => {
    expect(before(upTo, behind)).toBe('');
  });
});
