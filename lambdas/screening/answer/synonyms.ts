// SPDX-License-Identifier: Apache-2.0

/** Diseases that go by several names. */
export const synonyms: readonly (readonly string[])[] = [
  ['hypertension', 'high blood pressure', 'elevated blood pressure', 'htn', 'hypertensive'],
  ['diabetes', 'diabetic', 'dm', 'dm2', 't2dm', 't1dm'],
  ['hyperlipidemia', 'high cholesterol', 'hypercholesterolemia', 'dyslipidemia', 'hld'],
  ['copd', 'chronic obstructive pulmonary disease', 'emphysema'],
  ['heart failure', 'chf', 'hfref', 'hfpef'],
  ['myocardial infarction', 'heart attack', 'mi', 'nstemi', 'stemi'],
  ['atrial fibrillation', 'afib', 'a-fib'],
  ['urinary tract infection', 'uti', 'cystitis'],
  ['stroke', 'cva'],
  ['gerd', 'acid reflux', 'reflux'],
  ['anemia', 'anemic', 'low hemoglobin', 'low iron'],
  ['covid-19', 'covid'],
  ['kidney disease', 'ckd', 'renal disease', 'renal insufficiency', 'kidney failure'],
  ['deep vein thrombosis', 'dvt', 'thrombosis'],
  ['osteoarthritis', 'arthritis', 'oa'],
];

/** Medicines that go by several names. */
export const brands: readonly (readonly string[])[] = [
  ['acetaminophen', 'paracetamol', 'tylenol'],
  ['ibuprofen', 'advil', 'motrin'],
  ['albuterol', 'salbutamol', 'ventolin'],
  ['furosemide', 'lasix'],
  ['levothyroxine', 'synthroid'],
  ['metformin', 'glucophage'],
  ['atorvastatin', 'lipitor'],
  ['warfarin', 'coumadin'],
  ['apixaban', 'eliquis'],
  ['epinephrine', 'epipen'],
];
