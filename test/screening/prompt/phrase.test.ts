// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { fold } from '../../../lambdas/screening/prompt/fold.ts';
import { phrases } from '../../../lambdas/screening/prompt/phrase.ts';
import { tokenise } from '../../../lambdas/screening/prompt/token.ts';

const found = (pattern: string, text: string) =>
  phrases([[1, pattern]])(tokenise(fold(text).folded)).map(({ start, end }) => text.slice(start, end));

describe('phrases', () => {
  it.each([
    ['a b', 'x a b y', ['a b']],
    ['a b', 'x a, B y', ['a, B']],
    ['a|c b', 'c b', ['c b']],
    ['lov* me', 'loving me', ['loving me']],
    ['a ..2 b', 'a x y b', ['a x y b']],
    ['a ..2 b ..1 c', 'a b x b c', ['a b x b c']],
    ['^ a b', 'x. a b', ['a b']],
    ['a ...2 b', 'a. b', ['a. b']],
    // One word a line is no way to hide a phrase.
    ['a b c', 'a\nb\nc', ['a\nb\nc']],
    ['don t', "don't", ["don't"]],
    ['naive', 'Naïve', ['Naïve']],
    ['a b', 'a a b', ['a b']],
  ])('finds "%s" in "%s"', (pattern, text, expected) => {
    expect(found(pattern, text)).toEqual(expected);
  });

  it.each([
    ['a b', 'b a'],
    ['a b', 'a x b'],
    ['a b', 'a. b'],
    ['c d', 'a b c\nd e f'],
    ['a b', 'a\n\nb'],
    ['a ..2 b', 'a x y z b'],
    ['^ a b', 'x a b'],
    ['lov me', 'loving me'],
    ['a b', 'a bc'],
  ])('does not find "%s" in "%s"', (pattern, text) => {
    expect(found(pattern, text)).toEqual([]);
  });

  it('counts a pattern once, however often it occurs', () => {
    expect(found('a b', 'a b a b a b')).toEqual(['a b']);
  });

  it('refuses a word class that does not exist', () => {
    expect(() => phrases([[1, '@nosuch thing']])).toThrow(TypeError);
  });
});
