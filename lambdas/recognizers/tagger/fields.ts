// SPDX-License-Identifier: Apache-2.0
import { addToHash, emptyHash, mix } from './hash.ts';
import { shapes, type Tokens } from './tokens.ts';

const colon = addToHash(emptyHash, 0x3a);
const equals = addToHash(emptyHash, 0x3d);
const enders = new Set(
  ['|', ';', '\t', '.', '?', '!'].map((char) => addToHash(emptyHash, char.charCodeAt(0))),
);
const fieldReach = 14;

/** Notes for each token, from `margin`, the label of the form field it stands in: its last word, and its last two. */
export function setFields(tokens: Tokens, field: Int32Array, fieldPair: Int32Array, margin: number): void {
  let last = 0;
  let beforeLast = 0;
  let current = 0;
  let currentPair = 0;
  let reach = 0;
  for (let at = 0; at < tokens.count; at += 1) {
    const shape = tokens.shape[at] ?? 0;
    const word = tokens.word[at] ?? 0;
    if (shape <= shapes.line) {
      // A label may stand alone on its line, with its value on the next.
      if (reach !== fieldReach) current = 0;
      last = 0;
      beforeLast = 0;
    } else if (shape === shapes.symbol) {
      if ((word === colon || word === equals) && last !== 0) {
        current = last;
        currentPair = mix(last, beforeLast);
        reach = fieldReach;
        continue;
      }
      if (enders.has(word) && (word !== addToHash(emptyHash, 0x2e) || reach < fieldReach - 2)) current = 0;
    } else {
      beforeLast = last;
      last = word;
    }
    if (current !== 0 && reach > 0) {
      field[at + margin] = current;
      fieldPair[at + margin] = currentPair;
      if (shape > shapes.line) reach -= 1;
    } else current = 0;
  }
}
