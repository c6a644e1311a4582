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
    ['an Irish name alone', 're O’Quill — loan', 'O’Quill'],
    ['a couple', 'Mr. and Mrs. Quillfeather called', 'and Mrs. Quillfeather'],
    ['an aide', 'her aide Odile says', 'Odile'],
    ['a grandmother', 'our grandmother Odile fell', 'Odile'],
    ['initials', 'Case 14: patient initials Q.S., SAE', 'Q.S.'],
    ['whom a note is about', 're: Odo’s fever of 103', 'Odo'],
    ['Japanese', '患者羽根一郎様、糖尿病', '羽根一郎'],
    ['Korean', '깃털순 님, 깃털순 씨 예약', '깃털순'],
  ],
  ignores: [
    ['what goes by an Irish name', "the O'Sullivan test, from O'Hare, 5 o'clock"],
    ['a couple without a name', 'Mr. and Mrs. both called'],
    ['an aide in general', 'his aide was late, her boss is kind'],
    ['initials in general', 'initials are missing, put your initials here'],
    ['a disease that a note is about', 're: Parkinson’s treatment, re Crohn’s diet'],
    ['everybody in Japanese', '皆様、お客様へ'],
    ['a patient in Korean', '입원 환자, 외래 환자'],
    ['a grandmother in general', 'my grandmother had gout'],
    ['a disease', "Parkinson's disease and Hodgkin lymphoma"],
    ['a score', 'Glasgow Coma Scale 15, Apgar 9'],
    ['a greeting to all', 'Dear Team,'],
    ['the patient in general', 'Patient Denies pain'],
    ['a department', 'Patient Education'],
    ['a colour of the month', 'her mother in May'],
    ['a doctor in general', 'the doctor said'],
    ['a sentence', 'My name was misspelled'],
    ['a bed', 'Bed 12F is free, Walked 50m with help'],
    ['a drug', 'Give Tylenol and Lipitor'],
    ['a test', 'Romberg and Babinski negative'],
    ['a medicine in capitals', 'START METFORMIN TODAY'],
    ['a heading', 'Past Medical History'],
    ['another heading', 'Assessment And Plan'],
    ['a weekday', 'See you on Monday'],
    ['a bank in general', 'The Bank pays interest'],
    ['a language', 'She speaks Spanish'],
    ['a greeting to nobody', 'To whom it may concern'],
    ['thanks', 'Thank you and Kind regards'],
    ['a position', 'the Chief Financial Officer'],
    ['a fracture', 'a Colles fracture of the wrist'],
    ['a syndrome', 'Down syndrome, Crohn disease'],
    ['a law', 'the Sherman Act'],
    ['a catheter', 'a Foley catheter'],
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
