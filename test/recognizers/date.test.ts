// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { birthYear } from '../../lambdas/recognizers/birth-year.ts';
import { date } from '../../lambdas/recognizers/date.ts';
import { recognizes, valuesIn } from './table.ts';

recognizes(date, {
  finds: [
    ['ISO', 'on 2024-03-15', '2024-03-15'],
    ['a time stamp', '2024-03-15T14:30:00.123Z', '2024-03-15T14:30:00.123Z'],
    ['a time stamp with a space', '2024-03-15 14:30:05', '2024-03-15 14:30:05'],
    ['American', 'seen 3/15/2024', '3/15/2024'],
    ['American, two digits', '03/15/24', '03/15/24'],
    ['European', '15.03.2024', '15.03.2024'],
    ['European, two digits', '15.3.24', '15.3.24'],
    ['hyphens', '15-03-2024', '15-03-2024'],
    ['month first', 'March 15, 2024', 'March 15, 2024'],
    ['an ordinal', 'March 15th, 2024', 'March 15th, 2024'],
    ['an ordinal without a year', 'on March 3rd', 'March 3rd'],
    ['shortened', 'Mar 15', 'Mar 15'],
    ['shortened with a full stop', 'Sept. 5, 2023', 'Sept. 5, 2023'],
    ['day first', '12 March 2024', '12 March 2024'],
    ['day of month', 'the 15th of May', '15th of May'],
    ['capitals', '12 MARCH 2024', '12 MARCH 2024'],
    ['lower case', 'march 12th 2024', 'march 12th 2024'],
    ['a year in short', "Aug 22, '24", "Aug 22, '24"],
    ['hyphenated', '5-May-2021', '5-May-2021'],
    ['together', '05MAY2021', '05MAY2021'],
    ['a weekday', 'Friday, March 15, 2024', 'Friday, March 15, 2024'],
    ['a range', 'March 3-5, 2024', 'March 3-5, 2024'],
    ['month and year', 'since January 2023', 'January 2023'],
    ['month and year in numbers', 'in 03/2024', '03/2024'],
    ['a month alone after a preposition', 'seen in December', 'December'],
    ['a month told by when it was', 'seen last December', 'last December'],
    ['a shortened month in small letters', 'called on oct 12 about it', 'oct 12'],
    ['day first in small letters', 'went home 3 nov', '3 nov'],
    ['a weekday and its number', 'bruises on Monday the 9th.', 'Monday the 9th'],
    ['German without a year', 'Befund vom 17.11. liegt vor', '17.11.'],
    ['day and month after what happened', 'evicted 11/1, staying with a friend', '11/1'],
    ['a weekday and its date', 'F/u Weds 12/2 with her', 'Weds 12/2'],
    ['a holiday', 'not himself since Labor Day.', 'Labor Day'],
    ['the end of a month that is no quarter', 'cash deposits until 08/30/2026 by one man', '08/30/2026'],
    ['a day of the month', 'discharged on the 9th, well', 'the 9th'],
    ['day and month', 'due 05/21', '05/21'],
    ['day and month after a cue', 'seen on 3/4', '3/4'],
    ['day and month of a result', 'labs from 2/28 attached', '2/28'],
    ['what it is compared with', 'compare with 3/1 please', '3/1'],
    ['what it was moved from', 'biopsy moved from 1/9 to 1/16', '1/9'],
    ['what it was moved to', 'biopsy moved from 1/9 to 1/16', '1/16'],
    ['yesterday beside its date', 'seen yesterday (4/17/26)', 'yesterday'],
    ['yesterday behind its date', 'On March 9, yesterday, she fell', 'yesterday'],
    ['tomorrow and its date', 'back tomorrow 11/21', 'tomorrow'],
    ['a month told twice', 'Last month, March 2024, was fine', 'Last month'],
    ['days ago and their date', 'fell three days ago (May 4)', 'three days ago'],
    ['yesterday in Spanish', 'vino ayer, 4 de mayo de 2025', 'ayer'],
    ['HL7', 'DOB|19580412|F', '19580412'],
    ['German', 'am 3. März 2024', '3. März 2024'],
    ['Spanish', '12 de marzo de 2024', '12 de marzo de 2024'],
    ['French', 'le 1er février 2024', '1er février 2024'],
    ['Russian', '5 марта 2020', '5 марта 2020'],
    ['Chinese', '2024年3月15日', '2024年3月15日'],
    ['Vietnamese', 'ngày 8 tháng 12 năm 1970', 'ngày 8 tháng 12 năm 1970'],
    ['the second month of a range', 'cashed Oct 3-Oct 9', 'Oct 9'],
    ['the day of an operation', 's/p lap chole 11/3, tolerating diet', '11/3'],
    ['the day of a stroke', 'R CVA 9/21. goals?', '9/21'],
    ['when a catheter was changed', 'foley was changed 11/1 by', '11/1'],
  ],
  ignores: [
    ['a fraction that was removed', 'removed 1/2 of the lesion'],
    ['what a stroke is due to', 'strength 4/5, gait 3/5 after CVA'],
    ['half a dose', 'changed 1/2 tab to one'],
    ['a score after an operation', 's/p TKA, pain 3/10'],
    ['a bare year', 'since 2019'],
    ['a fraction', '1/2 tablet'],
    ['all day', 'care 24/7'],
    ['blood pressure', 'BP 120/80'],
    ['a pain score', 'pain 8/10'],
    ['strength', 'strength 5/5 on the left'],
    ['a murmur', '2/6 systolic murmur'],
    ['an impossible month and day', '25/25 means always'],
    ['an impossible date', '2024-13-45'],
    ['a version', 'version 1.2.13'],
    ['a laboratory value', 'Na 138, K 4.2, Cr 1.1'],
    ['a gene', 'the SEPT9 gene'],
    ['a holiday in general', 'Labor Day hours of the pharmacy'],
    ['a section number', 'see 17.11. below'],
    ['a quarter in numbers', 'cash and total assets, 12/31/2019'],
    ['a floor', 'moved to the 9th floor on the 5th day'],
    ['a verb', 'patients may 5 times a day'],
    ['yesterday', 'seen yesterday, two weeks ago'],
    ['a time', 'at 14:30 on Monday'],
    ['a telephone number', '415-555-0132'],
    ['a ratio', 'INR 2-3, 1:20'],
    ['letters around it', 'is2024-06-05x'],
    ['a balance date', 'total assets as of December 31, 2019'],
    ['a reporting period', 'revenue for the year ended March 31, 2019'],
    ['the date of a law', 'the Act of July 30, 1965'],
    ['a range of ages', 'patients aged 18-65'],
    ['a dose range', 'take 1-2 tablets'],
    ['a temperature', 'T 38.2, HR 88'],
    ['a telephone extension', 'ext. 4417'],
    ['an amount with cents', 'a fee of $12.30'],
    ['a thousand', '1,200 patients'],
    ['a grid of a test', 'visual acuity 20/40'],
    ['another acuity', '20/20 in both eyes'],
    ['a reflex', 'reflexes 2+/4'],
    ['a count of visits', '3 of 12 sessions'],
    ['a staging', 'stage 2B, grade 3/4'],
    ['a chapter', 'chapter 11 bankruptcy'],
    ['a form', 'form 1099 and form 10-K'],
    ['a rule', '45 CFR 164.514'],
    ['a paragraph', 'section 4.2.1 of the plan'],
    ['an IP address', '10.12.20.19'],
    ['a share', 'split 50/50'],
    ['a rate', 'interest of 4.125 %'],
    ['a bed', 'bed 12-3'],
    ['a gauge', 'a 22-gauge needle'],
    ['an isotope', 'Tc-99m scan'],
    ['a lens', '-2.25 in the left eye'],
    ['an apgar', 'Apgar 8/9'],
    ['a score of coma', 'GCS 14/15'],
    ['a drug with a number', 'vitamin B12 and T4'],
    ['the verb march', 'they march on'],
    ['may as a verb', 'she may drink 2 cups'],
    ['hours', 'q6h, every 4-6 hours'],
    ['a half-life', 'half-life 2-3 days'],
    ['minutes', 'after 10-15 min'],
    ['a serial dilution', '1:40, 1:80'],
    ['a model', 'a 787-9 aircraft'],
    ['a batch of lab values', '5.1/3.2/140'],
    ['a price', '20.50 dollars'],
  ],
});

