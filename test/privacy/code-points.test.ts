// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { codePoints } from '../../lambdas/privacy/code-points.ts';

describe('an offset in code points is turned into UTF-16 code units', () => {
  it.each([
    ['plain text', 'Anna Keller', 5, 5],
    ['the end of plain text', 'Anna', 4, 4],
    ['beyond the end of plain text', 'Anna', 5, undefined],
    ['after one emoji', '😀 John Smith', 2, 3],
    ['after two', '😀😀John', 2, 4],
    ['the end of a text with emoji', '😀a', 2, 3],
    ['beyond the end of a text with emoji', '😀a', 3, undefined],
    ['combining marks are points of their own', 'e\u0301a', 2, 2],
    ['an empty text', '', 0, 0],
  ])('%s', (_what, text, offset, expected) => expect(codePoints(text)(offset)).toBe(expected));

  it('as Array.from counts them, everywhere in a text', () => {
    const text = 'a😀b👩‍⚕️é漢字𐍈z';
    const toUnits = codePoints(text);
    const points = Array.from(text);
    for (let offset = 0; offset <= points.length; offset += 1)
      expect(toUnits(offset)).toBe(points.slice(0, offset).join('').length);
  });
});
