// SPDX-License-Identifier: Apache-2.0
import { shapes, type Tokens } from './tokens.ts';

/** How a line is written: capitals mean nothing in a line that has only capitals, or none. */
export const modes = { usual: 0, lower: 1, upper: 2, title: 3, lowerInCased: 4 } as const;

/** Notes for each token, from `margin`, how its line is written. */
export function setModes(tokens: Tokens, mode: Uint8Array, margin: number): void {
  let cased = false;
  for (let at = 0; at < tokens.count && !cased; at += 1) {
    const shape = tokens.shape[at] ?? 0;
    cased = shape === shapes.capitalised || shape === shapes.mixed;
  }
  let start = 0;
  while (start < tokens.count) {
    let end = start;
    let lower = 0;
    let ordinaryLower = 0;
    let capital = 0;
    let upper = 0;
    for (; end < tokens.count; end += 1) {
      const shape = tokens.shape[end];
      if (shape === shapes.line || shape === shapes.blank) break;
      if (shape === shapes.lower) {
        lower += 1;
        if ((tokens.end[end] ?? 0) - (tokens.start[end] ?? 0) > 3) ordinaryLower += 1;
      } else if (shape === shapes.capitalised || shape === shapes.mixed) capital += 1;
      else if (shape === shapes.upper) upper += 1;
    }
    let found: number = modes.usual;
    if (capital === 0 && lower > 0 && upper <= lower) found = cased ? modes.lowerInCased : modes.lower;
    else if (upper > 1 && upper > 3 * (lower + capital)) found = modes.upper;
    else if (capital > 1 && ordinaryLower === 0) found = modes.title;
    mode.fill(found, start + margin, Math.min(end + 1, tokens.count) + margin);
    start = end + 1;
  }
}
