// SPDX-License-Identifier: Apache-2.0
import { markdown, type MarkdownNode } from './markdown.ts';

/** What a document is made of, in order, with neighbouring text joined; two documents are alike if their outlines are. */
function outline(root: MarkdownNode, say: (text: string) => string, ownLinks: ReadonlySet<string>): string[] {
  const lines: string[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') lines.push(`text ${say(text)}`);
    text = '';
  };
  const visit = (node: MarkdownNode): void => {
    const [only] = node.children;
    if (node.type === 'text') {
      text += node.value ?? '';
      return;
    }
    // An e-mail address or a URL that a requester wrote becomes a link by itself where it is put back: to itself, only.
    const shown = node.children.length === 1 && only?.type === 'text' ? (only.value ?? '') : undefined;
    if (
      node.type === 'link' &&
      shown !== undefined &&
      ownLinks.has(shown) &&
      [`mailto:${shown}`, shown, `http://${shown}`].includes(node.url ?? '')
    ) {
      text += shown;
      return;
    }
    flush();
    lines.push(`${node.type} ${node.kind} ${node.url ?? ''} ${say(node.value ?? '')}`);
    node.children.forEach(visit);
    flush();
    lines.push('end');
  };
  visit(root);
  return lines;
}

/**
 * Whether a Markdown text, with its tokens said as values, is the same document as another: the same blocks, spans,
 * links and code, and no other text. `ownLinks`: values that may become links to themselves.
 */
export function sameMarkdown(
  before: string,
  after: string,
  say: (text: string) => string,
  ownLinks: ReadonlySet<string>,
): boolean {
  const [expected, got] = [
    outline(markdown(before), say, new Set()),
    outline(markdown(after), (text) => text, ownLinks),
  ];
  return expected.length === got.length && expected.every((line, index) => line === got[index]);
}

/** The value of a JSON text, or undefined; its error would quote the text. */
export function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether a JSON text, with its tokens said as values, is the same value as another. */
export function sameJson(before: string, after: string, say: (text: string) => string): boolean {
  const said = (value: unknown): unknown => {
    if (typeof value === 'string') return say(value);
    if (Array.isArray(value)) return value.map(said);
    if (typeof value !== 'object' || value === null) return value;
    return Object.entries(value).map(([key, inner]) => [say(key), said(inner)]);
  };
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    return Object.entries(value).map(([key, inner]) => [key, plain(inner)]);
  };
  return JSON.stringify(said(json(before))) === JSON.stringify(plain(json(after)));
}
