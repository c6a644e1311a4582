// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { recognizers as all } from '../../lambdas/recognizers/index.ts';
import { FindingSchema } from '../../lambdas/records/finding.ts';
import { identifiers, type IdentifierType } from '../../lambdas/records/identifier.ts';

/** The statistical tagger has tests of its own. */
const recognizers = all.filter(({ name }) => name !== 'tagger');

const found = (text: string) => recognizers.flatMap((recognizer) => recognizer.find(text));

describe('the deterministic recognizers', () => {
  it('have names of their own, types and a citation', () => {
    expect(new Set(recognizers.map(({ name }) => name)).size).toBe(recognizers.length);
    for (const { types, cites } of recognizers) {
      expect(types.length).toBeGreaterThan(0);
      expect(cites).not.toBe('');
    }
  });

  it('cover every identifier that has a form, a label or a cue', () => {
    // Employers and professions have none of these: they are the tagger's.
    const types = new Set<IdentifierType>(recognizers.flatMap((recognizer) => [...recognizer.types]));
    const missing = Object.keys(identifiers).filter((type) => !types.has(type as IdentifierType));
    expect(missing).toEqual(['ORG', 'PROFESSION']);
  });

  it('report findings as they are recorded', () => {
    const text =
      'Dr. Quillfeather, MRN 7730214, SSN 412-73-9058, card 4742078023458889, 03/15/2024, o@example.com';
    const findings = found(text);
    expect(findings.length).toBeGreaterThan(5);
    for (const finding of findings) expect(FindingSchema.safeParse(finding).success).toBe(true);
  });

  it('find nothing in plain clinical prose', () => {
    expect(
      found(
        'The patient is a 62-year-old woman with type 2 diabetes and hypertension. BP 138/82, HR 76, temp 98.6 F, SpO2 97%. ' +
          'Metformin 1000 mg twice daily; lisinopril 20 mg. A1c 7.9%, creatinine 1.1 mg/dL, LDL 104. Strength 5/5, pain 3/10. ' +
          'Parkinson disease was excluded. Follow up in 2 weeks. Yesterday she took 1/2 tablet. Glasgow Coma Scale 15.',
      ),
    ).toEqual([]);
  });

  it('find nothing in plain questions about money', () => {
    expect(
      found(
        'Why was I charged $45.99 twice? My transfer of 1,250.00 EUR has been pending for 3 days. ' +
          'The interest rate went from 4.25% to 4.75% in 2023; is a 30-year loan of $350,000 still possible?',
      ),
    ).toEqual([]);
  });

  it('take any text', () => {
    for (const text of ['', ' ', '\n\n', '\u0000', '\ud800', '😀'.repeat(50), '٠١٢٣٤٥٦٧٨٩', 'ﬀ①½'])
      expect(() => found(text)).not.toThrow();
  });
});
