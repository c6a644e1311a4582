// SPDX-License-Identifier: Apache-2.0
import type { PatternRecognizer } from '../recognizer.ts';
import { africa } from './africa.ts';
import { americas } from './americas.ts';
import { asia } from './asia.ts';
import { australia } from './australia.ts';
import { easternEurope } from './eastern-europe.ts';
import { france } from './france.ts';
import { germany } from './germany.ts';
import { india } from './india.ts';
import { italy } from './italy.ts';
import { lowCountriesAndAlps } from './low-countries-and-alps.ts';
import { nordics } from './nordics.ts';
import { spain } from './spain.ts';
import { turkey } from './turkey.ts';
import { unitedKingdom } from './united-kingdom.ts';

/** National, tax and health numbers outside the United States. */
export const national: readonly PatternRecognizer[] = [
  ...unitedKingdom,
  ...germany,
  ...spain,
  ...italy,
  ...france,
  ...nordics,
  ...lowCountriesAndAlps,
  ...easternEurope,
  ...turkey,
  ...americas,
  ...australia,
  ...india,
  ...asia,
  ...africa,
];
