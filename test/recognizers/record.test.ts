// SPDX-License-Identifier: Apache-2.0
import { participant, record } from '../../lambdas/recognizers/record.ts';
import { recognizes } from './table.ts';

recognizes(record, {
  finds: [
    ['a police report', 'took report no. 26-004417', '26-004417'],
    ['an accession', 'Accession number: S24-10331', 'S24-10331'],
    ['an encounter', 'encounter #88210034', '88210034'],
    ['a prescription', 'Rx number 6620117', '6620117'],
    ['a case', 'case no. 2024-CV-01933', '2024-CV-01933'],
    ['a study subject', 'subject ID 104-0027', '104-0027'],
    ['an authorisation', 'prior authorization A99201837', 'A99201837'],
    ['a dictation', 'Job #993102', '993102'],
  ],
  ignores: [
    ['a job', 'her job is 40 hours'],
    ['an encounter without a number', 'encounter for screening'],
    ['a year', 'reference 2019'],
    ['a number without a label', '88210034'],
    ['cases', '3 cases of 4500 patients'],
    ['an order of magnitude', 'in order to give 5000 units'],
    ['a publication of a trial', 'reference NCT01234567'],
    ['a world record', 'a record 1200 visits'],
    ['a case in general', 'in case of 3 falls'],
  ],
});

recognizes(participant, {
  finds: [
    ['a subject', 'Subject #0733-RB had a rash', '0733-RB'],
    ['a participant', 'Participant S-0118-QM withdrew', 'S-0118-QM'],
    ['a patient of a trial', 'for Patient 0562-TGV list the toxicities', '0562-TGV'],
    ['a patient by a number', 'patient #4471 is here', '4471'],
    ['a subject in numbers', 'trial arm B, subj 07-114: ALT up', '07-114'],
    ['a short code', 'subject P-017 was screened', 'P-017'],
  ],
  ignores: [
    ['a disease', 'patient COVID-19 positive, client HIV-1 negative'],
    ['a marker', 'patient CA-125 high, IL-6 low'],
    ['a scale', 'patient PHQ-9 of 12'],
    ['a range of ages', 'patients 18-65, participants 21-30'],
    ['a patient with a blood pressure', 'patient 120-80 at rest'],
    ['a stage', 'patient T2N0M0'],
    ['a case in a series', 'case 12-B'],
    ['an ordinary sentence', 'the subject is closed; 4471 people came'],
  ],
});