describe('a date', () => {
  it('of a person is found even at the end of a quarter', () => {
    expect(valuesIn(date, 'Patient admitted December 31, 2019')).toEqual(['December 31, 2019']);
  });
  it('leaves the time of day out', () => {
    expect(valuesIn(date, 'March 15, 2024 at 14:30')).toEqual(['March 15, 2024']);
  });
  it.each([
    ['what today is', 'Today is 3/4/2026.', '3/4/2026'],
    ['another day', 'Seen March 9, in two weeks she returns', 'March 9'],
    ['a possessive', 'On March 3, 2024, yesterday’s labs', 'March 3, 2024'],
    ['another sentence', 'Seen March 9. Yesterday she called', 'March 9.'],
  ])('leaves beside it %s', (_why, text, value) => {
    expect(valuesIn(date, text)).toEqual([value]);
  });
});

recognizes(birthYear(2026), {
  finds: [
    ['a birth year of 90 years ago', 'born in 1936', '1936'],
    ['one long ago', 'YOB: 1921', '1921'],
    ['another word', 'date of birth 1930', '1930'],
  ],
  ignores: [
    ['a birth year of 89 years ago', 'born in 1937'],
    ['a year of something else', 'smoking since 1936'],
    ['a bare year', '1936'],
    ['a whole date, which is another recognizer’s', 'DOB 1936-04-12'],
  ],
});

describe('the birth-year recognizer', () => {
  it('counts from the year it is given', () => {
    expect(valuesIn(birthYear(2030), 'born in 1940')).toEqual(['1940']);
    expect(valuesIn(birthYear(2029), 'born in 1940')).toEqual([]);
  });
});
