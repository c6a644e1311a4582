// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { postcode } from '../../lambdas/recognizers/postcode.ts';
import { zip } from '../../lambdas/recognizers/zip.ts';
import { isRestrictedZip, zip3 } from '../../lambdas/recognizers/zip3.ts';
import { recognizes } from './table.ts';

recognizes(zip, {
  finds: [
    ['after a state', 'Pittsburgh, PA 15213', '15213'],
    ['after a state written out', 'Tulsa, Oklahoma 74103', '74103'],
    ['ZIP+4', '15213-4481', '15213-4481'],
    ['after its label', 'zip code is 15213', '15213'],
    ['the area alone after its label', 'ZIP 152', '152'],
    ['German', 'PLZ 10115', '10115'],
    ['Dutch', 'postcode: 1012 AB', '1012 AB'],
    ['Brazilian', 'CEP 01310-100', '01310-100'],
    ['Latvian', 'pasta indekss LV-1010', 'LV-1010'],
    ['Russian', 'индекс 101000', '101000'],
  ],
  ignores: [
    ['five digits', 'platelets 15213'],
    ['five digits after a word in capitals', 'WBC 15213'],
    ['six digits after a state', 'PA 152134'],
    ['a decimal after a state', 'PA 15213.5'],
    ['a range', '15213-15220'],
    ['a count', '12345 steps'],
    ['an amount', '$15213'],
    ['a code of a procedure', 'CPT 99213'],
    ['a lot', 'lot 15213'],
    ['four digits after a state', 'PA 1521'],
    ['a year and a count', '2019 10001'],
    ['a score', 'scored 90210 points'],
  ],
});

recognizes(postcode, {
  finds: [
    ['Britain', 'SW1A 2QQ', 'SW1A 2QQ'],
    ['a short one', 'M2 5BQ', 'M2 5BQ'],
    ['together in its own cell', 'EC1A2BQ', 'EC1A2BQ'],
    ['Canada', 'K1P 5M7', 'K1P 5M7'],
    ['the Netherlands', '1012 AB Amsterdam', '1012 AB'],
  ],
  ignores: [
    ['a first letter that is not used', 'VA1 1AA'],
    ['a last letter that is not used', 'M1 1AI'],
    ['a first digit', '1A1 1AA'],
    ['together in a sentence', 'the EC1A2BQ strain'],
    ['a Canadian one with a D', 'D1P 5M7'],
    ['a dose', '1000 MG Tablets'.toLowerCase()],
    ['lower case', 'k1p 5m7'],
  ],
});

describe('the restricted ZIP areas', () => {
  it('are the nineteen of both lists, each once', () => {
    expect(new Set(zip3.restricted).size).toBe(19);
    expect(zip3.restricted.every((area) => /^\d{3}$/.test(area))).toBe(true);
  });
  it.each(['036', '205', '369', '893'])('hold %s', (area) => {
    expect(isRestrictedZip(`${area}01`)).toBe(true);
  });
  it.each(['152', '100', '900'])('do not hold %s', (area) => {
    expect(isRestrictedZip(`${area}01`)).toBe(false);
  });
});
