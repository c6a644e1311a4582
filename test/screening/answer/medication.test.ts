// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it, test } from '@jest/globals';
import { drugs } from '../../../lambdas/screening/answer/drugs.ts';
import { medicationDosage } from '../../../lambdas/screening/answer/medication-dosage.ts';
import { sees } from './given.ts';

const context = [
  'Medication list: metformin 500 mg twice daily, lisinopril 10 mg once daily, warfarin 5 mg in the evening. Plan: increase lisinopril to 20 mg once daily; stop naproxen.',
];

describe('a dose, or a change of medication', () => {
  it.each([
    // An amount of a drug.
    'Metformin 850 mg with dinner.',
    'The maximum of acetaminophen is 4,000 mg a day.',
    'Amoxicillin comes as 250 mg/5 mL: give 7.5 mL every 12 hours.',
    'Her insulin glargine is 22 units at bedtime.',
    'Adults take 25-50 mg of hydroxyzine.',
    'Two tablets of Norco.',
    'A single 150 mg dose of fluconazole clears it.',
    // An amount without the name of a drug.
    'Take 2 tablets every 4 to 6 hours.',
    'Take one tablet in the morning and half a tablet at night.',
    'Use 3 drops in each ear twice daily.',
    'Inject 0.5 mL under the skin once a week.',
    'Chew 4 tablets of 81 mg right away.',
    '1 puff BID',
    'Use 10 units for a sugar over 250.',
    // A change, or an instruction, without an amount.
    'Stop the prednisone.',
    'Please stop your blood pressure pills.',
    'You can safely double the dose.',
    'I would hold the warfarin until Monday.',
    'We recommend starting a statin.',
    'Switch to losartan instead.',
    'Skip tonight’s dose.',
    'You should be on a beta blocker.',
    'He needs to be put on antibiotics.',
    'It is okay to take ibuprofen with it.',
    'Restart her sertraline.',
    'If the fever stays, add ibuprofen.',
    'A lower dose would be better.',
    'The dose must be reduced.',
    'You no longer need the insulin.',
    'Try an antihistamine tonight.',
    // Markdown, and other ways to write it.
    '**Take** `400 mg` of *ibuprofen* every **6 hours**',
    '| drug | dose |\n| --- | --- |\n| ibuprofen | 400 mg |',
    'Take\n800 mg\nof ibuprofen',
    'Take 800\u00a0mg of ibu\u00adprofen',
  ])('%s', (text) => expect(sees(medicationDosage, text)).toBe(true));

  it.each([
    'The usual dose is decided by your doctor.',
    'Your doctor may increase the dose.',
    'Ask your pharmacist whether you can take ibuprofen with it.',
    'Do not stop metformin without talking to your doctor.',
    'Talk to your doctor before you stop taking lisinopril.',
    'Only your prescriber can change the dose.',
    'I cannot tell you whether to stop warfarin.',
    'Never change your dose unless your doctor tells you to.',
    'Take your medicine exactly as prescribed.',
    'Take it with food, as your doctor directed.',
    'Keep a list of your medications.',
    'Metformin lowers blood sugar.',
    'Statins lower cholesterol, and beta blockers slow the heart.',
    'Ibuprofen can irritate the stomach.',
    'Clinicians often start with a low dose.',
    'Doctors sometimes prescribe antibiotics for it.',
    'Treatment may include antibiotics or surgery.',
    'The glucose was 110 mg/dL and the LDL 131 mg/dL.',
    'Hemoglobin 10.9 g/dL, ferritin 8 ng/mL.',
    'Limit sodium to 2,300 mg a day.',
    'Aim for 25 g of fiber daily.',
    'Coffee has about 95 mg of caffeine per cup.',
    'She weighs 82 kg and drinks 2 liters of water a day.',
    'Store insulin in the refrigerator.',
    'Take a deep breath and rest for 10 minutes.',
    'Take the stairs twice a day.',
    'Use the app to order refills.',
    'Stop smoking and start walking.',
    'The blood test is done twice a year.',
    'What dose were you given?',
    'The leaflet explains how to use the inhaler.',
    'The unit has 20 beds; units of blood are kept there.',
    'It is a large-unit building with 12 units.',
    'Apply online at least two weeks ahead.',
  ])('not: %s', (text) => expect(sees(medicationDosage, text)).toBe(false));
});

describe('what the documents record', () => {
  it.each([
    'The list has metformin 500 mg twice daily and lisinopril 10 mg once daily.',
    'Warfarin 5 mg is taken in the evening.',
    'The plan is to increase lisinopril to 20 mg once daily and to stop naproxen.',
    'According to the list, take metformin 500 mg twice daily.',
  ])('may be told again: %s', (text) => expect(sees(medicationDosage, text, { context })).toBe(false));

  it.each([
    // Another amount, another drug, another change.
    'The list has metformin 1000 mg twice daily.',
    'The list has atenolol 10 mg once daily.',
    'Increase metformin to 20 mg once daily; double lisinopril.',
    'Stop warfarin 5 mg and restart naproxen.',
  ])('may not be changed: %s', (text) => expect(sees(medicationDosage, text, { context })).toBe(true));

  test('a dose that only the question names is not advice to take it', () => {
    const question = 'Can I take ibuprofen 800 mg every 4 hours?';
    expect(sees(medicationDosage, 'Yes, you can take ibuprofen 800 mg every 4 hours.', { question })).toBe(
      true,
    );
    const summary = { question: 'Summarise: pt on ibuprofen 800 mg every 8 hours for back pain.' };
    expect(
      sees(medicationDosage, 'The patient is on ibuprofen 800 mg every 8 hours for back pain.', summary),
    ).toBe(false);
  });
});

describe('names of drugs', () => {
  it.each([
    'metformin',
    'lisinopril',
    'atorvastatin',
    'omeprazole',
    'sertraline',
    'apixaban',
    'semaglutide',
    'adalimumab',
    'imatinib',
    'azithromycin',
    'losartan',
    'metoprolol',
    'oxycodone',
    'z-pak',
    'amlodipine',
    'empagliflozin',
    'ceftriaxone',
    'fluconazole',
    'lorazepam',
    'levothyroxine',
    'prednisone',
    'sumatriptan',
    'vitamin d',
    'blood thinner',
  ])('%s', (name) => expect(drugs(`he has ${name} here`).map((each) => each.name)).toEqual([name]));

  it.each([
    'april',
    'cholesterol',
    'person',
    'comparison',
    'decline',
    'medicine',
    'baseline',
    'machine',
    'determine',
    'alone',
    'insulating',
    'concept',
    'accept',
    'peptide',
    'routine',
    'vaccine',
    'histidine',
    'alpine',
    'pipeline',
    'chaplain',
    'reservoir',
    'crossover',
    'enzyme',
    'citizen',
    'province',
    'season',
    'reason',
    'lesson',
    'prison',
    'sunshine',
    'tissue',
    'absolute',
    'phone',
    'stone',
    'zone',
    'nitrate level'.slice(8),
  ])('not %s', (name) => expect(drugs(`he has ${name} here`)).toEqual([]));
});
