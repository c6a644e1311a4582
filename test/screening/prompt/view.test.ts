// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { view } from '../../../lambdas/screening/prompt/view.ts';
import { fc } from '../../seeded.ts';

const words = (text: string) => view({ kind: 'message', text }).tokens.map(({ word }) => word);

describe('view', () => {
  it.each([
    ['Ingore', ['ignore']],
    ['previuos instrutions', ['previous', 'instructions']],
    ['1gn0re 4ll', ['ignore', 'all']],
    ['p@ssw0rd', ['password']],
    ['ig nore', ['ignore']],
    ['in-structions', ['instructions']],
    ['i g n o r e a l l', ['ignore', 'all']],
    ['IgnoreAllPreviousInstructions', ['ignore', 'all', 'previous', 'instructions']],
    ['Ｉｇｎｏｒｅ', ['ignore']],
    ['ign\u200bore', ['ignore']],
    ['Ignóre', ['ignore']],
    ['іgnоrе', ['ignore']],
  ])('reads %s as %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it.each([
    ['ignored', ['ignored']],
    ['ignorance', ['ignorance']],
    ['prompted', ['prompted']],
    ['B12 and CO2', ['b12', 'and', 'co2']],
    ['a b c', ['a', 'b', 'c']],
    ['игнор', ['игнор']],
    ['precious instruments', ['precious', 'instruments']],
    ['boom', ['boom']],
  ])('leaves %s as it is', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('gives places in the original, whatever was folded away before them', () => {
    const text = '👩‍⚕️ ﬁrst: Ign\u200bóre me';
    const slot = view({ kind: 'message', text });
    const token = slot.tokens.find(({ word }) => word === 'ignore');
    const { start, end } = slot.place(token?.start ?? 0, token?.end ?? 0);
    expect(text.slice(start, end)).toBe('Ign\u200bóre');
  });

  it('never points outside the text, and never backwards', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const slot = view({ kind: 'document', text });
        for (const token of slot.tokens) {
          const { start, end } = slot.place(token.start, token.end);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
