// SPDX-License-Identifier: Apache-2.0
import { expect, it } from '@jest/globals';
import { codePointOffsets } from '../../../local/commands/code-points.ts';
import { fc } from '../../seeded.ts';

it('an offset in code units is the number of code points before it, lone surrogates counted as one', () => {
  const part = fc.constantFrom('a', 'é', '😀', '\ud83d', '\ude00', '\n');
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      const offset = codePointOffsets(text);
      let units = 0;
      Array.from(text).forEach((character, index) => {
        expect(offset(units)).toBe(index);
        units += character.length;
      });
      expect(offset(units)).toBe(Array.from(text).length);
    }),
  );
});
