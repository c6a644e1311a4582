// SPDX-License-Identifier: Apache-2.0
import type { Span } from './check.ts';

const fence = /^[ \t]{0,3}(`{3,}|~{3,})([^\n]{0,200})$/gm;
const inline = /(?<!`)(`{1,3})[^`\n]{1,400}\1(?!`)/g;

/**
 * Where a Markdown text is code (CommonMark 0.31 sections 4.5 and 6.1), for whoever treats code as data: only
 * fences that are closed, and spans that end on their line, so that a reader who sees it otherwise sees less code.
 */
export function codeSpans(text: string): readonly Span[] {
  if (!text.includes('`') && !text.includes('~~~')) return [];
  const found: Span[] = [];
  let open: { mark: string; start: number } | undefined;
  for (const match of text.matchAll(fence)) {
    const mark = match[1] ?? '';
    const end = match.index + match[0].length;
    if (open === undefined) {
      if (!(match[2] ?? '').includes('`')) open = { mark, start: match.index };
    } else if (mark.startsWith(open.mark) && (match[2] ?? '').trim() === '') {
      found.push({ start: open.start, end });
      open = undefined;
    }
  }
  const inFence = (at: number) => found.some(({ start, end }) => at >= start && at < end);
  const spans = [...text.matchAll(inline)]
    .filter((match) => !inFence(match.index))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return [...found, ...spans];
}
