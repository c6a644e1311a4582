// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import type { Recognizer } from '../../lambdas/recognizers/recognizer.ts';

/** The values a recognizer finds in a text, each once. */
export const valuesIn = (recognizer: Pick<Recognizer, 'find'>, text: string) => [
  ...new Set(recognizer.find(text).map(({ start, end }) => text.slice(start, end))),
];

/**
 * A recognizer's table: texts with what must be found in them, and texts in which nothing may be.
 * Every row says what it stands for, and there are no more of the first than of the second.
 */
export function recognizes(
  recognizer: Recognizer,
  table: Readonly<{
    finds: readonly (readonly [why: string, text: string, value: string])[];
    ignores: readonly (readonly [why: string, text: string])[];
  }>,
): void {
  describe(`the ${recognizer.name} recognizer`, () => {
    it.each(table.finds)('finds %s', (_why, text, value) => {
      expect(valuesIn(recognizer, text)).toContain(value);
    });
    it.each(table.ignores)('ignores %s', (_why, text) => {
      expect(valuesIn(recognizer, text)).toEqual([]);
    });
    it('is tried on as many texts that it must leave alone', () =>
      expect(table.ignores.length).toBeGreaterThanOrEqual(table.finds.length));
    it('reports only its own types, with a reason, inside the text', () => {
      for (const [, text] of table.finds)
        for (const finding of recognizer.find(text)) {
          expect(recognizer.types).toContain(finding.type);
          expect(finding.start).toBeGreaterThanOrEqual(0);
          expect(finding.end).toBeLessThanOrEqual(text.length);
          expect(finding.score).toBeGreaterThan(0);
          expect(finding.score).toBeLessThanOrEqual(1);
          expect(JSON.stringify(finding.because)).not.toContain(text.slice(finding.start, finding.end));
        }
    });
  });
}
