// SPDX-License-Identifier: Apache-2.0
import type { PromptCheck, Signal } from './check.ts';
import { decodedStretches, reversed, rot13 } from './decode.ts';
import { instructionOverride } from './instruction-override.ts';
import { harmfulRequest } from './harmful-request.ts';
import { phrases, type PhraseTable, signalled } from './phrase.ts';
import { promptExtraction } from './prompt-extraction.ts';
import { view } from './view.ts';

const asking: PhraseTable = [
  [
    0.5,
    'decode|decrypt|decipher|deobfuscate|unscramble|unencrypt ..8 and|then ..2 follow|execute|answer|do|respond|obey|run|perform|carry|reply|tell|comply|act|explain',
    'decode|decrypt|decipher|unscramble|translate ..6 base64|hex|hexadecimal|binary|morse|rot13|cipher|caesar|ascii|leetspeak|leet|pig',
    'respond|reply|answer|output|encode|provide|say|write|communicate|speak ..4 only|in|using|to|with ..2 base64|hexadecimal|rot13|morse|caesar|cipher|binary|leetspeak|leet|base32|hex|ciphers',
    'encoded|encrypted|obfuscated|hidden ..4 instruction|instructions|message|command|prompt|question ..4 follow|execute|decode|answer|below|obey',
    'part 1|one|a ..12 part 2|two|b ..10 combine|answer|interlace|concatenate|together|join',
    'interlace|interleave|concatenate|combine ..3 part|parts|strings|variables|letters|following',
    'first ..2 letter|letters|word ..3 each|every ..2 line|word|sentence ..8 spell|reveal|follow|instruction|password|forms',
    'translate ..12 then ..3 execute|follow|perform|obey|answer|do ..2 it|that|what|the|its',
    'read|write|answer ..3 backwards|backward ..6 follow|execute|instruction|and',
    'reverse|reversed ..4 text|string|words|sentence ..8 follow|execute|obey|answer|instruction',
  ],
];
const search = phrases(asking);
const inner = [instructionOverride, promptExtraction, harmfulRequest];
// a = "ign", b = "ore the"; x = a + b
const assigned = /\b[a-z]\w{0,11}\s{0,2}=\s{0,2}["'“‘]([^"'“”‘’\n]{1,200})["'”’]/g;
const spliced = /\b[a-z]\w{0,11}\s{0,2}(?:\+|\.\.)\s{0,2}[a-z]\w{0,11}/;
// "ig" + "nore"
const splicedLiterals = /["'“][^"'“”\n]{1,40}["'”]\s{0,2}\+\s{0,2}["'“][^"'“”\n]{1,40}["'”]/g;

const surroundings = {
  policy: { languages: ['en'], denied: { topics: [], words: [] }, models: [] },
  totalLength: 0,
  documents: 0,
};

/** How much what a text says, once it is decoded, weighs by itself. */
function saidWeight(said: string): number {
  const slot = view({ kind: 'message', text: said });
  return inner.flatMap(({ check }) => check(slot, surroundings)).reduce((sum, { weight }) => sum + weight, 0);
}

/** Instructions in an encoding, in pieces, backwards or turned by 13 letters. */
export const encodedPayload: PromptCheck = {
  name: 'encoded-payload',
  looksAt: 'both',
  check(slot) {
    const signals: Signal[] = signalled(slot, 'payload-smuggling', search(slot.tokens));
    for (const { start, end, said } of decodedStretches(slot.text)) {
      // Readable text inside an encoding is odd in a prompt; instructions inside it are an attack.
      signals.push({ code: 'payload-smuggling', weight: saidWeight(said) > 0.2 ? 1 : 0.5, start, end });
    }
    const add = (said: string, start: number, end: number) => {
      if (said !== '' && saidWeight(said) >= 0.5)
        signals.push({
          code: 'payload-smuggling',
          weight: 1,
          start: slot.origin(start),
          end: slot.origin(end),
        });
    };
    const variables = Array.from(slot.folded.slice(0, 20_000).matchAll(assigned));
    if (variables.length > 1 && spliced.test(slot.folded)) {
      const first = variables[0]?.index ?? 0;
      const end = slot.folded.length;
      signals.push({
        code: 'payload-smuggling',
        weight: 0.3,
        start: slot.origin(first),
        end: slot.origin(end),
      });
      const parts = variables.slice(0, 12).map((variable) => variable[1] ?? '');
      add(parts.join(''), first, end);
      add(parts.join(' '), first, end);
    }
    const literals = Array.from(slot.folded.slice(0, 20_000).matchAll(splicedLiterals)).slice(0, 8);
    for (const literal of literals)
      add(
        literal[0].replaceAll(/["'“”]\s{0,2}\+\s{0,2}["'“”]|["'“”]/g, ''),
        literal.index,
        literal.index + literal[0].length,
      );
    const whole = slot.folded.slice(0, 4000);
    if (turned.test(whole)) add(rot13(whole), 0, whole.length);
    if (backwards.test(whole)) add(reversed(whole), 0, whole.length);
    return signals;
  },
};

// Cheap signs that decoding is worth it: "the", "ignore", "instructions" as they look turned or backwards.
const turned = /\b(?:gur|lbhe|vtaber|vafgehpgvbaf|cebzcg|erirny|flfgrz)\b/;
const backwards = /\b(?:eht|ruoy|erongi|snoitcurtsni|tpmorp|laever|metsys|drowssap|tegrof)\b/;
