// SPDX-License-Identifier: Apache-2.0
import { biometric } from '../../lambdas/recognizers/biometric.ts';
import { photo } from '../../lambdas/recognizers/photo.ts';
import { recognizes } from './table.ts';

recognizes(biometric, {
  finds: [
    ['a fingerprint', 'fingerprint ID FP-882-0193', 'FP-882-0193'],
    ['a voice', 'voiceprint: VP20391', 'VP20391'],
    ['JSON', '"biometric_identifier": "BIO-44812"', 'BIO-44812'],
  ],
  ignores: [
    ['a method', 'biometric screening for 40 employees'],
    ['no number', 'retinal scan was normal'],
    ['fingerprints in general', 'fingerprints of 3 visitors were taken'],
    ['a voice', 'voice therapy twice a week'],
    ['an iris', 'the iris was clear'],
  ],
});
recognizes(photo, {
  finds: [
    ['a file', 'see jane-face.jpg', 'jane-face.jpg'],
    ['a number', 'photo ID: IMG_44812', 'IMG_44812'],
    ['an image', 'image number 20-4481', '20-4481'],
  ],
  ignores: [
    ['a document', 'see report.pdf'],
    ['an examination', 'image shows 2 nodules'],
    ['the words alone', 'bring a photo ID'],
  ],
});
