// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { facility } from '../../lambdas/recognizers/facility.ts';
import { place } from '../../lambdas/recognizers/place.ts';
import { recognizes } from './table.ts';

recognizes(facility, {
  finds: [
    ['a saint’s convent', "from St. Clare's Convent", "St. Clare's Convent"],
    ['a hospital', 'at Quillfeather Memorial Hospital on', 'Quillfeather Memorial Hospital'],
    ['a clinic', 'seen at Plume Clinic', 'Plume Clinic'],
    ['a shortened centre', 'Plume Med Ctr', 'Plume Med Ctr'],
    ['a saint', "St. Odile's", "St. Odile's"],
    ['its city', "St. Odile's Hospital in Quillville", "St. Odile's Hospital in Quillville"],
    ['a place and a kind', 'our Quillville clinic', 'Quillville clinic'],
    ['an abbreviation after a cue', 'EMS brought her to QPMC, stable', 'QPMC'],
    ['the end of a sentence', 'seen at Plumecrest. Sx: fever', 'Plumecrest'],
    ['a saint after a cue', 'admitted to St. Odile Plume', 'St. Odile Plume'],
    ['French in small letters', 'suivi à l’hôpital Plumecœur', 'hôpital Plumecœur'],
    ['a branch', 'to our Quillville office on', 'Quillville office'],
    ["a county's", 'was taken to the county hospital.', 'county hospital'],
    ['a well-known name', 'followed at Mayo Clinic', 'Mayo Clinic'],
    ['after a cue', 'treated at Plumecrest in', 'Plumecrest'],
    ['Spanish', 'Hospital Universitario de La Pluma', 'Hospital Universitario de La Pluma'],
    ['a hospital without who is there', "Jane Public at St. Odile's Hospital", "St. Odile's Hospital"],
    ['a practice by its specialty', 'a call from Quillbridge Urology, re', 'Quillbridge Urology'],
    ['a home', 'well at Plume Meadows Group Home', 'Plume Meadows Group Home'],
    [
      'a centre at a hospital as one',
      'the Plume Heart Center at Quill Hospital',
      'Plume Heart Center at Quill Hospital',
    ],
  ],
  ignores: [
    ['a specialty', 'called from Interventional Cardiology, is at Stroke Neurology, from Pediatric Urology'],
    ['a home in general', 'a group home, Memory Care'],
    ['treatment in general', 'the Treatment Center, our Behavioral Health'],
    ['a person at work', 'Jane Public at work'],
    ['a shop on a day', 'My card was charged twice at Costco on Jan 4.'],
    ['a board by its letters', 'questions for our IRB practice'],
    ['hospitals in general', 'The Hospital is full. General Hospital.'],
    ['a department', 'the Pulmonary Clinic'],
    ['an emergency room', 'seen at ED'],
    ['a ward', 'they brought him to SICU, then to PT'],
    ['an office in general', 'call the Front office or the Post office'],
    ['a county in general', 'the county pays'],
    ['a herb', "St. John's wort"],
    ['care in general', 'Urgent Care is open'],
    ['a month', 'admitted to'],
    ['a school of thought', 'the school of hard knocks'],
    ['a lab value', 'Lab results are pending'],
    ['an insurer in general', 'the Insurance pays 80 %'],
    ['home care in general', 'Home Health twice a week'],
    ['a pharmacy in general', 'the Pharmacy was closed'],
    ['hospice in general', 'referred to hospice'],
    ['a trust in general', 'trust in the team'],
  ],
});

recognizes(place, {
  finds: [
    ['a city and a state', 'from Quillville, PA', 'Quillville, PA'],
    ['where somebody lives', 'lives in Quillville with', 'Quillville'],
    ['a resident', 'a resident of Plume Springs', 'Plume Springs'],
    ['a label', 'City: Quillville', 'Quillville'],
    ['where somebody moved', 'she moved from Plumeton to Quillville last year', 'Quillville'],
    ['a county', 'in Quill County', 'Quill County'],
    ['where somebody is from', 'woman from Quillville', 'Quillville'],
  ],
  ignores: [
    ['a month', 'seen in January'],
    ['a unit', 'lives in ICU'],
    ['a country as large as that', 'I live in the US'],
    ['two abbreviations', 'breast CA, MA reviewed'],
    ['a change of drugs', 'switched from Lisinopril to Losartan'],
    ['a way of living', 'lives in pain'],
    ['a state of mind', 'lives in fear'],
    ['a week', 'back from Tuesday on'],
  ],
});

describe('somebody at a facility', () => {
  it.each([
    ["Jane Public at St. Odile's Hospital", 'Jane Public'],
    ['seen by Dr. Lindy Quill at Plume Occupational Health', 'Dr. Lindy Quill'],
    ['Beth Q. at Plume Memorial Hospital', 'Beth Q.'],
  ])('%s is a name of its own', (text, name) => {
    const names = facility.find(text).filter(({ type }) => type === 'NAME');
    expect([...new Set(names.map(({ start, end }) => text.slice(start, end)))]).toEqual([name]);
  });
  it.each([
    'the Plume Heart Center at Quill Hospital',
    'Emergency Department at Plume Hospital',
    'Plume University at Quill Hospital',
  ])('%s is a facility alone', (text) => {
    expect(facility.find(text).map(({ type }) => type)).not.toContain('NAME');
  });
});
