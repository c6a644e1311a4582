// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { sentenceChunks } from '../../lambdas/screening/sentence-chunks.ts';
import { fc } from '../seeded.ts';

describe('cutting a text on sentence borders', () => {
  it('leaves a short text alone', () => expect(sentenceChunks('One. Two.', 100, 10)).toEqual(['One. Two.']));

  it('cuts after a sentence and begins again before the border', () => {
    const text = `${'a'.repeat(80)}. ${'b'.repeat(60)}`;
    expect(sentenceChunks(text, 100, 10)).toEqual([
      `${'a'.repeat(80)}. `,
      `${'a'.repeat(8)}. ${'b'.repeat(60)}`,
    ]);
  });

  it('keeps every piece within the limit, loses nothing, and keeps what is no longer than the overlap whole', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b ', '. ', '\n', '😀', 'é', '? '), maxLength: 400 }),
        fc.nat(),
        (text, seed) => {
          const pieces = sentenceChunks(text, 64, 12);
          expect(pieces.every((piece) => piece.length <= 64 && piece.isWellFormed())).toBe(true);
          const at = text.length === 0 ? 0 : seed % text.length;
          const part = text.slice(at, at + 11);
          if (part.isWellFormed()) expect(pieces.some((piece) => piece.includes(part))).toBe(true);
        },
      ),
    );
  });
});
