// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../../records/finding.ts';
import { type IdentifierType, IdentifierTypeSchema } from '../../records/identifier.ts';
import { blocks, longestBlock } from './blocks.ts';
import { isCited, isDevice } from './cited.ts';
import { probabilities } from './decode.ts';
import { givenBefore } from './given-before.ts';
import { introduced } from './introduced.ts';
import type { Model } from './model.ts';
import { isNoName } from './never-names.ts';
import { isMachineNumber, isNoState, isNoStreet } from './no-places.ts';
import { isForeign, namesOnly } from './other-languages.ts';
import { regionOf } from './regions.ts';
import { type Known, remember, repeats } from './repeats.ts';
import { givenBehind } from './sorted-names.ts';
import { type Span, spansOf, threshold } from './spans.ts';
import { surroundingsOf } from './surroundings.ts';
import { tokenise } from './tokenise.ts';
import { roomFor, type Tokens } from './tokens.ts';

/** A name must be this likely for its parts to be looked for in the rest of the text. */
const sure = 0.9;
const repeatScore = 0.8;
const introducedScore = 0.6;

/** The threshold is where it is as likely as not that something is there; certainty is 1. */
const scoreOf = (chance: number): number =>
  Math.round((0.5 + (0.5 * (chance - threshold)) / (1 - threshold)) * 1000) / 1000;

/** A piece of an e-mail address: the address is found whole, by its own recognizer. */
const inAddress = (text: string, { start, end }: Span): boolean =>
  /^[\w.+-]{0,40}@[\w-]{1,40}\.\w/.test(text.slice(end, end + 90)) ||
  /[\w.+-]@[\w.-]{0,60}$/.test(text.slice(Math.max(0, start - 70), start));

/** The label of the next field, or what was done, in a line of capitals: "OKORO, ADA   ACCT: …". */
const labelBehind =
  /(?:[\s,]+(?:ACCT|ACCOUNT|MRN|DOB|SSN|ID|PHONE|TEL|AGE|SEX|POLICY|CLAIM|NO|NOTIFIED|STATES|REPORTS|ADMITTED|SEEN)){1,2}$/u;

/** A father and his son are told apart by it: it belongs to the name. */
const generation = /^,? (?:Jr|Sr|JR|SR|III|II|IV)(?![\p{L}\p{N}])\.?/u;

function findingOf(text: string, span: Span): Finding {
  const type: IdentifierType = IdentifierTypeSchema.parse(span.label);
  const pattern = type === 'PLACE' ? regionOf(text.slice(span.start, span.end)) : type.toLowerCase();
  const start = span.start - (type === 'NAME' ? givenBefore(text, span) : 0);
  const behind = type === 'NAME' ? generation.exec(text.slice(span.end, span.end + 8)) : null;
  const label = type === 'NAME' ? labelBehind.exec(text.slice(start, span.end)) : null;
  const sorted = type === 'NAME' && behind === null && label === null ? givenBehind(text, span) : 0;
  const end = span.end + (behind?.[0].length ?? 0) - (label?.[0].length ?? 0) + sorted;
  return {
    type,
    start,
    end,
    score: scoreOf(Math.max(span.chance, threshold)),
    because: { detector: 'tagger', pattern },
  };
}

function addRepeats(text: string, known: Known, tokens: Tokens, found: Finding[]): void {
  const covered = new Set(
    found.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
  );
  for (const [from, to] of blocks(text)) {
    tokenise(text, from, to, tokens);
    for (const at of repeats(known, tokens, (start) => covered.has(start)))
      found.push({
        type: 'NAME',
        start: tokens.start[at] ?? 0,
        end: tokens.end[at] ?? 0,
        score: repeatScore,
        because: { detector: 'tagger', pattern: 'repeat' },
      });
  }
}

/** Names in small letters that the tagger did not find in the block just read. */
function addIntroduced(tokens: Tokens, model: Model, spans: readonly Span[], found: Finding[]): void {
  for (const { from, to } of introduced(tokens, model.lexicon))
    if (!spans.some((span) => span.from < to && span.to > from))
      found.push({
        type: 'NAME',
        start: tokens.start[from] ?? 0,
        end: tokens.end[to - 1] ?? 0,
        score: introducedScore,
        because: { detector: 'tagger', pattern: 'introduced' },
      });
}

/** Tags a text with a model: names, places and the like, offsets in UTF-16 code units. Linear in the text's length. */
export function tag(model: Model, text: string): Finding[] {
  const tokens = roomFor(Math.min(text.length, longestBlock));
  const found: Finding[] = [];
  const known: Known = new Set();
  for (const [from, to] of blocks(text)) {
    tokenise(text, from, to, tokens);
    const around = surroundingsOf(tokens, model.lexicon);
    const spans = spansOf(text, tokens, around, probabilities(model, around));
    for (const span of spans.length > 0 && isForeign(tokens) ? namesOnly(tokens, around, spans) : spans) {
      if (
        (span.label === 'NAME' && inAddress(text, span)) ||
        isNoName(text, span) ||
        (span.label === 'NAME' && isDevice(text, span)) ||
        isCited(text, span) ||
        isNoState(text, span) ||
        isNoStreet(text, span, found.at(-1)) ||
        isMachineNumber(text, span)
      )
        continue;
      found.push(findingOf(text, span));
      if (span.label === 'NAME' && span.chance >= sure)
        remember(known, tokens, span.from, span.to, model.lexicon);
    }
    addIntroduced(tokens, model, spans, found);
  }
  if (known.size > 0) addRepeats(text, known, tokens, found);
  return found;
}
