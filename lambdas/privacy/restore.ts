// SPDX-License-Identifier: Apache-2.0
import type { IdentityMap } from '../records/identity.ts';
import { dateAt } from './date-placeholders.ts';
import { forCode, forJson, forMarkdown, forMarkdownStrictly } from './escape.ts';
import { findPlaceholders, type FoundPlaceholder } from './find-placeholders.ts';
import { inAddress, type Landing, landing } from './landing.ts';
import { markdown, type MarkdownNode } from './markdown.ts';
import { json, sameJson, sameMarkdown } from './same-structure.ts';

export type Anomaly = Readonly<{
  code: 'placeholder-unknown' | 'placeholder-damaged' | 'placeholder-misplaced' | 'restore-unsafe';
  /** UTF-16 code units of the answer that was given in. */
  start: number;
  end: number;
}>;

export type Restored = Readonly<{
  text: string;
  /** Placeholders that were put back, as they should be written, each once. */
  used: string[];
  anomalies: readonly Anomaly[];
}>;

type Known = Extract<FoundPlaceholder, { status: 'known' }>;
/** A placeholder on its way back: what is written for it and what a reader then reads. */
type Return = Readonly<{ found: Known; value: string; landing: Landing; inJson: boolean }>;
type Writing = (item: Return) => { written: string; read: string } | undefined;

const toolCall =
  /"(?:tool_calls?|function_call|tool_use|tool_input|arguments)"\s{0,8}:|<(?:tool_call|function_calls?|tool_use|invoke)\b/i;
const text: Landing = { place: 'text', table: false };
const raw = (value: string): string => value.replaceAll(/\s*[\r\n\u2028\u2029]\s*/g, ' ');

/** Replaces stretches in one pass; nothing in what is put in is read again. */
function splice(
  answer: string,
  items: readonly Return[],
  write: (item: Return, index: number) => string,
): string {
  let out = '';
  let read = 0;
  for (const [index, item] of items.entries()) {
    out += answer.slice(read, item.found.start) + write(item, index);
    read = item.found.end;
  }
  return out + answer.slice(read);
}

/** Words that are nowhere in the answer, to stand for the values while its structure is read. */
function tokens(answer: string): Readonly<{ of: (index: number) => string; all: RegExp }> {
  let stem = 'qzx';
  while (answer.toLowerCase().includes(stem)) stem += 'qzx';
  return { of: (index) => `${stem}${index}q`, all: new RegExp(`${stem}(\\d{1,6})q`, 'g') };
}

/** Which tokens stand in code that is JSON: their values are written as JSON strings are. */
function inJsonCode(tokenised: string, all: RegExp): ReadonlySet<number> {
  const codes = (node: MarkdownNode): string[] =>
    inCode(node.type) ? [node.value ?? ''] : node.children.flatMap(codes);
  const sources = codes(markdown(tokenised)).filter(
    (source) => /^\s*[{["]/.test(source) && json(source) !== undefined,
  );
  return new Set(sources.flatMap((source) => [...source.matchAll(all)].map((match) => Number(match[1]))));
}

const inCode = (place: string) => place === 'code' || place === 'inlineCode' || place === 'program';

const ownsLink = ({ identity }: Known): boolean => identity.type === 'URL' || identity.type === 'EMAIL';
const plainLanding = (answer: string, found: Known): Landing =>
  inAddress(answer, found) ? { place: 'misplaced', table: false } : text;

/** The ways a value may be written, the most readable first; the first that leaves the structure as it was is taken. */
function writings(format: 'text' | 'markdown', answer: string): Writing[] {
  const code: Writing = ({ value, landing: at, inJson }) => {
    const written = forCode(inJson ? forJson(value) : value, at);
    return written === undefined ? undefined : { written, read: inJson ? forJson(value) : raw(value) };
  };
  const plain: Writing = ({ value, inJson }) => ({ written: inJson ? forJson(value) : value, read: value });
  if (format === 'text') return [plain];
  const lineStart = ({ found }: Return) =>
    /(?:^|\n)[ \t>*+#\d.)-]{0,20}$/.test(answer.slice(Math.max(0, found.start - 24), found.start));
  const spelled =
    (escape: (item: Return) => string): Writing =>
    (item) =>
      inCode(item.landing.place) ? code(item) : { written: escape(item), read: raw(item.value) };
  return [
    spelled((item) => raw(item.value)),
    spelled((item) => forMarkdown(item.value, lineStart(item))),
    spelled((item) => forMarkdownStrictly(item.value)),
  ];
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
  if (all.length === 0) return { text: answer, used: [], anomalies };

  const known: { found: Known; value: string }[] = [];
  for (const found of all) {
    if (found.status !== 'known') {
      report(found.status === 'unknown' ? 'placeholder-unknown' : 'placeholder-damaged', found);
      continue;
    }
    const value = found.distance === undefined ? found.identity.value : dateAt(map, found.distance);
    if (value === undefined) report('placeholder-damaged', found);
    else known.push({ found, value: value + found.suffix });
  }

  const token = tokens(answer);
  const anywhere = known.map((each): Return => ({ ...each, landing: text, inJson: false }));
  const tokenised = splice(answer, anywhere, (_, index) => token.of(index));
  const wholeJson = /^\s*[{["]/.test(tokenised) && json(tokenised) !== undefined;
  const root = format === 'markdown' && !wholeJson ? markdown(answer) : undefined;
  const called = toolCall.test(answer);
  const landed = anywhere.map((item) => ({
    ...item,
    landing: root === undefined ? plainLanding(answer, item.found) : landing(root, answer, item.found),
  }));
  const placed = landed.filter(({ found, landing: at }) => {
    const continued = ownsLink(found) && /^[/?#&=%\w@]/.test(answer.slice(found.end));
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
  const sorted = () => anomalies.sort((a, b) => a.start - b.start);
  for (const writing of writings(root === undefined ? 'text' : format, answer)) {
    const written = items.map(writing);
    if (written.includes(undefined)) continue;
    const after = splice(answer, items, (_, index) => written[index]?.written ?? '');
    const say = (said: string) =>
      said.replaceAll(token.all, (_, index: string) => written[Number(index)]?.read ?? '');
    const same = wholeJson
      ? sameJson(before, after, say)
      : root === undefined || sameMarkdown(before, after, say, own);
    if (same)
      return {
        text: after,
        used: [...new Set(items.map(({ found }) => found.canonical))],
        anomalies: sorted(),
      };
  }
  for (const { found } of items) report('restore-unsafe', found);
  return { text: answer, used: [], anomalies: sorted() };
}
