// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { tagger } from '../../lambdas/recognizers/tagger/index.ts';

const found = (text: string, type: string) =>
  tagger
    .find(text)
    .filter((finding) => finding.type === type)
    .map(({ start, end }) => text.slice(start, end));

/** Whether every letter of `part` lies inside findings of the type. */
const covers = (text: string, part: string, type: string): boolean => {
  const at = text.indexOf(part);
  const findings = tagger.find(text).filter((finding) => finding.type === type);
  return Array.from({ length: part.length }, (_, offset) => at + offset)
    .filter((offset) => /[\p{L}\p{N}]/u.test(text[offset] ?? ''))
    .every((offset) => findings.some(({ start, end }) => start <= offset && offset < end));
};

describe('names that must be found', () => {
  it.each([
    [
      'a given name and an initial',
      'Insulin dosing for a 54-year-old woman, Greta V., seen last spring?',
      'Greta V.',
    ],
    ['an initial and a family name', 'The referral letter from P. Lindqvist arrived today.', 'P. Lindqvist'],
    ['an Irish prefix', "Please call Maeve O'Rourke about her results.", "Maeve O'Rourke"],
    ['a Dutch particle', 'Patient Joris van der Meulen was discharged home.', 'Joris van der Meulen'],
    ['an Arabic article', 'Seen today: Tariq al-Hakim, 44, with chest pain.', 'Tariq al-Hakim'],
    ['a hyphenated family name', 'My name is Chloe Barton-Reyes and I moved house.', 'Chloe Barton-Reyes'],
    ['the family name first', 'Patient Name: HOLLOWAY, Denise\nDOB: 02/03/1961', 'HOLLOWAY, Denise'],
    ['a Vietnamese name', 'Patient Tran Thi Hoa presents with fever.', 'Tran Thi Hoa'],
    ['a title at the end of a line', 'She was seen by Dr.\nFairbanks in clinic.', 'Fairbanks'],
    ['a son who has his father’s name', 'The driver was Darnell Whitlock Jr.', 'Darnell Whitlock Jr'],
    ['a possessive', "Draft a reply to Ms. Okonjo's complaint.", 'Okonjo'],
    ['a relative', 'Her son Declan drives her to dialysis.', 'Declan'],
    ['capitals only', 'PATIENT NAME: MARTHA QUIGLEY\nPHYSICIAN: DR. SVENSON', 'MARTHA QUIGLEY'],
    ['no capitals', 'my name is derek holloway and i lost my card', 'derek holloway'],
    ['a payee without capitals', 'transfer 40 pounds to lucia fernandez', 'lucia fernandez'],
    ['an Indian name', 'Discussed with Dr. Venkatesh Iyer, who agrees.', 'Venkatesh Iyer'],
    ['a Nigerian name', 'Chinwe Okafor is a 31-year-old woman with asthma.', 'Chinwe Okafor'],
    ['a Polish name', 'Thank you for referring Mrs. Nowakowska to us.', 'Nowakowska'],
    ['a Nordic name', 'The appointment of Sigrún Halldórsdóttir is on Monday.', 'Sigrún Halldórsdóttir'],
    ['a name that is an ordinary word', 'Mr. Long has been discharged.', 'Long'],
    ['a given name that is an ordinary word', 'Grace Baker, 67, was admitted on Sunday.', 'Grace Baker'],
    ['a greeting', 'Hi Rosalind, can you send me the report?', 'Rosalind'],
    ['a signature', 'Kind regards,\nTobias Ekström', 'Tobias Ekström'],
    ['a speaker', 'Nadia: are you there?\nOscar: yes', 'Nadia'],
    ['somebody’s sister in short', "pt's sister iwona wants an update", 'iwona'],
    ['a daughter without an owner', 'Tolerating diet. daughter ify is taking her home', 'ify'],
    ['a daughter without capitals', 'her daughter iwona can be reached after five', 'iwona'],
    ['a brother without capitals', 'my brother tomasz kowal drives him', 'tomasz kowal'],
    ['somebody to be asked', 'ask zeni from ward 4 whether bed 2 is free', 'zeni'],
    ['somebody to be called', 'pls text lorenzo about the delivery', 'lorenzo'],
    ['a customer', 'customer nneka says her card was used', 'nneka'],
    ['a nurse whose name is a word', 'nurse joy says it was refused', 'joy'],
    ['a rare family name behind a sure given name', 'ssn on file for Rowena Castellan', 'Rowena Castellan'],
    ['somebody by the job', 'loan officer gary says it was sent', 'gary'],
    ['a given name in capitals behind a comma', 'SEEN: ADEWALE, FOLUSHO  DOB 03/04/1950', 'ADEWALE, FOLUSHO'],
    ['a given name that ends the line', 'Admitted: Adewale, Folusho\nRoom 4', 'Folusho'],
    ['a party of somebody’s own case', 'Send the file of Quillfeather v. Okonjo to us.', 'Quillfeather'],
    ['somebody who has a catheter’s name', 'Mr. Foley was seen by Dr. Penrose.', 'Penrose'],
    ['somebody who has a label’s name', 'Vin Petrosyan has a cough.', 'Vin Petrosyan'],
    ['another', 'Iban Torres was seen today.', 'Iban Torres'],
    ['a name that is shorthand too', 'Endo has a cough since Monday.', 'Endo'],
    ['a patient who has a party’s name, and denies', 'Miranda denied chest pain.', 'Miranda'],
    ['one who has a rating’s name', 'Moody denied any suicidal ideation.', 'Moody'],
    ['one whose plan of care is theirs', "Moody's plan of care was discussed.", 'Moody'],
    ['one who has an account’s name', 'Roth rated his pain 7/10.', 'Roth'],
    ['one whose hearing is theirs', "Fraser's hearing is worse in the left ear.", 'Fraser'],
    ['one whose report is theirs', "Brent's report says he fell.", 'Brent'],
    ['a patient who has a drain’s name, in a room', 'Blake in room 4 has a fever of 39.', 'Blake'],
    ['one who is given something', 'Blake was placed on metformin in clinic.', 'Blake'],
    ['one who is somewhere', 'Blake is out of surgery and asking for his mother.', 'Blake'],
    ['one who is spoken with', 'I spoke with Fowler about his insulin.', 'Fowler'],
    ['one who has a chair’s name', 'I spoke with Geri about the results.', 'Geri'],
    ['one who is discharged', 'Please d/c Blake tomorrow, his mother is here.', 'Blake'],
    ['one who has a wife', 'Met with Penrose and his wife, they want hospice.', 'Penrose'],
    ['a form field', 'Emergency contact: Philip Ashdown (brother)', 'Philip Ashdown'],
  ])('%s', (_, text, name) => {
    expect(covers(text, name, 'NAME')).toBe(true);
  });
});

