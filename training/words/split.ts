// SPDX-License-Identifier: Apache-2.0

/** Entries of a table that is written with bars between them. */
export const split = (table: string): readonly string[] =>
  table
    .split('|')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
