// SPDX-License-Identifier: Apache-2.0
import { isEponym, isNotAName } from '../recognizers/not-names.ts';
import type { Finding } from '../records/finding.ts';
import type { Detection } from './detect.ts';

/** A capitalised word that does not begin a sentence, a line or a list item. */
const insideSentence = /(?<=[\p{Ll}\d,;)]["'’)]? )\p{Lu}[\p{L}'’-]+/gu;
/** Lower-case prose in which nothing is marked: names cannot be told from other words by their first letter. */
const unmarked = /^\P{Lu}*$/u;
const meansSomebody = /\b(?:he|she|his|her|him|patient|client|customer|mr|mrs|ms|dr)\b/iu;

const within = (finding: Readonly<{ start: number; end: number }>, others: readonly Finding[]): boolean =>
  others.some((other) => other.start <= finding.start && finding.end <= other.end);

export type OwnDetection = Pick<Detection, 'findings' | 'uncertain' | 'hidden' | 'complete' | 'failed'>;

/**
 * Whether the project's own detection of a text should be asked about once more (policy: `medical: unsure`): it was
 * not complete, not certain, met disguised text, missed what another detector reports, or left a word that may be
 * a name. `others`: what a cheaper detector found; `settled`: texts whose words are no news (the prompt an answer is
 * to). Offsets count UTF-16 code units.
 */
export function doubtful(
  text: string,
  own: OwnDetection,
  others: readonly Finding[] = [],
  settled: readonly string[] = [],
): boolean {
  if (!own.complete || own.failed.length > 0 || own.uncertain.length > 0 || own.hidden > 0) return true;
  if (others.some((finding) => !within(finding, own.findings))) return true;
  if (unmarked.test(text) && meansSomebody.test(text)) return true;
  for (const found of text.matchAll(insideSentence)) {
    const [word] = found;
    if (/^\p{Lu}+$/u.test(word) || isNotAName(word) || isEponym(word)) continue;
    if (settled.some((each) => each.includes(word))) continue;
    if (!within({ start: found.index, end: found.index + word.length }, own.findings)) return true;
  }
  return false;
}
