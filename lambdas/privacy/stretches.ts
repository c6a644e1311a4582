// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../records/finding.ts';
import type { IdentityMap } from '../records/identity.ts';
import type { IdentifierType } from '../records/identifier.ts';
import type { Operator } from '../records/operator.ts';
import { cover, type Covered } from './cover.ts';
import { neverStored } from './never-stored.ts';
import { findPlaceholders } from './find-placeholders.ts';
import { startOfName } from './titles.ts';

/**
 * A stretch of a text to be replaced. `kept` is the placeholder that stays where a reviewer left it. `written` is a name with
 * the title before it: the title stays in the text, and says whose name it is.
 */
export type Stretch = Covered &
  Readonly<{ value: string; written: string; operator: Operator; kept?: string }>;

const possessive = /['’‘ʼ][sS]$/;
const strictness: readonly Operator[] = [
  'keep',
  'generalise',
  'mask',
  'shift',
  'relative',
  'pseudonymise',
  'drop',
];

/** White space, a possessive and a title are not part of a value; the rest of what was found is. */
function trimmed(covered: Covered, text: string): Covered {
  const value = text.slice(covered.start, covered.end);
  const bare = covered.type === 'NAME' ? value.trimEnd().replace(possessive, '') : value.trimEnd();
  if (bare.trim() === '') return covered;
  return {
    ...covered,
    start: covered.start + (value.length - value.trimStart().length),
    end: covered.start + bare.length,
  };
}

/**
 * The operator and type of a stretch that findings of several types share: what must be dropped is dropped, and
 * nothing is kept or reduced that some finding wants replaced, because only part of it would be seen to.
 */
function decided(
  covered: Covered,
  operator: (type: IdentifierType) => Operator,
): { type: IdentifierType; operator: Operator } {
  const dropped =
    covered.findings.find(({ type }) => neverStored(type)) ??
    covered.findings.find(({ type }) => operator(type) === 'drop');
  if (dropped !== undefined) return { type: dropped.type, operator: 'drop' };
  const own = operator(covered.type);
  const others = covered.findings
    .filter(({ type }) => type !== covered.type)
    .map(({ type }) => ({ type, operator: operator(type) }));
  const stricter = others.filter((other) => strictness.indexOf(other.operator) > strictness.indexOf(own));
  if (stricter.length === 0) return { type: covered.type, operator: own };
  return {
    type: own === 'keep' ? (stricter[0]?.type ?? covered.type) : covered.type,
    operator: 'pseudonymise',
  };
}

/** The parts of a finding that lie outside the placeholders that stay. */
function outside(finding: Finding, kept: readonly { start: number; end: number }[]): Finding[] {
  let parts = [finding];
  for (const { start, end } of kept)
    parts = parts.flatMap((part) =>
      part.end <= start || part.start >= end
        ? [part]
        : [
            ...(part.start < start ? [{ ...part, end: start }] : []),
            ...(part.end > end ? [{ ...part, start: end }] : []),
          ],
    );
  return parts;
}

/** Everything of a text that is to be replaced, in order and disjoint. With a map, its placeholders stay. */
export function stretches(
  { text, findings }: Readonly<{ text: string; findings: readonly Finding[] }>,
  operator: (type: IdentifierType) => Operator,
  keep?: IdentityMap,
): Stretch[] {
  const kept =
    keep === undefined ? [] : findPlaceholders(text, keep).filter((found) => found.status === 'known');
  const rest = kept.length === 0 ? findings : findings.flatMap((finding) => outside(finding, kept));
  const found = cover(rest, text.length, text).map((each) => {
    const covered = trimmed(each, text);
    const written = text.slice(covered.start, covered.end);
    const made = decided(covered, operator);
    const title = made.type === 'NAME' ? startOfName(written) : 0;
    return { ...covered, ...made, start: covered.start + title, value: written.slice(title), written };
  });
  const staying = kept.map(({ start, end, identity, canonical }): Stretch => ({
    start,
    end,
    type: identity.type,
    findings: [],
    value: text.slice(start, end),
    written: text.slice(start, end),
    operator: 'keep',
    kept: canonical,
  }));
  return [...found, ...staying].sort((a, b) => a.start - b.start);
}
