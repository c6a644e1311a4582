// SPDX-License-Identifier: Apache-2.0
import type { Identity, IdentityMap } from '../records/identity.ts';
import { anchorOf, type Distance, writtenDistance } from './date-placeholders.ts';
import { normalise } from './normalise.ts';
import { bareType, issuedIn, plainType } from './issued.ts';
import { certain, meant } from './meant.ts';
import { remains } from './remains.ts';
import { gap, surroundings } from './surroundings.ts';

/** Something that is, or looks like, a placeholder. Offsets are UTF-16 code units, brackets included. */
export type FoundPlaceholder = Readonly<{ start: number; end: number }> &
  (
    | Readonly<{ status: 'unknown' | 'damaged' }>
    | Readonly<{
        status: 'known';
        identity: Identity;
        /** From the anchor, for a date that is told by its distance. */
        distance: Distance | undefined;
        /** How it should be written. */
        canonical: string;
        /** A possessive or plural inside the brackets: it follows the value. */
        suffix: string;
      }>
  );

type Unplaced =
  { status: 'unknown' | 'damaged' } | Omit<Extract<FoundPlaceholder, { status: 'known' }>, 'start' | 'end'>;

/** All of the first, and those of the second (both sorted and disjoint) that touch none of them. */
function merge(first: readonly FoundPlaceholder[], second: readonly FoundPlaceholder[]): FoundPlaceholder[] {
  let next = 0;
  const apart = second.filter(({ start, end }) => {
    while ((first[next]?.end ?? Infinity) <= start) next += 1;
    return (first[next]?.start ?? Infinity) >= end;
  });
  return [...first, ...apart].sort((a, b) => a.start - b.start);
}

const core = new RegExp(
  String.raw`(?<!\d)(\d{1,4})(?=(${gap})([0-9A-Za-z]{2})(?:s(?![0-9A-Za-z])|(?!_{0,6}[0-9A-Za-z])))`,
  'g',
);
const looseDistance = /^\s{0,2}[+-]\s{0,2}\d{1,9}(?:[dwmy](?![\p{L}\d])|[\]}>])|^\+\d/u;
const mark = /[_[{<【〔«‹⟦⟨「]/;

function readShift(written: string): Distance {
  const [, sign = '+', amount = '0', unit = 'd'] = /([+-])\s*(\d+)\s*([dwmy])/i.exec(written) ?? [];
  return { amount: Number(amount) * (sign === '-' ? -1 : 1), unit: unit.toLowerCase() as Distance['unit'] };
}

/**
 * Every placeholder in a text, in whatever form it came back, and everything that was meant as one but names nobody
 * for certain. Sorted, disjoint. A placeholder is known only by its ordinal and both check characters, and, where its type
 * word is one, by that too: so never one identity's for another's.
 */
export function findPlaceholders(text: string, map: IdentityMap): FoundPlaceholder[] {
  const view = normalise(text);
  const issued = issuedIn(map);
  const anchor = anchorOf(map);
  const whole: FoundPlaceholder[] = [];
  const add = (start: number, end: number, rest: Unplaced) => {
    const place = view.toOriginal(start, end);
    if (place.start >= (whole.at(-1)?.end ?? 0)) whole.push({ ...place, ...rest });
  };

  for (const match of view.text.matchAll(core)) {
    const [digits, , second = '', letters = ''] = match;
    const upper = letters.toUpperCase();
    const alike = issued.by(Number(digits), upper);
    // Prose is full of a number and two letters ("120 mg"): look closer only where somebody is or could be meant.
    if (
      alike.length === 0 &&
      letters !== upper &&
      !mark.test(view.text.slice(Math.max(0, match.index - 64), match.index))
    )
      continue;
    const around = surroundings(
      view.text,
      match.index,
      match.index + digits.length + second.length + letters.length,
    );
    const type = around.type === undefined ? undefined : plainType(around.type);
    const word = type === undefined ? plainType(around.word ?? '') : '';
    // A type word with a slip of the keyboard is still that type, and no translation of another.
    const types = type === undefined ? issued.like(word) : [type];
    const fitting =
      types.length === 0 ? alike : alike.filter((identity) => types.includes(bareType(identity.type)));
    const [identity] = fitting;
    const told =
      identity !== undefined &&
      fitting.length === 1 &&
      certain(around, second, letters) &&
      !(type === undefined && issued.rival(word, identity));
    if (told) {
      const after = view.text.slice(around.end, around.end + 16);
      const distance = around.shift === undefined ? undefined : readShift(around.shift);
      // A distance that cannot be read must not be left standing beside the date it was to be added to.
      const open = around.bracketed && !around.enclosed;
      const loose = identity.type === 'DATE' && (open ? /^\s{0,2}[+-]/ : looseDistance).test(after);
      if (loose || (distance !== undefined && identity !== anchor))
        add(around.start, around.end, { status: 'damaged' });
      else {
        const canonical = `[${identity.placeholder}${distance === undefined ? '' : writtenDistance(distance)}]`;
        add(around.start, around.end, {
          status: 'known',
          identity,
          distance,
          canonical,
          suffix: around.suffix ?? '',
        });
      }
    } else if (
      meant(around, [digits, second, letters], issued) ||
      (alike.length > 0 && (around.broken || certain(around, second, letters)))
    ) {
      const near =
        type === undefined
          ? alike.length > 0
          : issued.ordinal(type, Number(digits)) || issued.check(type, upper);
      add(around.start, around.end, { status: near ? 'damaged' : 'unknown' });
    }
  }
  const rests = remains(view.text, issued).map(({ start, end, status }) => ({
    ...view.toOriginal(start, end),
    status,
  }));
  return merge(whole, rests);
}
