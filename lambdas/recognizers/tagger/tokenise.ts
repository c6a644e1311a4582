// SPDX-License-Identifier: Apache-2.0
import {
  digitChar,
  kindOf,
  lineChar,
  lowerChar,
  lowerOf,
  otherLetter,
  spaceChar,
  upperChar,
} from './characters.ts';
import { addToHash, emptyHash } from './hash.ts';
import { shapes, type Tokens } from './tokens.ts';

const isLetter = (kind: number) => kind >= lowerChar && kind <= otherLetter;
const isApostrophe = (code: number) => code === 0x27 || code === 0x2019 || code === 0x2bc || code === 0x60;

function suffix(text: string, start: number, end: number, length: number): number {
  let hash = emptyHash;
  for (let at = Math.max(start, end - length); at < end; at += 1)
    hash = addToHash(hash, lowerOf(text.charCodeAt(at)));
  return hash;
}

/** `O'Brien` and `D'Angelo` are one word; `Smith's` and `don't` are two. */
function apostropheJoins(text: string, start: number, at: number, limit: number): boolean {
  if (!isApostrophe(text.charCodeAt(at)) || at - start > 2) return false;
  let letters = 0;
  while (letters < 3 && at + 1 + letters < limit && isLetter(kindOf(text.charCodeAt(at + 1 + letters))))
    letters += 1;
  return letters === 3;
}

function addWord(tokens: Tokens, text: string, start: number, limit: number): number {
  const id = tokens.count;
  let uppers = 0;
  let lowers = 0;
  let hash = emptyHash;
  let at = start;
  for (; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === upperChar) uppers += 1;
    else if (kind === lowerChar) lowers += 1;
    else if (kind !== otherLetter && !(at > start && apostropheJoins(text, start, at, limit))) break;
    hash = addToHash(hash, lowerOf(code));
    if (at === start + 2) tokens.prefix[id] = hash;
  }
  const length = at - start;
  if (length < 3) tokens.prefix[id] = hash;
  tokens.word[id] = hash;
  tokens.suffix2[id] = suffix(text, start, at, 2);
  tokens.suffix3[id] = suffix(text, start, at, 3);
  tokens.suffix4[id] = suffix(text, start, at, 4);
  const first = kindOf(text.charCodeAt(start)) === upperChar;
  if (uppers === 0) tokens.shape[id] = lowers === 0 ? shapes.uncased : shapes.lower;
  else if (lowers === 0) tokens.shape[id] = length === 1 ? shapes.initial : shapes.upper;
  else tokens.shape[id] = first && uppers === 1 ? shapes.capitalised : shapes.mixed;
  return at;
}

function addPlain(tokens: Tokens, shape: number, hash: number): void {
  const id = tokens.count;
  tokens.shape[id] = shape;
  tokens.word[id] = hash;
  tokens.prefix[id] = hash;
  tokens.suffix2[id] = hash;
  tokens.suffix3[id] = hash;
  tokens.suffix4[id] = hash;
}

function skip(text: string, from: number, limit: number, kind: number): number {
  let at = from;
  while (at < limit && kindOf(text.charCodeAt(at)) === kind) at += 1;
  return at;
}

/** Line breaks, and the white space between them, are one token: `blank` where a line between is empty. */
function addLine(tokens: Tokens, text: string, from: number, limit: number): number {
  let at = from;
  let breaks = 0;
  for (; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === lineChar) breaks += code === 0x0d && text.charCodeAt(at + 1) === 0x0a ? 0 : 1;
    else if (kind !== spaceChar) break;
  }
  addPlain(tokens, breaks > 1 ? shapes.blank : shapes.line, breaks > 1 ? 2 : 1);
  return at;
}

/** All digits are alike but for their number: `digits` of up to six, or more. */
const digitHash = (length: number) => 16 + Math.min(length, 7);

/**
 * Splits `text` from `from` to `to` into `tokens` (which must have room for `to - from`): words, runs of digits, single
 * symbols and line breaks. Linear: every code unit is looked at a bounded number of times.
 */
export function tokenise(text: string, from: number, to: number, tokens: Tokens): Tokens {
  tokens.count = 0;
  let at = from;
  let spaced = true;
  while (at < to) {
    const code = text.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === spaceChar) {
      at += 1;
      spaced = true;
      continue;
    }
    const id = tokens.count;
    const start = at;
    tokens.apart[id] = spaced ? 1 : 0;
    spaced = false;
    if (isLetter(kind)) at = addWord(tokens, text, at, to);
    else if (kind === lineChar) {
      at = addLine(tokens, text, at, to);
      spaced = true;
    } else if (kind === digitChar) {
      at = skip(text, at, to, digitChar);
      addPlain(tokens, shapes.digits, digitHash(at - start));
    } else {
      at += 1;
      addPlain(tokens, shapes.symbol, addToHash(emptyHash, isApostrophe(code) ? 0x27 : code));
    }
    tokens.start[id] = start;
    tokens.end[id] = at;
    tokens.count += 1;
  }
  return tokens;
}
