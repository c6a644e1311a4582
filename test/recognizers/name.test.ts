// SPDX-License-Identifier: Apache-2.0
import { name } from '../../lambdas/recognizers/name.ts';
import { isEponym, isNotAName } from '../../lambdas/recognizers/not-names.ts';
import { describe, expect, it } from '@jest/globals';
import { recognizes } from './table.ts';

recognizes(name, {
  finds: [
    ['a patient in Spanish', 'Ayer vi al paciente Iñaki Zubeldia en planta', 'Iñaki Zubeldia'],
    ['a doctor', 'seen by Dr. Quillfeather today', 'Quillfeather'],
    ['a title and two names', 'Mrs. Odile Quillfeather', 'Odile Quillfeather'],
    ['an initial', 'Mr. Odo Q.', 'Odo Q.'],
    ['a line break', 'Dr.\nQuillfeather', 'Quillfeather'],
    ['a label', 'Patient Name: Odile Quillfeather', 'Odile Quillfeather'],
    ['a sentence', 'My name is Odile Quillfeather.', 'Odile Quillfeather'],
    ['a sentence in lower case', 'my name is odile quillfeather.', 'odile quillfeather'],
    ['named', 'a patient named Odile', 'Odile'],
    ['pt', 'pt Odile Q. has', 'Odile Q.'],
    ['a greeting', 'Dear Odile,', 'Odile'],
    ['a signature', 'Sincerely,\nOdile Quillfeather', 'Odile Quillfeather'],
    ['a header', 'From: Odile Quillfeather <o@example.com>', 'Odile Quillfeather'],
    ['family name first', 'Name: Quillfeather, Odile M.', 'Quillfeather, Odile M.'],
    ['a relative', 'her son Odo was', 'Odo'],
    ['an age behind', 'triage: Odo 22m fell off a scooter', 'Odo'],
    ['an age and sex behind', 'Odile Quillfeather 61F, chest pain', 'Odile Quillfeather'],
    ['a degree behind', 'Odile Quillfeather, MD', 'Odile Quillfeather'],
    ['particles', 'Dr. van der Quill', 'van der Quill'],
    ['an apostrophe', "Ms. O'Quill", "O'Quill"],
    ['a passport', 'P<UTOQUILLFEATHER<<ODILE<MARIE<<<<', 'QUILLFEATHER<<ODILE<MARIE'],
  ],
  ignores: [
    ['a disease', "Parkinson's disease and Hodgkin lymphoma"],
    ['a score', 'Glasgow Coma Scale 15, Apgar 9'],
    ['a greeting to all', 'Dear Team,'],
    ['the patient in general', 'Patient Denies pain'],
    ['a department', 'Patient Education'],
    ['a colour of the month', 'her mother in May'],
    ['a doctor in general', 'the doctor said'],
    ['a sentence', 'My name was misspelled'],
    ['a bed', 'Bed 12F is free, Walked 50m with help'],
  ],
});

describe('what is not a name', () => {
  it.each(['Parkinson', "Crohn's", 'Apgar', 'Foley'])('%s is an eponym', (word) => {
    expect(isEponym(word)).toBe(true);
  });
  it.each(['Quillfeather', 'Odile'])('%s is not an eponym', (word) => {
    expect(isEponym(word)).toBe(false);
  });
  it.each(['The Patient', 'Medical History', 'January'])('%s is not a name', (phrase) => {
    expect(isNotAName(phrase)).toBe(true);
  });
  it.each(['Odile', 'The Quillfeather'])('%s may be a name', (phrase) => {
    expect(isNotAName(phrase)).toBe(false);
  });
});
