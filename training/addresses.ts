// SPDX-License-Identifier: Apache-2.0
import * as places from './geography.ts';
import { digits } from './numbers.ts';
import { person } from './persons.ts';
import type { Random } from './random.ts';

/** Postal addresses of many countries, over one line or several. */
export function address(random: Random): string {
  const line = random.pick([', ', ', ', ' ', '\n', '\n ', '\n  ', ',\n', '\n> ']);
  const street = random.pick([
    '{num4} {streetName}',
    '{num4} {streetName}',
    '{num3} {foreignStreet}',
    '{foreignStreet} {num3}',
    '{num3} {foreignStreet} {num3}',
    '{num4} {foreignStreet} {num3}',
    'the corner of {foreignStreet} {num3} and {foreignStreet}',
    'the corner of {num4} {streetName} and {streetName}',
    'the corner of {foreignStreet} {num3}. and {streetName}',
    '{bare} and {foreignStreet} {num3}',
    '{bareFirst} and {num4} {streetName}',
    '{foreignStreet} {num3} {streetName}',
    '{num4} {streetName} {num2}',
  ]);
  const unit = random.chance(0.4) ? `${random.pick([' ', ', ', line])}{unit}` : '';
  const upper = random.chance(0.25);
  const name = random.pick(random.chance(0.5) ? places.smallCities : places.americanCities);
  const city = upper ? name.toUpperCase() : name;
  const area = random.pick([
    random.pick(places.stateCodes),
    random.pick(places.states),
    random.pick(places.countries),
    random.pick(places.countries),
    random.pick(places.countries),
    '',
  ]);
  const zip = digits(random, random.pick([4, 5, 5, 5, 6]));
  const tail = random.pick([
    `${city}${line}${area} ${zip}`,
    `${city}, ${area} ${zip}`,
    `${city} ${area} ${zip}`,
    `${zip} ${city}`,
    `${zip} ${city}${line}${area}`,
    `${city}${line}${area}${line}${zip}`,
    `${city}, ${area}`,
    `${city} ${area}`,
    `${city}\n, ${area}\n ${zip}`,
    city,
  ]);
  const military = random.pick([
    `PSC ${digits(random, 4)}, Box ${digits(random, 4)}${line}APO AP ${digits(random, 5)}`,
    `USS ${person(random).family}${line}FPO AE ${digits(random, 5)}`,
    `USNV ${person(random).family}${line}FPO AP ${digits(random, 5)}`,
    `USNS ${person(random).family}${line}FPO AA ${digits(random, 5)}`,
    `Unit ${digits(random, 4)} Box ${digits(random, 4)}${line}DPO AE ${digits(random, 5)}`,
  ]);
  if (random.chance(0.08)) return military;
  return `${street}${unit}${random.chance(0.15) ? ' ' : line}${tail}`.replace(/ +(?=\n|$)/g, '').trim();
}
