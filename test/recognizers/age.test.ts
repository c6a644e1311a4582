// SPDX-License-Identifier: Apache-2.0
import { age } from '../../lambdas/recognizers/age.ts';
import { recognizes } from './table.ts';

recognizes(age, {
  finds: [
    ['hyphens', 'a 92-year-old woman', '92'],
    ['short', '94 y/o male', '94'],
    ['shorter', 'a 97yo', '97'],
    ['aged', 'aged 94', '94'],
    ['over a hundred', 'a 101-year-old', '101'],
    ['years of age', '93 years of age', '93'],
    ['a label', 'Age: 91', '91'],
    ['sex behind', '96 F with cough', '96'],
    ['words', 'a ninety-two year old', 'ninety-two'],
    ['a decade', 'in her nineties', 'nineties'],
    ['a word for it', 'a nonagenarian', 'nonagenarian'],
    ['Spanish', 'mujer de 94 años', '94'],
    ['said of somebody', 'My uncle died, he was 97.', '97'],
    ['turning', 'she turns 90 soon', '90'],
  ],
  ignores: [
    ['89', 'an 89-year-old'],
    ['a child', 'a 9-year-old'],
    ['a percentage', '95% confidence, saturation 98'],
    ['a blood pressure', 'BP 94/60'],
    ['a weight', 'weighs 92 kg'],
    ['a dose', '90 mg twice daily'],
    ['a duration', 'for 90 days'],
    ['a saturation', 'she was 94% on air'],
    ['a temperature of somebody', 'she was 98.6 at noon'],
    ['a percentile', 'the 97th percentile'],
    ['a decimal', 'temperature 98.6 F'],
    ['an impossible age', 'a 190-year-old tree'],
    ['a decade of the century', 'in the early 1990s'],
    ['a room', 'room 94'],
    ['a year', 'in 1994'],
    ['a speed', '90 miles an hour'],
    ['a percentile', 'in the 95th percentile'],
    ['a page', 'page 99'],
  ],
});
