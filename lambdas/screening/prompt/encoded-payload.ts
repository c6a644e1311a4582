// SPDX-License-Identifier: Apache-2.0
import type { PromptCheck, Signal, Surroundings } from './check.ts';
import { decodedStretches, reversed, rot13 } from './decode.ts';
import { harmfulRequest } from './harmful-request.ts';
import { instructionOverride } from './instruction-override.ts';
import { phrases, type PhraseTable, signalled } from './phrase.ts';
import { promptExtraction } from './prompt-extraction.ts';
import { rolePlay } from './role-play.ts';
import { view } from './view.ts';

const asking: PhraseTable = [
  [
    0.5,
    'decode|decrypt|decipher|deobfuscate|unscramble|unencrypt ..8 and|then ..2 follow|execute|answer|do|respond|obey|run|perform|carry|reply|tell|comply|act|explain',
    'decode|decrypt|decipher|unscramble|translate ..6 base64|hex|hexadecimal|binary|morse|rot13|cipher|caesar|ascii|leetspeak|leet|pig',
    'respond|reply|answer|output|communicate|speak ..4 only|in|using|to|with ..2 base64|hexadecimal|rot13|morse|caesar|cipher|binary|leetspeak|leet|base32|hex|ciphers',
    'in|to|as|using base64|rot13|hexadecimal|hex|base32|morse ..8 your|the ..3 instructions|prompt|password|rules|response|answer|reply',
    'encode|translate|write|convert ..6 your|each|every|user|part ..4 in|using|to|with ..2 base64|rot13|hexadecimal|hex|base32|morse|binary|leetspeak',
    'encoded|encrypted|obfuscated|hidden ..4 instruction|instructions|message|command|prompt|question ..4 follow|execute|decode|answer|below|obey',
    'part 1|one|a ..12 part 2|two|b ..10 combine|answer|interlace|concatenate|together|join',
    'answer|combine|interlace|join|use ..6 parts ..4 part 1|one|a',
    'interlace|interleave|concatenate|combine ..3 part|parts|strings|variables|letters|following',
    'first ..2 letter|letters|word ..3 each|every ..2 line|word|sentence ..8 spell|reveal|follow|instruction|password|forms',
    'translate ..12 then ..3 execute|follow|perform|obey|answer|do ..2 it|that|what|the|its',
    'read|write|answer ..3 backwards|backward ..6 follow|execute|instruction|and',
    'reverse|reversed ..4 text|string|words|sentence ..8 follow|execute|obey|answer|instruction',
  ],
];
const search = phrases(asking);
const inner = [instructionOverride, promptExtraction, harmfulRequest, rolePlay];
const alone: Surroundings = {
  policy: { languages: ['en'], denied: { topics: [], words: [] }, models: [] },
  totalLength: 0,
  documents: 0,
};

// a = "ign", b = "ore the"; x = a + b
const assigned = /\b[a-z]\w{0,11}\s{0,2}=\s{0,2}["'“‘]([^"'“”‘’\n]{1,200})["'”’]/g;
const spliced = /\b[a-z]\w{0,11}\s{0,2}(?:\+|\.\.)\s{0,2}[a-z]\w{0,11}/;
// "ig" + "nore"
const literals = /["'“][^"'“”\n]{1,40}["'”]\s{0,2}\+\s{0,2}["'“][^"'“”\n]{1,40}["'”]/g;
// Cheap signs that reading on is worth it: "the", "ignore", "instructions" as they look turned or backwards.
const turned = /\b(?:gur|lbhe|vtaber|vafgehpgvbaf|cebzcg|erirny|flfgrz)\b/;
const backwards = /\b(?:eht|ruoy|erongi|snoitcurtsni|tpmorp|laever|metsys|drowssap|tegrof)\b/;

/** A text that is turned or backwards is read so far around the first sign of it. UTF-16 code units. */
const longestPuzzle = 8000;
/** So many assignments or pieces are put together. */
const mostPieces = 64;
const enough = 0.5;

/** How much what a text says weighs by itself. */
function weightOf(said: string): number {
  const slot = view({ kind: 'message', text: said });
  return inner.flatMap(({ check }) => check(slot, alone)).reduce((sum, { weight }) => sum + weight, 0);
}

/** What the parts of a text spell when they are put together: variables, literals, letters turned or backwards. */
function* puzzles(folded: string): Generator<{ said: string; start: number; end: number }> {
  const variables = Array.from(folded.matchAll(assigned)).slice(0, mostPieces);
  const first = variables[0];
  if (first !== undefined && variables.length > 1 && spliced.test(folded)) {
    const parts = variables.map((variable) => variable[1] ?? '');
    for (const said of [parts.join(''), parts.join(' ')])
      yield { said, start: first.index, end: folded.length };
  }
  for (const literal of Array.from(folded.matchAll(literals)).slice(0, mostPieces)) {
    const joined = literal[0].replaceAll(/["'“”]\s{0,2}\+\s{0,2}["'“”]|["'“”]/g, '');
    // The rest of the sentence belongs to it: 'how to make a b" + "omb"'.
    const before = folded.slice(Math.max(0, literal.index - 60), literal.index);
    yield { said: before + joined, start: literal.index, end: literal.index + literal[0].length };
  }
  for (const [sign, read] of [
    [turned, rot13],
    [backwards, reversed],
  ] as const) {
    const at = folded.search(sign);
    if (at < 0) continue;
    const start = Math.max(0, at - longestPuzzle / 2);
    const end = Math.min(folded.length, at + longestPuzzle / 2);
    yield { said: read(folded.slice(start, end)), start, end };
  }
}

/** Instructions in an encoding, in pieces, backwards or turned by 13 letters. */
export const encodedPayload: PromptCheck = {
  name: 'encoded-payload',
  looksAt: 'both',
  check(slot) {
    const signals: Signal[] = signalled(slot, 'payload-smuggling', search(slot.tokens));
    // Readable text inside an encoding is odd in a prompt; instructions inside it are an attack.
    for (const { start, end, said } of decodedStretches(slot.text))
      signals.push({ code: 'payload-smuggling', weight: weightOf(said) > 0.2 ? 1 : enough, start, end });
    if (slot.readings.length > 0) {
      const plain = weightOf(slot.text);
      const whole = { start: 0, end: slot.text.length };
      if (slot.readings.some((reading) => weightOf(reading) >= plain + enough))
        signals.push({ code: 'payload-smuggling', weight: 1, ...whole });
    }
    for (const { said, start, end } of puzzles(slot.folded))
      if (weightOf(said) >= enough)
        signals.push({ code: 'payload-smuggling', weight: 1, ...slot.place(start, end) });
    return signals;
  },
};
