// SPDX-License-Identifier: Apache-2.0
import { forCode, forJson, forMarkdown, forMarkdownStrictly } from './escape.ts';
import type { FoundPlaceholder } from './find-placeholders.ts';
import type { Landing } from './landing.ts';
import { markdown, type MarkdownNode } from './markdown.ts';
import { json } from './same-structure.ts';

export type Known = Extract<FoundPlaceholder, { status: 'known' }>;
/** A placeholder on its way back: what is written for it and what a reader then reads. */
export type Return = Readonly<{ found: Known; value: string; landing: Landing; inJson: boolean }>;
export type Writing = (item: Return) => { written: string; read: string } | undefined;

const raw = (value: string): string => value.replaceAll(/\s*[\r\n\u2028\u2029]\s*/g, ' ');

/** Replaces stretches in one pass; nothing in what is put in is read again. */
export function splice(
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
export function tokens(answer: string): Readonly<{ of: (index: number) => string; all: RegExp }> {
  let stem = 'qzx';
  while (answer.toLowerCase().includes(stem)) stem += 'qzx';
  return { of: (index) => `${stem}${index}q`, all: new RegExp(`${stem}(\\d{1,6})q`, 'g') };
}

/** Which tokens stand in code that is JSON: their values are written as JSON strings are. */
export function inJsonCode(tokenised: string, all: RegExp): ReadonlySet<number> {
  const codes = (node: MarkdownNode): string[] =>
    inCode(node.type) ? [node.value ?? ''] : node.children.flatMap(codes);
  const sources = codes(markdown(tokenised)).filter(
    (source) => /^\s*[{["]/.test(source) && json(source) !== undefined,
  );
  return new Set(sources.flatMap((source) => [...source.matchAll(all)].map((match) => Number(match[1]))));
}

export const inCode = (place: string) => place === 'code' || place === 'inlineCode' || place === 'program';

/** The ways a value may be written, the most readable first; the first that leaves the structure as it was is taken. */
export function writings(format: 'text' | 'markdown', answer: string): Writing[] {
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
