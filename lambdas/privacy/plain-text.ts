// SPDX-License-Identifier: Apache-2.0

/**
 * What can make Markdown of a text other than paragraphs, headings, lists and quotes: code, links, images, tables,
 * HTML, emphasis, escapes, entities, definitions, addresses that link themselves, indented code.
 */
const marked = /[`<|\\~*_&$@]|\]\s?[([:]|:\/\/|www\.|^(?: {4}|\t| {0,3}(?:-{2}|={2}))/im;
/** Characters that do nothing in Markdown wherever they stand within a line. */
const inert = /^[\p{L}\p{N}(+][\p{L}\p{M}\p{N} ().,'’/+-]*$/u;
/** "2." or "2)" and a space begin a list where a line begins, "+" does by itself. */
const listLike = /^(?:\d{1,9}[.)]|\+)(?:\s|$)/;

/**
 * Whether values can be put into an answer without a look at its Markdown: the answer has none that could matter,
 * and no value can make any. Most answers are like that, and parsing them three times is most of what a restore costs.
 * @param tokenised the answer with `token` (a word) for every value
 */
export const isPlainText = (tokenised: string, values: readonly string[], token: RegExp): boolean =>
  !marked.test(tokenised) &&
  values.every((value) => inert.test(value) && !listLike.test(value)) &&
  !new RegExp(`(?:^|\\n)[ \\t>#+\\d.)-]{0,20}${token.source}[.)]`).test(tokenised);
