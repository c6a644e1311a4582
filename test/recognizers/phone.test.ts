// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { phone } from '../../lambdas/recognizers/phone.ts';
import { recognizes } from './table.ts';

recognizes(phone, {
  finds: [
    ['parentheses', 'call (415) 555-0132', '(415) 555-0132'],
    ['a number no plan would give', '(555) 201-3344', '(555) 201-3344'],
    ['hyphens', '415-555-0132', '415-555-0132'],
    ['dots', '415.555.0132', '415.555.0132'],
    ['the country', '+1 415 555 0132', '+1 415 555 0132'],
    ['an extension', '415-555-0132 ext. 204', '415-555-0132 ext. 204'],
    ['the end of a second number', 'call 415-555-0132 or -0133', '0133'],
    ['the last of three ends', 'call (415) 555-0132, -0133 and -0134', '0134'],
    ['an end behind a stroke', '312 555 0148 / 49', '49'],
    ['an end without a mark', 'ring 312 555 0148 or 0149', '0149'],
    ['an extension alone', 'dial extension 2041', '2041'],
    ['a pager', 'pager 4471', '4471'],
    ['France', '+33 1 42 68 53 00', '+33 1 42 68 53 00'],
    ['Germany at home', 'Tel. 030 1234567', '030 1234567'],
    ['Britain at home', '020 7946 0958', '020 7946 0958'],
    ['Japan at home', '090-1234-5678', '090-1234-5678'],
    ['seven digits beside the word', 'phone 555-0132', '555-0132'],
    ['ten digits beside the word', 'mobile 4155550132', '4155550132'],
    ['groups of two beside the word', "They don't answer, call 42 68 53 00", '42 68 53 00'],
  ],
  ignores: [
    ['a social security number', '412-73-9058'],
    ['a date', '2024-03-15'],
    ['a European date', '05.06.2024'],
    ['eight digits of a date', 'called on 20240315'],
    ['blood pressure', 'call if above 140/90'],
    ['a decimal', '415.5550132'],
    ['an amount', '$415 555 0132'],
    ['ten digits in a sentence', 'tracking 4155550132 shipped'],
    ['seven digits in a sentence', 'gene 555013 variant'],
    ['one digit all over', '000-000-0000'],
    ['a range', 'ages 18-65, n=1200'],
    ['a laboratory value', 'WBC 12.5, platelets 250000'],
    ['a dose', '500 mg 3 times'],
    ['a card', '4742 0780 2345 8889'],
    ['a ZIP code with four more', '15213-2582'],
    ['an IP address', '192.168.100.200'],
    ['a version', 'version 10.0.19045'],
    ['a procedure code', 'CPT 99213, 99214'],
    ['a diagnosis code', 'E11.9, I10'],
    ['a time range', 'from 08:30 to 16:45'],
    ['a coordinate', '40.4406, -79.9959'],
    ['a ratio of counts', '1234 of 56789'],
  ],
});

describe('the phone recognizer', () => {
  it.each([
    ['a year', 'call 415-555-0132 or 2019 will be over'],
    ['a dose', 'call 415-555-0132, 5000 units given'],
    ['a time', 'call 415-555-0132 or 1130 am'],
    ['a fraction', 'call 415-555-0132 and 3-4 more'],
  ])('takes no end of a second number from %s', (_why, text) => {
    expect(phone.find(text).map(({ start, end }) => text.slice(start, end))).toEqual(['415-555-0132']);
  });

  it.each([
    ['fax: 415-555-0132', 'FAX'],
    ['Fax number (415) 555-0132', 'FAX'],
    ['phone: 415-555-0132', 'PHONE'],
    ['fax or phone, whichever: call 415-555-0132', 'PHONE'],
  ])('tells the type of "%s"', (text, type) => {
    expect(phone.find(text).map((finding) => finding.type)).toContain(type);
    expect(new Set(phone.find(text).map((finding) => finding.type)).size).toBe(1);
  });
});
