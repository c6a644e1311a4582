// SPDX-License-Identifier: Apache-2.0
import { mrn } from '../../lambdas/recognizers/mrn.ts';
import { recognizes } from './table.ts';

recognizes(mrn, {
  finds: [
    ['the short label', 'MRN: 7730214', '7730214'],
    ['the long label', 'medical record number 77-30214', '77-30214'],
    ['a sentence', 'his MRN is A7730214', 'A7730214'],
    ['a hash', 'mrn#7730214', '7730214'],
    ['a chart', 'Chart No. 0077302', '0077302'],
    ['letters and hyphens', 'Patient ID: PX-2024-0071', 'PX-2024-0071'],
    ['JSON', '{"patient_id": "P7730214"}', 'P7730214'],
    ['letters that are also a marker', 'MRN CD-4471', 'CD-4471'],
    ['a table', '| MRN | 7730214 |', '7730214'],
    ['Spanish', 'NHC: 7730214', '7730214'],
    ['Chinese', '病历号：ZY773021', 'ZY773021'],
  ],
  ignores: [
    ['a number without a label', '7730214'],
    ['the label without a number', 'no MRN on file'],
    ['another number further on', 'MRN was requested, and 7730214 tablets were counted'],
    ['two digits', 'chart 12'],
    ['a dose', 'patient given 5000 units'],
    ['a year', 'chart review 2019'],
    ['a marker', 'patient CA-125 of 80, IL-6 normal'],
    ['a scale', 'pt PHQ-9 12'],
    ['a trial', 'patient NCT01234567'],
    ['a file size', 'file of 4500 bytes'],
    ['medical records in general', 'medical records are kept 10 years'],
    ['a chart in general', 'see chart below'],
  ],
});
