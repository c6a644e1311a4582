// SPDX-License-Identifier: Apache-2.0

/**
 * What `[...text.matchAll(regexp)]` gives, without the copy that it makes of the expression: most of some hundred that
 * read a text find nothing. The expression is global; it may be shared, as nothing runs in between.
 */
export function matchesOf(regexp: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  regexp.lastIndex = 0;
  for (let match = regexp.exec(text); match !== null; match = regexp.exec(text)) {
    matches.push(match);
    // Behind an empty match, by a whole character: between the halves of one it would be found again, for ever.
    if (match[0] === '') regexp.lastIndex += (text.codePointAt(regexp.lastIndex) ?? 0) > 0xffff ? 2 : 1;
  }
  return matches;
}
