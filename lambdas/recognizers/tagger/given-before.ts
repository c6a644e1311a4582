// SPDX-License-Identifier: Apache-2.0
import { initials, wordNames } from '../word-names.ts';

const given = new RegExp(`(?<![\\p{L}\\p{N}.'’-])(?:${initials}|${wordNames}) $`, 'u');
/** "In May Dunn came": a month, and then a name. */
const month =
  /\b(?:in|since|until|during|last|this|next|late|early|mid|through) (?:April|May|June|August|Summer|Autumn|Winter) $/i;
const asks = /^(?:Will|May) $/;
/** "Will Smith be seen?" asks about Smith. */
const asked =
  /^ (?:be|need|have|get|go|come|see|take|do|still|ever|also|benefit|require|pay|receive|recover|survive|return|live|die|lose|want|like|ask|sign|accept|qualify|drive|work|eat|walk|travel|use|start|stop|continue|switch|fly|call|tolerate)\b/;

/**
 * How many UTF-16 code units before a found name belong to it: a given name that is a word or two initials ("Will Jones",
 * "DJ Public"), which the tagger leaves out at the start of a sentence; 0 where there is none.
 */
export function givenBefore(text: string, { start, end }: Readonly<{ start: number; end: number }>): number {
  if (!/^\p{Lu}/u.test(text.slice(start, start + 2))) return 0;
  const before = text.slice(Math.max(0, start - 20), start);
  const found = given.exec(before)?.[0] ?? '';
  if (found === '' || month.test(before)) return 0;
  return asks.test(found) && asked.test(text.slice(end, end + 16)) ? 0 : found.length;
}
