// SPDX-License-Identifier: Apache-2.0
import { address, street } from '../../lambdas/recognizers/street.ts';
import { recognizes } from './table.ts';

recognizes(street, {
  finds: [
    ['a road by its initials', 'lives at 42 MG Road', '42 MG Road'],
    ['the usual form', 'lives at 482 Maple Street.', '482 Maple Street'],
    [
      'the city, state and ZIP behind it',
      '482 Maple St, Quillville, PA 15213 is',
      '482 Maple St, Quillville, PA 15213',
    ],
    ['a direction and an ordinal', '77 N. 5th Avenue', '77 N. 5th Avenue'],
    ['a unit', '482 Maple Street, Apt 7', '482 Maple Street, Apt 7'],
    [
      'lines',
      '482 Maple Street\nApt. 7\nQuillville, PA 15213',
      '482 Maple Street\nApt. 7\nQuillville, PA 15213',
    ],
    ['capitals', '482 MAPLE STREET', '482 MAPLE STREET'],
    ['lower case', 'at 482 maple street', '482 maple street'],
    ['a box', 'P.O. Box 4481', 'P.O. Box 4481'],
    ['German', 'Quillstraße 12, 10115 Berlin', 'Quillstraße 12, 10115 Berlin'],
    ['German in two words', 'Neue Straße 7', 'Neue Straße 7'],
    ['French', '12 rue de la Plume', '12 rue de la Plume'],
    ['Spanish', 'Calle de la Pluma, 23', 'Calle de la Pluma, 23'],
    ['Italian', 'Via Penna 12', 'Via Penna 12'],
    ['Dutch', 'Pennengracht 123', 'Pennengracht 123'],
    ['Swedish', 'Södra Pennagatan 12', 'Södra Pennagatan 12'],
    ['Russian', 'улица Перо, дом 12', 'улица Перо, дом 12'],
    ['military', 'PSC 4481, Box 20', 'PSC 4481, Box 20'],
    ['an Italian street', 'abita in Via Quillara 12', 'Via Quillara 12'],
    ['a flat', 'visits Flat 2, 19 Quill Rd, Hove', 'Flat 2, 19 Quill Rd, Hove'],
    ['a crossing', 'ran a red light at Plume & 9th on', 'Plume & 9th'],
    [
      'a corner',
      'the corner of Maple Street and Fifth Avenue.',
      'the corner of Maple Street and Fifth Avenue',
    ],
  ],
  ignores: [
    ['a length of time in capitals', 'CHEST PAIN X 3 HRS. WIFE AT BEDSIDE. DR QUILL NOTIFIED'],
    ['a dose in capitals', 'GIVE 40 MG LASIX AND RECHECK BY COURT'],
    ['a way of paying', 'paid 400 via ACH trace 0210 today'],
    ['a dose and a doctor', '5 mg by mouth per Dr. Quill'],
    ['a count and a doctor', '10 of the patients saw Dr. Quill'],
    ['a way of giving', '2 Tablets By Mouth'],
    ['a road in general', 'on the road for 12 hours'],
    ['what is called something', 'the gene called UBE3A'],
    ['a list', '1. Rest 2. Fluids 3. Walk'],
    ['a floor exercise', 'pelvic floor 3 times a day'],
    ['a unit of something else', 'unit 4 of blood given'],
    ['a temperature', '38 degrees at court'],
    ['a number of people', '12 people on the way'],
    ['a way to take it', '2 capsules by way of tube'],
    ['a drive in general', 'a 3 hour drive'],
    ['a court in general', '2 judges of the court'],
    ['a lane in general', 'stay in lane 2'],
    ['a place of a number', 'in 3rd place'],
    ['a square in maths', '9 is the square of 3'],
    ['a ward', 'ward 4 is full'],
    ['a park in general', 'walk 20 minutes in the park'],
    ['a heart', '60 beats, circle of care'],
    ['a terrace', 'sat 2 hours on the terrace'],
    ['a box', 'box of 50 gloves'],
    ['a suite of tests', 'a suite of 12 tests'],
    ['a road of healing', 'on day 3 of the road to recovery'],
  ],
});

recognizes(address, {
  finds: [
    ['any street', 'My address is 44 Plumeria 12', '44 Plumeria 12'],
    ['one after a verb', 'send it to 9 Perozova 71.', '9 Perozova 71'],
    [
      'with lines',
      'My address is 44 Plumeria 12\nQuillaby\n, SV\n 77233',
      '44 Plumeria 12\nQuillaby\n, SV\n 77233',
    ],
    ['lower case', 'address: 44 plumeria 12', '44 plumeria 12'],
  ],
  ignores: [
    ['a matter to address', 'we need to address the 3 concerns'],
    ['a person', 'sent to Radiology'],
    ['a meeting', 'meet me at noon'],
    ['a place without a number', 'lives at Home'],
  ],
});
