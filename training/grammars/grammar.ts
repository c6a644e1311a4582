// SPDX-License-Identifier: Apache-2.0

/**
 * Texts of one kind: templates whose slots are those of `slots.ts` or the grammar's own `parts`. `share` is how much of the training
 * text is of this kind; `lower` and `upper` say how often such a text is written without capitals, or with nothing else.
 */
export type Grammar = Readonly<{
  id: string;
  share: number;
  lower?: number;
  upper?: number;
  /** How often the names alone are without capitals in such a text. */
  lowerNames?: number;
  texts: readonly string[];
  parts?: Readonly<Record<string, readonly string[]>>;
}>;

/** One template a line. `\n` in a template is a line break. */
export const lines = (table: string): readonly string[] =>
  table
    .split('\n')
    .map((line) => line.trim().replaceAll('\\n', '\n').replaceAll('\\t', '\t'))
    .filter((line) => line !== '');
