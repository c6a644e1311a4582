// SPDX-License-Identifier: Apache-2.0
import type { MarkdownNode } from './markdown.ts';
import type { Span } from './rewrite.ts';

/** Where a placeholder stands in an answer, and so how its value must be written, or that it must not be. */
export type Landing = Readonly<{ place: 'text' | 'cell' | 'code' | 'program' | 'misplaced'; table: boolean }>;

const sends =
  /:\/\/|\bwww\.|\b(?:curl|wget|fetch|axios|requests?|urllib|urlopen|http|https|XMLHttpRequest|sendBeacon|WebSocket|Invoke-WebRequest|Invoke-RestMethod|iwr|nslookup|dig|ping|netcat|nc\s[\w.-]{1,60}\s\d{1,5}|ssh|scp|ftp|telnet|smtplib|sendmail|mailto|socket|src|href|import|eval|exec|document\.location|window\.open|location\.href)\b/i;
const address =
  /[a-z][a-z\d+.-]{1,20}:\/\/|(?:^|[^\w.])www\.|\b(?:mailto|tel|sms|data|javascript|file|ftp):|\\\\[\w.-]+|[\w-]\.[a-z]{2,24}(?::\d+)?[/?#]|@[\w-]{1,63}\.[a-z]{2,24}/i;
/** What makes a label of a host name out of what stands before it: readers of mail turn it into a link, and whoever owns the domain is asked for it. */
const restOfHost = /^[*_~]{0,3}\.(?:[a-z\d][a-z\d-]{0,62}\.){1,6}[a-z]{2,24}(?![\w-])/i;
const proseLanguages = new Set([
  '',
  'text',
  'txt',
  'plain',
  'plaintext',
  'markdown',
  'md',
  'email',
  'csv',
  'tsv',
  'json',
  'jsonc',
  'yaml',
  'yml',
]);

/** The run of characters without a space that a stretch is part of. */
export function run(text: string, { start, end }: Span): Span {
  const stop = /[\s|"`]/;
  let from = start;
  let to = end;
  while (from > 0 && start - from < 300 && !stop.test(text.charAt(from - 1))) from -= 1;
  while (to < text.length && to - end < 300 && !stop.test(text.charAt(to))) to += 1;
  return { start: from, end: to };
}

/** Whether the text beside a placeholder makes an address of it: `https://x/?q=[NAME_1_7K]`, `[NAME_1_7K]@x.example`, `[NAME_1_7K].x.example`. */
export function inAddress(text: string, span: Span): boolean {
  const around = run(text, span);
  return (
    restOfHost.test(text.slice(span.end, around.end)) ||
    address.test(`${text.slice(around.start, span.start)} `) ||
    address.test(`${text.slice(around.start, span.start)}x${text.slice(span.end, around.end)}`)
  );
}

/** The nodes, of a row in the order of the text, that a stretch touches. */
function touched(nodes: readonly MarkdownNode[], { start, end }: Span): MarkdownNode[] {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const found: MarkdownNode[] = [];
  for (let node = nodes[low]; node !== undefined && node.start < end; node = nodes[(low += 1)])
    found.push(node);
  return found;
}

/** Where a stretch lands in a Markdown document. */
export function landing(root: MarkdownNode, text: string, span: Span): Landing {
  if (inAddress(text, span)) return { place: 'misplaced', table: false };
  let table = false;
  const visit = (node: MarkdownNode): Landing['place'] => {
    if (node.type === 'tableCell') table = true;
    if (
      [
        'link',
        'image',
        'linkReference',
        'imageReference',
        'definition',
        'footnoteReference',
        'footnoteDefinition',
      ].includes(node.type)
    )
      return node.type === 'footnoteDefinition' && node.children.some((child) => child.start <= span.start)
        ? inside(node)
        : 'misplaced';
    if (node.type === 'html')
      return node.start === span.start && node.end === span.end ? 'text' : 'misplaced';
    if (node.type === 'code' || node.type === 'inlineCode') {
      const source = text.slice(node.start, node.end);
      if (sends.test(source)) return 'misplaced';
      const language = node.type === 'code' ? ((JSON.parse(node.kind) as (string | null)[])[5] ?? '') : '';
      return proseLanguages.has(language.toLowerCase()) ? 'code' : 'program';
    }
    return inside(node);
  };
  const inside = (node: MarkdownNode): Landing['place'] => {
    const child = touched(node.children, span);
    const [first] = child;
    if (first === undefined) return 'text';
    const places = child.map(visit);
    return places.find((place) => place === 'misplaced') ?? places[0] ?? 'text';
  };
  return { place: visit(root), table };
}
