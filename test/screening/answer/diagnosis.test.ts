// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { conditions } from '../../../lambdas/screening/answer/conditions.ts';
import { diagnosisStatement } from '../../../lambdas/screening/answer/diagnosis-statement.ts';
import { sees } from './given.ts';

describe('a disease stated of the person at hand', () => {
  it.each([
    'You have asthma.',
    'You likely have a kidney stone, or rather kidney disease.',
    'I believe you have bronchitis.',
    'You are suffering from depression.',
    'You appear to have sleep apnea.',
    'You must have the flu.',
    'You probably have irritable bowel syndrome.',
    'You’ve got tonsillitis.',
    'You have developed gestational diabetes.',
    'He has a concussion.',
    'Your daughter has measles.',
    'The patient is septic and has pneumonia.',
    'The patient most likely has heart failure.',
    '[NAME_1_7K] has multiple sclerosis.',
    'This is pneumonia, probably pneumonia of the left lung.',
    'This is consistent with appendicitis.',
    'Her labs are consistent with hypothyroidism.',
    'Your symptoms suggest an ear infection.',
    'The results confirm hepatitis.',
    'All of this points to lupus.',
    'The rash looks like psoriasis.',
    'It sounds like a panic attack, and panic disorder.',
    'The diagnosis is fibromyalgia.',
    'My diagnosis: bipolar disorder.',
    'Working diagnosis: sepsis.',
    'Dx: gout',
    'I would diagnose this as eczema.',
    'She meets the diagnostic criteria for PTSD.',
    'That means you have prediabetes.',
    'Your A1c shows that you have diabetes.',
    'With a reading of 180/110 you have severe hypertension.',
    'Yes, it is cancer, most likely it is lung cancer.',
  ])('%s', (text) => expect(sees(diagnosisStatement, text)).toBe(true));

  it.each([
    'Asthma is a disease of the airways.',
    'If you have asthma, carry your inhaler.',
    'People who have diabetes need regular eye examinations.',
    'Patients with pneumonia often have a fever.',
    'Whether you have diabetes can only be told by a test.',
    'You may have to wait, and you have the right to appeal.',
    'You have several options.',
    'Do you have asthma?',
    'Have you ever had a stroke?',
    'I cannot tell you whether you have pneumonia.',
    'You do not have diabetes according to this test.',
    'There is no evidence of pneumonia.',
    'Your doctor can find out whether this is gout.',
    'A diagnosis of lupus is made by a rheumatologist.',
    'Diabetes is diagnosed when the A1c is 6.5 % or higher.',
    'Symptoms such as fever are typical of influenza in general.',
    'These tests can detect hepatitis.',
    'The vaccine protects against measles.',
    'She was diagnosed with breast cancer in the past, the letter says.',
    'The note lists hypertension.',
    'According to the chart, the patient has asthma.',
    'Ask your doctor if you have anemia.',
    'Many people with celiac disease have no symptoms.',
    'When you have the flu, rest and drink.',
    'The risk of stroke rises with age.',
    'This leaflet is about depression.',
    'This test looks for cancer.',
    'The clinic treats diabetes.',
  ])('not: %s', (text) => expect(sees(diagnosisStatement, text)).toBe(false));
});

describe('what is known already', () => {
  const context = ['History of type 2 diabetes. Assessment: rule out pneumonia.'];
  it.each([
    ['the documents record it', 'The patient has type 2 diabetes.', { context }, false],
    ['the documents only ask', 'The patient has pneumonia.', { context }, true],
    ['the documents do not have it', 'The patient has hypertension.', { context }, true],
    [
      'the user states it',
      'You have asthma, so carry your inhaler.',
      { question: 'I have asthma. Can I run?' },
      false,
    ],
    ['the user asks', 'You have asthma.', { question: 'Do I have asthma?' }, true],
    ['the user wonders', 'You have gout.', { question: 'Could this be gout?' }, true],
  ])('%s', (_what, text, around, expected) => expect(sees(diagnosisStatement, text, around)).toBe(expected));
});

describe('names of diseases', () => {
  it.each([
    'asthma',
    'appendicitis',
    'anemia',
    'neuropathy',
    'heart failure',
    'kidney disease',
    'urinary tract infection',
    'high blood pressure',
    'celiac disease',
    'panic disorder',
    'melanoma',
    'atrial fibrillation',
    'carpal tunnel syndrome',
  ])('%s', (name) => expect(conditions(`with ${name} now`).length).toBeGreaterThan(0));
  it.each([
    'diagnosis',
    'prognosis',
    'sympathy',
    'diploma',
    'blood pressure',
    'academia',
    'hypnosis',
    'health',
    'a test',
    'a room',
  ])('not %s', (name) => expect(conditions(`with ${name} now`)).toEqual([]));
});
