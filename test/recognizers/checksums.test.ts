// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { aba } from '../../lambdas/recognizers/aba.ts';
import { base58Check } from '../../lambdas/recognizers/base58.ts';
import { bech32 } from '../../lambdas/recognizers/bech32.ts';
import { allSame, digitsOf, isDay, weightedSum } from '../../lambdas/recognizers/digits.ts';
import { luhn } from '../../lambdas/recognizers/luhn.ts';
import { mod11of10 } from '../../lambdas/recognizers/mod11-10.ts';
import { mod97 } from '../../lambdas/recognizers/mod97.ts';
import { mrz731 } from '../../lambdas/recognizers/mrz731.ts';
import { verhoeff } from '../../lambdas/recognizers/verhoeff.ts';

const iban97 = (text: string) => mod97(text.slice(4) + text.slice(0, 4)) === 1;

// Valid numbers were made by other code than the project's.
describe.each([
  [
    'luhn',
    luhn,
    ['4742078023458889', '3724 190271 15676'],
    ['4742078023458880', '4742078023548889', '0', ''],
  ],
  ['aba', aba, ['028840307', '3198-1771-9'], ['028840308', '000000000']],
  ['mod97', iban97, ['DE12500105170648489890', 'FR1420041010050500013M02606'], ['DE13500105170648489890']],
  ['mod11,10', mod11of10, ['38712469094', 'DE678564894'], ['38712469095', '38712496094']],
  ['verhoeff', verhoeff, ['243379619408', '3194 9612 2720'], ['243379619409', '243379619480']],
  ['mrz 7-3-1', mrz731, ['CF4KX7287', 'L8ZT3V9013'], ['CF4KX7288', 'FC4KX7287']],
  [
    'base58check',
    base58Check,
    ['1CPKPuvvqPua8ZKXSpzVAoiwgUQz4j1vz2', '3PwhLJ92eVqF83Wj6ENzwDzhVAvrhkUMc7'],
    ['1CPKPuvvqPua8ZKXSpzVAoiwgUQz4j1vz3', '1CPKPuvvqPua8ZKXSpzVAoiwgUQz4j1v0', 'z'.repeat(60)],
  ],
  [
    'bech32',
    bech32,
    ['bc1q5tyuuefkwznpa5n5lf7dvjrv5k7ptv0vwj55wc', 'BC1Q5TYUUEFKWZNPA5N5LF7DVJRV5K7PTV0VWJ55WC'],
    [
      'bc1q5tyuuefkwznpa5n5lf7dvjrv5k7ptv0vwj55wd',
      'Bc1q5tyuuefkwznpa5n5lf7dvjrv5k7ptv0vwj55wc',
      'bc1',
      '1qqqqqqq',
    ],
  ],
] as const)('%s', (_name, holds: (text: string) => boolean, valid, invalid) => {
  it.each(valid)('holds for %s', (text) => {
    expect(holds(text)).toBe(true);
  });
  it.each(invalid)('does not hold for "%s"', (text) => {
    expect(holds(text)).toBe(false);
  });
});

describe.each([
  ['luhn', luhn, '4742078023458889'],
  ['aba', aba, '028840307'],
  ['mod11,10', mod11of10, '38712469094'],
  ['verhoeff', verhoeff, '243379619408'],
] as const)('%s', (_name, holds: (text: string) => boolean, valid) => {
  it('notices every wrong digit', () => {
    for (let at = 0; at < valid.length; at += 1)
      for (let add = 1; add < 10; add += 1) {
        const wrong = String((Number(valid.charAt(at)) + add) % 10);
        expect(holds(valid.slice(0, at) + wrong + valid.slice(at + 1))).toBe(false);
      }
  });
});

describe('digits', () => {
  it('are read through whatever joins them', () => {
    expect(digitsOf('4-1 2.a7')).toEqual([4, 1, 2, 7]);
    expect(weightedSum('12-3', [3, 2, 1])).toBe(10);
  });
  it.each([
    ['1111', true],
    ['1-1-1', true],
    ['1112', false],
  ])('of %s are all the same: %s', (text, same) => {
    expect(allSame(text)).toBe(same);
  });
  it.each([
    [2024, 2, 29, true],
    [2023, 2, 29, false],
    [1900, 2, 29, false],
    [2000, 2, 29, true],
    [2024, 4, 31, false],
    [2024, 13, 1, false],
    [2024, 0, 1, false],
    [2024, 12, 0, false],
    [2024, 12, 31, true],
  ])('%i-%i-%i is a day: %s', (year, month, day, is) => {
    expect(isDay(year, month, day)).toBe(is);
  });
});
