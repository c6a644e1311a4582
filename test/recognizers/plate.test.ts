// SPDX-License-Identifier: Apache-2.0
import { nationalPlate, plate } from '../../lambdas/recognizers/plate.ts';
import { recognizes } from './table.ts';

recognizes(plate, {
  finds: [
    ['beside the word', 'license plate 7KQR482', '7KQR482'],
    ['in groups', 'plate number: ABX 4482', 'ABX 4482'],
    ['German', 'Kennzeichen B-QX 4481', 'B-QX 4481'],
  ],
  ignores: [
    ['a fracture plate', 'plate and screws in place'],
    ['a year', 'registration 2024'],
    ['no label', '7KQR482'],
  ],
});
recognizes(nationalPlate, {
  finds: [
    ['Britain today', 'my car is KX21 RWD', 'KX21 RWD'],
    ['Britain in its own cell', 'KX71RWD', 'KX71RWD'],
    ['Britain before 2001', 'reg P482 KYW', 'P482 KYW'],
    ['India', 'MH12AB4482', 'MH12AB4482'],
    ['Turkey', 'plaka 34 QWE 482', '34 QWE 482'],
    ['Nigeria', 'vehicle KJA 482AB', 'KJA 482AB'],
  ],
  ignores: [
    ['a vertebra and a scan', 'T12 MRI shows a fracture'],
    ['a vitamin', 'vitamin B12 AND iron'],
    ['how long', 'truck driver with pain x3 wks'],
    ['a vertebra in a sentence', 'his car hit a wall, T12 was broken'],
    ['age 00', 'car KX00 RWD'],
    ['age 35', 'car KX35 RWD'],
    ['province 99', 'plaka 99 QWE 482'],
  ],
});