describe('what is nobody’s name', () => {
  it.each([
    ['an eponym with a possessive', "What are the symptoms of Parkinson's disease?"],
    ['an eponym without one', 'Management of Wilson disease in adults'],
    ['two eponyms and a dash', 'Is Charcot-Marie-Tooth disease inherited?'],
    ['a lymphoma', 'Staging of Hodgkin lymphoma with PET'],
    ['a score', 'How is the Framingham risk score calculated?'],
    ['a scale', 'Glasgow Coma Scale was 15 on arrival.'],
    ['scores of a newborn', 'The baby had Apgar scores of 8 and 9.'],
    ['a catheter', 'A Foley catheter was placed.'],
    ['a palsy', "Prednisone for Bell's palsy?"],
    ['a syndrome', 'Turner syndrome and Marfan syndrome were ruled out.'],
    ['drugs', 'Continue metformin 500 mg, Lipitor 20 mg and lisinopril.'],
    ['a brand', 'Is Ozempic safe in chronic kidney disease?'],
    ['a gene', 'A mutation in the BRCA1 gene was found.'],
    ['abbreviations', 'Hx of CHF, MI and COPD, s/p CABG. CBC and BMP normal.'],
    ['months and days', 'Follow up on Monday or in April, not in June.'],
    ['headings', 'PAST MEDICAL HISTORY:\nHypertension.\n\nSOCIAL HISTORY:\nRetired.'],
    ['a title alone', 'The doctor asked the nurse to call the pharmacist.'],
    ['nationalities and languages', 'She is Italian and speaks French and Arabic.'],
    ['ordinary words that are names', 'Will there be grace after a long wait? Mark my words, hope is fine.'],
    ['a request to a bank', 'How do I reset my password? My card was declined.'],
    ['a bacterium', 'H. pylori was positive; E. coli grew in the urine.'],
    ['figures of a company', 'What was the change in Net Sales between 2018 and 2019?'],
    ['a clean prompt', 'How much colchicine is usual for a man of 74 with gout?'],
    ['a headache', 'Followed at home. Sx: HA, visual changes. ddx?'],
    ['a language', 'Translate this into plain English: "Wound clean."'],
    ['a law', 'Explain the Gramm-Leach-Bliley Act and the Ryan White Act.'],
    ['the heading of a table', '| Name | Result |\n|---|---|\n| sodium | 141 |'],
    ['a greeting', 'hola, can you help me with my card?'],
    ['a diet', 'On a keto diet for two months, and no better.'],
    ['a label', 'Her HMO ID is below. Med Rec#: on file'],
    ['models and laws of finance', 'Black-Scholes, Dodd-Frank and a Monte Carlo simulation'],
    ['agencies and ratios', 'Moody’s ratings, the Sharpe ratio, a Ponzi scheme, Brent crude'],
    ['an insurer', 'Does Kaiser cover Wegovy?'],
    ['parts of Medicare', 'Medicare Part B and Part D.'],
    ['letters of insurers', 'she called about an eob and the copay'],
    ['a landmark case', 'What did Roe v. Wade and Miranda v. Arizona decide?'],
    ['what goes by a party', 'Gillick competence, the Bolam test and Miranda rights'],
    ['a report', 'the Belmont report on research ethics'],
    ['a catheter by its name', 'Foley out at 0600, has a Hickman'],
    ['a drain by its name', 'Jackson-Pratt 30 mL, Penrose removed.'],
    ['departments in shorthand', 'call neuro about it, ask cardio whether to wait, tell ortho to come'],
    ['a misspelt word behind a verb', 'ask hlep from your friends, a protein called zorbin is made'],
    ['relatives who do something', 'her son will drive, his wife can call, my brother may stay'],
    ['relatives at the start', 'Stable. daughter is here, son was called. wife has the keys'],
    ['the label of a number', 'iban GB29 NWBK 6016 1331 9268 19, vin 1HGCM82633A004352'],
    ['drugs by brands that no list has', 'Is Skyrizi better than Tremfya? And Zepbound vs Ozempic?'],
    ['bacteria at a start', 'Klebsiella or Stenotrophomonas? Legionella?'],
    ['a part of the world', 'less accurate in South Asian populations'],
    ['a home by its letters', 'Difference between SNF, IRF and ALF'],
    ['a season', 'Summer is peak season for heat stroke'],
    ['an account', 'Is Roth or traditional IRA better? What is a Cox regression?'],
    ['shouting', 'WORST SERVICE EVER, DO NOT GO THERE!'],
  ])('%s', (_, text) => {
    expect(found(text, 'NAME')).toEqual([]);
  });
});

