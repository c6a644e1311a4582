// SPDX-License-Identifier: Apache-2.0
import type { IdentifierType } from '../records/identifier.ts';
import type { Identity, IdentityMap } from '../records/identity.ts';
import { dateAt } from './date-placeholders.ts';
import { findPlaceholders } from './find-placeholders.ts';
import { inAddress, type Landing, landing } from './landing.ts';
import { markdown } from './markdown.ts';
import { normalise } from './normalise.ts';
import { isParsable } from './parse-cost.ts';
import { isPlainText } from './plain-text.ts';
import { json, sameJson, sameMarkdown } from './same-structure.ts';
import { inCode, inJsonCode, type Known, type Return, splice, tokens, writings } from './write-back.ts';

export type Anomaly = Readonly<{
  code: 'placeholder-unknown' | 'placeholder-damaged' | 'placeholder-misplaced' | 'restore-unsafe';
  /** UTF-16 code units of the answer that was given in. */
  start: number;
  end: number;
}>;

export type Place = Readonly<{ type: IdentifierType; start: number; end: number }>;

export type Restored = Readonly<{
  text: string;
  /** Placeholders that were put back, as they should be written, each once. */
  used: string[];
  /** Where the values that were put back stand in `text`: UTF-16 code units. */
  places: readonly Place[];
  anomalies: readonly Anomaly[];
}>;

const toolCall =
  /"(?:tool_calls?|function_call|tool_use|tool_input|arguments)"\s{0,8}:|<(?:tool_call|function_calls?|tool_use|invoke)\b/i;
const text: Landing = { place: 'text', table: false };
const ownsLink = ({ identity }: Known): boolean => identity.type === 'URL' || identity.type === 'EMAIL';
/** Types of which every character counts: what was hidden between them, or written as a reference, is no part of it. */
const spelled: ReadonlySet<IdentifierType> = new Set([
  'EMAIL',
  'URL',
  'PHONE',
  'FAX',
  'IP',
  'MAC',
  'USERNAME',
]);
const readable = ({ type, value }: Identity): string => (spelled.has(type) ? normalise(value).text : value);
const plainLanding = (answer: string, found: Known): Landing =>
  inAddress(answer, found) ? { place: 'misplaced', table: false } : text;

/** Where what was written for each item stands after all were written: items are in order and do not overlap. */
function placesOf(items: readonly Return[], lengthOf: (index: number) => number): Place[] {
  let shift = 0;
  return items.map(({ found }, index) => {
    const start = found.start + shift;
    const length = lengthOf(index);
    shift += length - (found.end - found.start);
    return { type: found.identity.type, start, end: start + length };
  });
}

/**
 * Puts the real values back into an answer, for their owner. Tolerant in form, exact in identity: what cannot be told for
 * certain, or stands where it could be sent elsewhere, stays a placeholder and is an anomaly. The result has the
 * structure of the answer, whatever the values contain; where that cannot be had, nothing is put back.
 */
export function restore(
  answer: string,
  map: IdentityMap,
  { format = 'markdown' }: Readonly<{ format?: 'text' | 'markdown' }> = {},
): Restored {
  const anomalies: Anomaly[] = [];
  const report = (code: Anomaly['code'], { start, end }: { start: number; end: number }) =>
    anomalies.push({ code, start, end });
  const all = findPlaceholders(answer, map);
  if (all.length === 0) return { text: answer, used: [], places: [], anomalies };

  const known: { found: Known; value: string }[] = [];
  for (const found of all) {
    if (found.status !== 'known') {
      report(found.status === 'unknown' ? 'placeholder-unknown' : 'placeholder-damaged', found);
      continue;
    }
    const value = found.distance === undefined ? readable(found.identity) : dateAt(map, found.distance);
    if (value === undefined) report('placeholder-damaged', found);
    else known.push({ found, value: value + found.suffix });
  }

  const token = tokens(answer);
  const anywhere = known.map((each): Return => ({ ...each, landing: text, inJson: false }));
  const tokenised = splice(answer, anywhere, (_, index) => token.of(index));
  const wholeJson = /^\s*[{["]/.test(tokenised) && json(tokenised) !== undefined;
  const plain = isPlainText(
    tokenised,
    known.map(({ value }) => value),
    token.all,
  );
  const structured = format === 'markdown' && !wholeJson && !plain;
  const sorted = () => anomalies.sort((a, b) => a.start - b.start);
  const nothing = (unsafe: readonly Return[]): Restored => {
    for (const { found } of unsafe) report('restore-unsafe', found);
    return { text: answer, used: [], places: [], anomalies: sorted() };
  };
  // Its structure would take too long to read: held, not hung.
  if (structured && !isParsable(answer)) return nothing(anywhere);
  const root = structured ? markdown(answer) : undefined;
  const called = toolCall.test(answer);
  const landed = anywhere.map((item) => ({
    ...item,
    landing: root === undefined ? plainLanding(answer, item.found) : landing(root, answer, item.found),
  }));
  const placed = landed.filter(({ found, landing: at }) => {
    const continued = ownsLink(found) && /^(?!s\b)[/?#&=%\w@]/.test(answer.slice(found.end));
    const misplaced = at.place === 'misplaced' || called || continued;
    if (misplaced) report('placeholder-misplaced', found);
    return !misplaced;
  });

  const before = splice(answer, placed, (_, index) => token.of(index));
  const jsonCode = placed.some((item) => inCode(item.landing.place))
    ? inJsonCode(before, token.all)
    : new Set();
  const items = placed.map((item, index) => ({ ...item, inJson: wholeJson || jsonCode.has(index) }));
  const own = new Set(items.filter(({ found }) => ownsLink(found)).map(({ value }) => value));
  for (const writing of writings(root === undefined ? 'text' : format, answer)) {
    const written = items.map(writing);
    if (written.includes(undefined)) continue;
    const after = splice(answer, items, (_, index) => written[index]?.written ?? '');
    const say = (said: string) =>
      said.replaceAll(token.all, (_, index: string) => written[Number(index)]?.read ?? '');
    const same = wholeJson
      ? sameJson(before, after, say)
      : root === undefined || (isParsable(after) && sameMarkdown(before, after, say, own));
    if (same)
      return {
        text: after,
        used: [...new Set(items.map(({ found }) => found.canonical))],
        places: placesOf(items, (index) => written[index]?.written.length ?? 0),
        anomalies: sorted(),
      };
  }
  return nothing(items);
}
