// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { detect } from '../../lambdas/privacy/detect.ts';
import { hl7 } from '../../lambdas/privacy/hl7.ts';
import { labelFor } from '../../lambdas/privacy/labels.ts';
import { normalise } from '../../lambdas/privacy/normalise.ts';
import { finds } from './people.ts';

const labelled = [
  finds('NAME', /(?<=(?:Patient|First|Last) name: (?:Mr\. )?)[\p{L}' -]{2,30}/gu),
  finds('MRN', /(?<=MRN: )\d+/g),
  finds('DATE', /(?<=birth: )[\d/-]+/g),
];
const found = (text: string) => [
  ...new Set(
    detect(text, { recognizers: labelled, threshold: 0.5 }).findings.map(({ start, end }) =>
      text.slice(start, end).trim(),
    ),
  ),
];

describe('data reads as a form', () => {
  it.each([
    ['JSON', '{"firstName":"chidi","lastName":"okafor","mrn":8834521}', ['chidi', 'okafor', '8834521']],
    ['JSON in a JSON string', String.raw`{"body":"{\"patient_name\":\"chidi okafor\"}"}`, ['chidi okafor']],
    [
      'CSV',
      'first_name,last_name,mrn\nchidi,okafor,8834521\nanna,larsen,8834522',
      ['chidi', 'okafor', '8834521', 'anna', 'larsen', '8834522'],
    ],
    ['CSV with quotes', 'name,mrn\n"okafor chidi",1', ['okafor chidi', '1']],
    ['tabs', 'Name\tDOB\nchidi okafor\t4/12/1958', ['chidi okafor', '4/12/1958']],
    [
      'a Markdown table',
      '| Name | DOB |\n|---|---|\n| chidi okafor | 4/12/1958 |',
      ['chidi okafor', '4/12/1958'],
    ],
    ['XML', '<patient><lastName>okafor</lastName></patient>', ['okafor']],
    ['a query', 'https://x.example/?first_name=chidi&mrn=8834521', ['8834521']],
    [
      'HL7',
      'MSH|^~\\&|A\nPID|1||8834521^^^H^MR||OKAFOR^CHIDI^N||19580412|M',
      ['8834521^^^H^MR', 'OKAFOR^CHIDI^N', '19580412'],
    ],
  ])('%s', (_, text, values) => {
    expect(found(text)).toEqual(expect.arrayContaining(values));
  });

  it.each([
    ['prose with commas', 'First, name the city, then the street.\nSecond, go there.'],
    ['a table of values', 'time,pulse\n08:00,72\n09:00,75'],
    ['JSON without persons', '{"dose": 5, "unit": "mg"}'],
    ['pipes', 'a | b | c\nd | e | f'],
  ])('%s stays as it is', (_, text) => {
    expect(normalise(text).views).toEqual([]);
  });
});

describe('HL7 fields', () => {
  it.each([
    ['a name, given name first', 'PID|||||OKAFOR^CHIDI^N', ['\nPatient name: Mr. Chidi N Okafor\n']],
    ['a birth date', 'PID|||||||19580412', ['\nDate of birth: 1958-04-12\n']],
    [
      'an address',
      'PID|||||||||||77 HARBOR RD^^PORTSMOUTH^NH^03801',
      ['\nAddress: 77 Harbor Rd, Portsmouth, NH 03801\n'],
    ],
    ['a doctor', 'PV1|||||||123^LARSEN^ANNA', ['\nDoctor: Dr. Anna Larsen\n']],
    ['the first of several', 'NK1||A^B~C^D', ['\nPatient name: Mr. B A\n']],
    ['a segment without persons', 'PID|1\nOBX|1|NM|GLU||182|mg/dL', []],
    ['prose', 'PID control | see above', []],
  ])('%s', (_, message, shown) => {
    expect(hl7(message).map(({ text }) => text)).toEqual(shown);
  });
});

describe('labels', () => {
  it.each([
    ['lastName', 'Last name'],
    ['PATIENT_NAME', 'Patient name'],
    ['Date of Birth', 'Date of birth'],
    ['ssn', 'SSN'],
    ['home_phone_number', 'Phone'],
    ['E-Mail Address', 'Email'],
    ['zipCode', 'ZIP code'],
    ['cardNumber', 'Card number'],
  ])('%s is %s', (name, label) => {
    expect(labelFor(name)).toBe(label);
  });

  it.each(['drug_name', 'filename', 'address_space', 'pin_diagram', 'phone_home_screen', 'x'.repeat(60), ''])(
    '%s is none',
    (name) => {
      expect(labelFor(name)).toBeUndefined();
    },
  );
});