describe('places', () => {
  it.each([
    [
      'FACILITY',
      'He was admitted to Brightwater General Hospital last week.',
      'Brightwater General Hospital',
    ],
    ['FACILITY', "She was transferred from St. Luke's Clinic.", "St. Luke's Clinic"],
    ['FACILITY', 'The biopsy was done at Johns Hopkins on Tuesday.', 'Johns Hopkins'],
    ['PLACE', 'He lives in Chattanooga with his wife.', 'Chattanooga'],
    ['PLACE', 'I lost my card in barcelona yesterday', 'barcelona'],
    ['PLACE', 'They moved from Leeds to Reykjavik.', 'Reykjavik'],
  ])('%s: %s', (type, text, place) => {
    expect(covers(text, place, type)).toBe(true);
  });

  it.each([
    'He was taken to the hospital and then to the emergency department.',
    'Follow up in the outpatient clinic of the medical center.',
    'The city has a general hospital and a school.',
  ])('leaves a facility without a name: %s', (text) => {
    expect([...found(text, 'FACILITY'), ...found(text, 'PLACE')]).toEqual([]);
  });

  it.each(['she wants an update, ok to share?', 'HE-mo-kro-ma-TO-sis'])(
    'leaves two small letters that are also a state: %s',
    (text) => {
      expect(found(text, 'PLACE')).toEqual([]);
    },
  );

  it('leaves the time of a day', () => {
    expect(found('transfer from Hillcrest at 1420 by ambulance', 'STREET')).toEqual([]);
  });

  it('leaves the number of a bank account, and a word behind it, to others', () => {
    expect(found('wire to iban GB29 NWBK 6016 1331 9268 19 bounced', 'STREET')).toEqual([]);
  });

  it.each(['The car is a 2019 hatchback, plate in the file.', 'Tol PO, JP 40cc, afebrile.'])(
    'leaves numbers that are no street: %s',
    (text) => {
      expect(found(text, 'STREET')).toEqual([]);
    },
  );

  it.each([
    ['country', 'He travelled to Portugal in May.'],
    ['state', 'She grew up in Nebraska.'],
    ['place', 'She grew up in Milwaukee.'],
  ])('says that a place is a %s', (pattern, text) => {
    const patterns = tagger.find(text).filter(({ type }) => type === 'PLACE');
    expect(patterns.map(({ because }) => because.pattern)).toEqual([pattern]);
  });
});

