// SPDX-License-Identifier: Apache-2.0
import { addToHash, emptyHash, hashWord } from './hash.ts';
import { shapes, type Tokens } from './tokens.ts';

/** Words that turn the name before them into the name of a thing: "Wilson disease", "Apgar score". */
const heads = new Set(
  'syndrome syndromes disease diseases disorder lymphoma sarcoma tumor tumour carcinoma anemia palsy dystrophy dysplasia dwarfism ataxia chorea dementia encephalopathy thyroiditis esophagus contracture fracture cyst anomaly malformation phenomenon sign signs test tests score scores scale scales criteria classification index stage grade maneuver procedure retractor clamp forceps catheter drain suture reflex nodes equation law model inventory questionnaire virus fever wort type trial study protocol leukodystrophy neuropathy arteritis purpura deficiency leukemia gangrene hernia ulcer lesion triad rule rules'
    .split(' ')
    .map(hashWord),
);
const dash = addToHash(emptyHash, 0x2d);
const apostrophe = addToHash(emptyHash, 0x27);
const stop = addToHash(emptyHash, 0x2e);
const opening = addToHash(emptyHash, 0x28);
const closing = addToHash(emptyHash, 0x29);
const reach = 4;

/** For each token how many words further such a head stands in the same phrase, or 0. */
export function headsAhead(tokens: Tokens, out: Uint8Array, margin: number): void {
  let distance = 0;
  for (let at = tokens.count - 1; at >= 0; at -= 1) {
    const word = tokens.word[at] ?? 0;
    const shape = tokens.shape[at] ?? 0;
    out[at + margin] = distance;
    if (shape === shapes.symbol) {
      const short = word === stop && (tokens.end[at - 1] ?? 0) - (tokens.start[at - 1] ?? 0) <= 2;
      if (word !== dash && word !== apostrophe && word !== opening && word !== closing && !short)
        distance = 0;
    } else if (shape <= shapes.line) distance = 0;
    else if (heads.has(word)) distance = 1;
    else if (distance > 0) distance = distance === reach ? 0 : distance + 1;
  }
}

const bits = 1 << 18;

/**
 * What the rest of the text says of a capitalised word: 1 where it also stands in lower case, 2 where it is an abbreviation that
 * a bracket explained. Both by hash in a bitmap, so one word in some hundreds is mistaken for another.
 */
export function echoes(tokens: Tokens, out: Uint8Array, margin: number): void {
  const lower = new Int32Array(bits / 32);
  const bracketed = new Int32Array(bits / 32);
  const set = (map: Int32Array, word: number): void => {
    map[(word & (bits - 1)) >>> 5] = (map[(word & (bits - 1)) >>> 5] ?? 0) | (1 << (word & 31));
  };
  const has = (map: Int32Array, word: number): boolean =>
    ((map[(word & (bits - 1)) >>> 5] ?? 0) & (1 << (word & 31))) !== 0;
  for (let at = 0; at < tokens.count; at += 1) {
    const shape = tokens.shape[at];
    if (shape === shapes.lower) set(lower, tokens.word[at] ?? 0);
    else if (shape === shapes.upper && tokens.word[at - 1] === opening && tokens.word[at + 1] === closing)
      set(bracketed, tokens.word[at] ?? 0);
  }
  for (let at = 0; at < tokens.count; at += 1) {
    const shape = tokens.shape[at] ?? 0;
    if (shape < shapes.capitalised || shape > shapes.mixed) continue;
    const word = tokens.word[at] ?? 0;
    out[at + margin] = (has(lower, word) ? 1 : 0) + (shape === shapes.upper && has(bracketed, word) ? 2 : 0);
  }
}
