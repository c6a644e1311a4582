// SPDX-License-Identifier: Apache-2.0
import { containsOriginal } from '../../privacy/contains-original.ts';
import type { Identity, IdentityMap } from '../../records/identity.ts';
import type { AnswerCheck, Span } from './check.ts';
import { squeeze, squeezed } from './squeeze.ts';
import type { View } from './view.ts';

const letter = /[\p{L}\p{N}]/u;
const wordsOf = (value: string) =>
  (value.toLowerCase().match(/[\p{L}\p{M}\p{N}]{1,60}/gu) ?? []).map(squeezed);

/** The forms in which a value would still be itself: as it is, digits only, family name first, backwards. */
function formsOf({ type, value, forms }: Identity): string[] {
  const made = new Set<string>();
  for (const written of [value, ...forms]) {
    const whole = squeezed(written.toLowerCase());
    if (whole.length >= 4 || (whole.length >= 3 && /\d/.test(whole) && type !== 'AGE')) made.add(whole);
    const digits = written.replaceAll(/\D/g, '');
    if (digits.length >= 6 && type !== 'DATE') made.add(digits);
    if (type === 'NAME') {
      const words = wordsOf(written);
      for (let turn = 1; turn < words.length; turn += 1)
        made.add([...words.slice(turn), ...words.slice(0, turn)].join(''));
      if (words.length > 1) made.add([...words].reverse().join(''));
      if (words.length > 2) made.add(`${words[0] ?? ''}${words.at(-1) ?? ''}`);
    }
    if (whole.length >= 8) made.add(Array.from(whole).reverse().join(''));
  }
  return [...made].filter((form) => form.length >= 3);
}

/** Long forms are themselves wherever they stand; short ones only as words, or "Ann" would be in "cannot". */
const anywhere = 12;

/** Names that are words, and titles that make a name of them all the same. */
const ordinary: ReadonlySet<string> = new Set(
  `amber april ashley august autumn baker banks basil bell best bill bishop bond brook butler cash chance charity
  chase chip christian clay clement cliff cook crystal dale dawn dean drew duke earl early earnest eden faith ford forest
  frank gale gates gene ginger glen good grace grant gray green hardy harmony heath holly hope hunter iris ivory ivy
  jack jade jewel josh joy july june justice king lane large lily little long love mark marsh mason may melody mercy merit
  miles mobile nice north olive opal orange page paige parker pat patience paul pearl penny phoenix piper pope price prince
  providence prudence queen ray reading reed rich river rivers rob robin rock rose rosemary rowan royal ruby rush rusty sage
  salem sandy sharp short sky small south star stella sterling stone storm strong sue summer sunny taylor temple terry trinity
  turner victor violet wade walker ward waters webb west white will winter wise wolf wood young`.split(/\s+/),
);
/** Diseases and scores named after somebody are not about a person of that name. */
const eponym =
  /^(?:['’]s?)? (?:disease|syndrome|lymphoma|sign|score|scale|test|criteria|reflex|palsy|fracture|procedure|catheter|maneuver|manoeuvre|law|formula|index|classification|contracture|phenomenon|method|tumou?r|thyroiditis|rule|effect|model|coefficient|distribution)\b/i;
const title = /\b(?:mr|mrs|ms|miss|dr|dear|hello|hi|prof|sir|madam)\.? $/i;
const oneWord = /^[\p{L}\p{M}'’.-]+$/u;

/** Whether a lone word can be a value by itself: not a profession, nor what is a word with a small letter. */
const tellsAlone = ({ type, value, forms }: Identity): boolean =>
  [value, ...forms].some((written) => !oneWord.test(written)) ||
  (type !== 'PROFESSION' && type !== 'ORG' && !ordinary.has(value.toLowerCase()));

const digitsOnly = /\d(?:[\s().·_-]{0,3}\d){5,40}/g;

/** One word of a name, written like a name: the family name alone, or the given name, still names the person. */
function partsOf({ plain }: View, { type, value }: Identity): Span[] {
  if (type !== 'NAME') return [];
  const parts = value.match(/\p{Lu}[\p{L}\p{M}'’-]{3,40}/gu) ?? [];
  return parts
    .flatMap((part) => [part, part.toUpperCase()])
    .flatMap((form) => {
      const at = plain.indexOf(form);
      const end = at + form.length;
      if (at < 0 || letter.test(plain.charAt(at - 1)) || letter.test(plain.charAt(end))) return [];
      if (eponym.test(plain.slice(end, end + 24))) return [];
      const named = !ordinary.has(form.toLowerCase()) || title.test(plain.slice(Math.max(0, at - 8), at));
      return named ? [{ start: at, end }] : [];
    });
}

function spelled(slot: View, map: IdentityMap, given: (part: string) => boolean): Span[] {
  const all = squeezed(slot.lower);
  const runs = [...slot.lower.matchAll(digitsOnly)].map(({ 0: run, index }) => ({
    digits: run.replaceAll(/\D/g, ''),
    start: index,
    end: index + run.length,
  }));
  return map.identities.flatMap((identity) => {
    const forms = tellsAlone(identity) ? formsOf(identity).filter((form) => all.includes(form)) : [];
    const letters = forms.length === 0 ? undefined : squeeze(slot.lower);
    return [
      ...forms.flatMap((form) => letters?.find(form, form.length < anywhere) ?? []),
      ...runs.filter(({ digits }) => forms.some((form) => /^\d{6,}$/.test(form) && digits.includes(form))),
      ...partsOf(slot, identity).filter(({ start, end }) => !given(slot.plain.slice(start, end))),
    ];
  });
}

/**
 * A value that had been replaced, in any form: other case, spacing or punctuation, without accents, digits only,
 * family name first, backwards, another writing of the day, or a part of a name by itself where neither prompt nor
 * documents have that word.
 */
export const originalValue: AnswerCheck = {
  code: 'original-value',
  check: ({ slots, map, question, context }) => {
    if (map.identities.length === 0) return [];
    const given = (part: string) => [question, ...context].some((each) => each.plain.includes(part));
    return slots.flatMap((slot, index) => [
      ...containsOriginal(slot.text, map).map(({ start, end }) => ({ slot: index, start, end })),
      ...spelled(slot, map, given).map(({ start, end }) => ({
        slot: index,
        start: slot.origin(start),
        end: slot.origin(end),
      })),
    ]);
  },
};
