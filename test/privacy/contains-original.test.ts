// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { containsOriginal } from '../../lambdas/privacy/contains-original.ts';
import { emptyIdentityMap } from '../../lambdas/privacy/identity-map.ts';
import { pseudonymise } from '../../lambdas/privacy/pseudonymise.ts';
import { every, policy, secretOf } from './people.ts';

const text =
  "John Okafor, Will Grace, Sean O'Brien, Maria Garcia-Lopez; SSN 219-09-9999, card 4111 1111 1111 1111, (603) 555-0142, ann@mail.example, MRN M0012345, 03/04/2021, May 2021, Portsmouth, 77 Harbor Rd, room 12, Zellwood Heights";
const findings = [
  ...every(text, 'NAME', 'John Okafor', 'Will Grace', "Sean O'Brien", 'Maria Garcia-Lopez'),
  ...every(text, 'SSN', '219-09-9999'),
  ...every(text, 'CARD', '4111 1111 1111 1111'),
  ...every(text, 'PHONE', '(603) 555-0142'),
  ...every(text, 'EMAIL', 'ann@mail.example'),
  ...every(text, 'MRN', 'M0012345'),
  ...every(text, 'DATE', '03/04/2021', 'May 2021'),
  ...every(text, 'PLACE', 'Portsmouth', 'Zellwood Heights'),
  ...every(text, 'STREET', '77 Harbor Rd'),
  ...every(text, 'CODE', '12'),
];
const { map, slots } = pseudonymise([{ text, findings }], { policy, map: emptyIdentityMap(secretOf(4)) });
const seen = (answer: string) =>
  containsOriginal(answer, map).map(({ start, end }) => answer.slice(start, end));

describe('an original value in an answer', () => {
  it.each([
    ['as it was', 'for John Okafor today', 'John Okafor'],
    ['in upper case', 'for JOHN OKAFOR today', 'JOHN OKAFOR'],
    ['in lower case', 'for john okafor today', 'john okafor'],
    ['family name first', 'for Okafor, John today', 'Okafor, John'],
    ['the family name alone', 'for Mr. Okafor today', 'Okafor'],
    ['possessive', 'for Okafor’s chart', 'Okafor'],
    ['with a zero-width space', 'for Oka\u200Bfor today', 'Oka\u200Bfor'],
    ['with a hyphen for a space', 'for John-Okafor today', 'John-Okafor'],
    ['with an apostrophe', 'for Mr. O’Brien today', 'O’Brien'],
    ['names that are words, together', 'for Will Grace today', 'Will Grace'],
    ['digits only', 'number 219099999 it is', '219099999'],
    ['other separators', 'number 219 09 9999 it is', '219 09 9999'],
    ['a card without spaces', 'card 4111111111111111.', '4111111111111111'],
    ['a telephone number with country code', 'call +1-603-555-0142 now', '+1-603-555-0142'],
    ['an e-mail address in upper case', 'to ANN@MAIL.EXAMPLE now', 'ANN@MAIL.EXAMPLE'],
    ['a record number in lower case', 'see m0012345 now', 'm0012345'],
    ['a date in another writing', 'on March 4, 2021 it', 'March 4, 2021'],
    ['a date, ISO', 'on 2021-03-04 it', '2021-03-04'],
    ['a month', 'in 05/2021 it', '05/2021'],
    ['a place', 'in Portsmouth it', 'Portsmouth'],
    ['an address', 'at 77 harbor rd. it', '77 harbor rd'],
  ])('is seen %s', (_, answer, evidence) => {
    expect(seen(answer)).toContain(evidence);
  });

  it.each([
    ['a name that is a word', 'You will need grace.'],
    ['a name that is a word, at the start of a sentence', 'Will it help? Grace helps.'],
    ['a given name alone', 'John the Baptist'],
    ['a short number', 'Take 12 tablets in room 12.'],
    ['another person of the name', 'Johnson and Okaforian'],
    ['a disease named after somebody', 'signs of Okafor syndrome'],
    ['the first word of a value, at the end', 'in the Zellwood'],
    ['another day', 'on March 5, 2021 or 2021-04-03'],
    ['a longer number that begins alike', 'item 2190999991234'],
    ['the de-identified text itself', slots[0]?.text ?? ''],
    ['nothing', ''],
  ])('is not seen in %s', (_, answer) => {
    expect(seen(answer)).toEqual([]);
  });
});
