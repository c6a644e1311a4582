// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../records/finding.ts';
import { identifiers, type IdentifierType, identifierTypes } from '../records/identifier.ts';
import { graphemes } from './graphemes.ts';
import { startOfName } from './titles.ts';

/** A stretch to be replaced, and every finding that asked for part of it. UTF-16 code units. */
export type Covered = Readonly<{
  start: number;
  end: number;
  type: IdentifierType;
  findings: readonly Finding[];
}>;

/** Types whose neighbouring fragments are one thing ("John" + " " + "Smith"). */
const fragmentary: ReadonlySet<IdentifierType> = new Set(['NAME']);
const joint = /^(?:[ \u00A0-]|\. ?|['’])$/;
const shortWord = /(?<!\p{L})\p{L}{1,2}$/u;

/**
 * Whether two names that only a mark or a space parts are one: "J" + ". " + "Smith", "John" + " " + "Smith". Not over the end
 * of a sentence ("… John Smith. Mary Jones …"), nor where the second has a title or a given name of its own.
 */
function joined(before: string, between: string, after: string): boolean {
  if (!joint.test(between) || startOfName(after) > 0) return false;
  if (between === '. ') {
    // "… about DJ. DJ said": initials that somebody goes by are no "J." before a family name.
    const pair = /(?<!\p{L})\p{Lu}{2}$/u.exec(before)?.[0];
    const whole = pair !== undefined && (after.startsWith(pair) || /\p{Ll}/u.test(after));
    return shortWord.test(before) && !whole;
  }
  return !(before.endsWith('.') && /\s/.test(after));
}

/**
 * Which of two findings names the type of what they cover: the larger score × length (what is most of it, most
 * surely), then the score, then the length, then one whose check held, then a number that identifies (an SSN before a
 * telephone number), then the order of the types' list, then the earlier.
 */
export const byWeight = (a: Finding, b: Finding): number =>
  b.score * (b.end - b.start) - a.score * (a.end - a.start) ||
  b.score - a.score ||
  b.end - b.start - (a.end - a.start) ||
  Number(b.because.check !== undefined) - Number(a.because.check !== undefined) ||
  Number(identifiers[b.type].family === 'ID') - Number(identifiers[a.type].family === 'ID') ||
  identifierTypes.indexOf(a.type) - identifierTypes.indexOf(b.type) ||
  a.start - b.start;

const covered = (start: number, end: number, findings: readonly Finding[]): Covered => {
  const [first, ...rest] = findings;
  if (first === undefined) throw new RangeError('nothing covers this stretch');
  const heaviest = rest.reduce((best, next) => (byWeight(next, best) < 0 ? next : best), first);
  return { start, end, type: heaviest.type, findings };
};

/**
 * Disjoint, sorted stretches that together cover exactly the union of all findings, however they overlap
 * (invariant 6). Given the text too, they grow to whole characters and the fragments of one name become one.
 */
export function cover(findings: readonly Finding[], length: number, text?: string): Covered[] {
  const whole = findings
    .map((finding) => {
      const inside = { start: Math.max(0, finding.start), end: Math.min(length, finding.end) };
      return { finding, ...(text === undefined ? inside : graphemes(text, inside)) };
    })
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || a.end - b.end);

  const clusters: { start: number; end: number; findings: Finding[] }[] = [];
  for (const { start, end, finding } of whole) {
    const last = clusters.at(-1);
    if (last !== undefined && start < last.end) {
      last.end = Math.max(last.end, end);
      last.findings.push(finding);
    } else clusters.push({ start, end, findings: [finding] });
  }

  const result: Covered[] = [];
  for (const cluster of clusters) {
    const next = covered(cluster.start, cluster.end, cluster.findings);
    const last = result.at(-1);
    const fragment =
      last !== undefined &&
      last.type === next.type &&
      fragmentary.has(next.type) &&
      (last.end === next.start ||
        (text !== undefined &&
          joined(
            text.slice(last.start, last.end),
            text.slice(last.end, next.start),
            text.slice(next.start, next.end),
          )));
    if (fragment) result.splice(-1, 1, covered(last.start, next.end, [...last.findings, ...next.findings]));
    else result.push(next);
  }
  return result;
}
