// SPDX-License-Identifier: Apache-2.0
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** A node of a Markdown document, as far as restore looks at it. Offsets are UTF-16 code units. */
export type MarkdownNode = Readonly<{
  type: string;
  start: number;
  end: number;
  value: string | undefined;
  /** Where a link, image or definition leads. */
  url: string | undefined;
  /** Everything else that makes it what it is: heading depth, code language, table alignment, … */
  kind: string;
  children: readonly MarkdownNode[];
}>;

type Raw = Readonly<{
  type: string;
  position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined;
  value?: string;
  url?: string;
  children?: readonly Raw[];
}>;

const told = [
  'depth',
  'ordered',
  'start',
  'spread',
  'checked',
  'lang',
  'meta',
  'align',
  'identifier',
  'referenceType',
  'title',
  'alt',
] as const;

function node(raw: Raw): MarkdownNode {
  const attributes = raw as Readonly<Record<string, unknown>>;
  return {
    type: raw.type,
    start: raw.position?.start.offset ?? 0,
    end: raw.position?.end.offset ?? 0,
    value: raw.value,
    url: raw.url,
    kind: JSON.stringify(told.map((name) => attributes[name] ?? null)),
    children: (raw.children ?? []).map(node),
  };
}

// Made once: they are tables, and putting them together takes as long as reading a short text.
const extensions = [gfm()];
const mdastExtensions = [gfmFromMarkdown()];

/** Parses GitHub-flavoured Markdown (CommonMark with tables, autolinks, strikethrough, task lists, footnotes). */
export const markdown = (text: string): MarkdownNode =>
  node(fromMarkdown(text, { extensions, mdastExtensions }));