it('finds a part of a sure name again further down', () => {
  const text = `Patient Ulrich Vandermolen was seen by Dr. Ashcombe.\n\n${'The wound is clean and dry. '.repeat(300)}\n\nVandermolen agreed.`;
  expect(
    covers(text.slice(text.lastIndexOf('Vandermolen')), 'Vandermolen', 'NAME') ||
      covers(text, 'Vandermolen', 'NAME'),
  ).toBe(true);
  expect(found(text, 'NAME').filter((name) => name.includes('Vandermolen'))).toHaveLength(2);
});

it('takes two people with a sign between them for two', () => {
  const names = found('Zainab & Ibrahim Al-Sayed want joint titling.', 'NAME');
  expect(names).toEqual(['Zainab', 'Ibrahim Al-Sayed']);
});

it('ends a name with its sentence', () => {
  expect(found('Patient: NGUYEN, THI HOA. Hoa has a cough.', 'NAME')).toEqual(['NGUYEN, THI HOA', 'Hoa']);
  expect(found('Seen by Mrs. Nowakowska and J. P. Lindqvist.', 'NAME').join()).toContain('Nowakowska');
});

it('gives offsets that count UTF-16 code units beside emoji', () => {
  const text = '😀🙏 Patient Imogen Castellane 👩‍⚕️ was seen.';
  const [finding] = tagger.find(text).filter(({ type }) => type === 'NAME');
  expect(text.slice(finding?.start, finding?.end)).toBe('Imogen Castellane');
});

it('leaves the pieces of an e-mail address to its recognizer', () => {
  expect(found('Write to imogen.castellane@example.org today.', 'NAME')).toEqual([]);
});
