// SPDX-License-Identifier: Apache-2.0

/** Where in a text under review something is selected: UTF-16 code units of that text. */
export type Selected = Readonly<{ slot: number; start: number; text: string }>;

/** What somebody has selected in one of the texts under review; undefined elsewhere, or over two texts. */
export function selectedText(): Selected | undefined {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const { commonAncestorContainer: node } = range;
  const element = node instanceof Element ? node : node.parentElement;
  const holder = element?.closest<HTMLElement>('[data-slot^="text-"]');
  if (holder === null || holder === undefined) return undefined;
  const before = document.createRange();
  before.selectNodeContents(holder);
  before.setEnd(range.startContainer, range.startOffset);
  const text = range.toString();
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return {
    slot: Number(holder.dataset['slot']?.slice('text-'.length)),
    start: before.toString().length + text.indexOf(trimmed),
    text: trimmed,
  };
}
