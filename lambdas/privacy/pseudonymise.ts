// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../records/finding.ts';
import type { IdentityMap } from '../records/identity.ts';
import type { IdentifierType } from '../records/identifier.ts';
import { operatorFor, type Policy } from '../records/policy.ts';
import { assign } from './assign.ts';
import { withoutImpersonal } from './impersonal.ts';
import { withKnown } from './known-again.ts';
import { removed } from './never-stored.ts';
import { neutralised } from './neutralise.ts';
import { rareCombination } from './rare-combination.ts';
import { generalised, masked } from './reduce.ts';
import { shifted } from './date-placeholders.ts';
import { type Stretch, stretches } from './stretches.ts';
import { writtenDate } from './written-date.ts';

/** A text and what is to be replaced in it; offsets are UTF-16 code units. */
export type Slot = Readonly<{ text: string; findings: readonly Finding[] }>;

export type Options = Readonly<{
  policy: Pick<Policy, 'operators'>;
  map: IdentityMap;
  /** A reviewer's edit: placeholders that are in the map stay. */
  keepPlaceholders?: boolean;
  /** The year that ages are counted in: dates 90 years and more before it are never left as a year. */
  year?: number;
}>;

export type Pseudonymised = Readonly<{
  /** De-identified texts, with type and place of everything that was replaced in them. */
  slots: readonly Readonly<{ text: string; findings: readonly Finding[] }>[];
  map: IdentityMap;
  signals: Readonly<{
    /** Texts that looked like a placeholder and were taken out. */
    neutralised: number;
    /** What is left could single out a person. */
    rare: boolean;
  }>;
}>;

type Piece = Readonly<{ stretch: Stretch; text: string }>;

/** "SMITH, JOHN", found in two parts that are one person's, is one name: one placeholder instead of two with a comma. */
function sortedNames(text: string, pieces: readonly Piece[]): Piece[] {
  const done: Piece[] = [];
  for (const piece of pieces) {
    const last = done.at(-1);
    if (
      last?.stretch.type === 'NAME' &&
      last.text.startsWith('[') &&
      last.text === piece.text &&
      /^, ?$/.test(text.slice(last.stretch.end, piece.stretch.start))
    )
      done.splice(-1, 1, { ...last, stretch: { ...last.stretch, end: piece.stretch.end } });
    else done.push(piece);
  }
  return done;
}

/** Whether a date's year alone tells an age over 89 (45 CFR 164.514(b)(2)(i)(C)). */
const tellsAge = (value: string, oldest: number): boolean =>
  (writtenDate(value)?.day.year ?? Number(/^\d{4}$/.exec(value)?.[0] ?? oldest)) < oldest;

/** What a stretch becomes without the map, or undefined if it needs a placeholder. */
function withoutPlaceholder(stretch: Stretch, map: IdentityMap, oldest: number): string | undefined {
  const { operator, type, value } = stretch;
  switch (operator) {
    case 'drop':
      return removed;
    case 'keep':
      return value;
    case 'generalise':
      return type === 'DATE' && tellsAge(value, oldest) ? undefined : generalised(type, value);
    case 'mask':
      return type === 'CARD' ? masked(value) : undefined;
    case 'shift': {
      const written = writtenDate(value);
      return written === undefined ? undefined : shifted(map, written);
    }
    case 'relative':
      return /^\d{4}$/.test(value) && !tellsAge(value, oldest) ? value : undefined;
    case 'pseudonymise':
      return undefined;
  }
}

/**
 * Replaces everything found in the texts of one request, each type by its policy's operator. The same person or value
 * has the same placeholder in all of them and in all later calls with the returned map. What a request about nobody says of
 * areas, months and sources stays (impersonal.ts). Changes none of its arguments.
 */
export function pseudonymise(
  given: readonly Slot[],
  { policy, map, keepPlaceholders = false, year = 0 }: Options,
): Pseudonymised {
  const slots = withKnown(withoutImpersonal(given, map), map);
  const operator = (type: IdentifierType) => operatorFor(policy, type);
  const cut = slots.map((slot) => stretches(slot, operator, keepPlaceholders ? map : undefined));
  const plain = cut.map((all) =>
    all.map((stretch) => stretch.kept ?? withoutPlaceholder(stretch, map, year - 89)),
  );
  const open = cut.flatMap((all, slot) => all.filter((_, index) => plain[slot]?.[index] === undefined));
  const assigned = assign(open, map);

  let neutral = 0;
  const done = slots.map(({ text }, slot) => {
    const pieces: Piece[] = (cut[slot] ?? []).map((stretch, index) => ({
      stretch,
      text: plain[slot]?.[index] ?? assigned.placeholders.get(stretch) ?? removed,
    }));
    const clean = neutralised(text, sortedNames(text, pieces), assigned.map);
    neutral += clean.count;
    return { text: clean.text, findings: clean.findings };
  });
  const rare = slots.some(({ text, findings }) => rareCombination(findings, text, policy));
  return { slots: done, map: assigned.map, signals: { neutralised: neutral, rare } };
}
