// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { detect } from '../../lambdas/privacy/detect.ts';
import { emptyIdentityMap } from '../../lambdas/privacy/identity-map.ts';
import { withoutImpersonal } from '../../lambdas/privacy/impersonal.ts';
import { registry } from '../../lambdas/privacy/placeholder.ts';
import { recognizers } from '../../lambdas/recognizers/index.ts';
import type { IdentityMap } from '../../lambdas/records/identity.ts';

const secret = Buffer.alloc(32, 3).toString('base64url');
const empty = emptyIdentityMap(secret);

/** What is left to be covered of texts that make one request, ORG and PROFESSION aside. */
const left = (texts: readonly string[], map: IdentityMap = empty) =>
  withoutImpersonal(
    texts.map((text) => ({ text, findings: detect(text, { recognizers, threshold: 0.35 }).findings })),
    map,
  ).flatMap(({ text, findings }) => [
    ...new Set(
      findings
        .filter(({ type }) => type !== 'ORG' && type !== 'PROFESSION')
        .map(({ start, end }) => text.slice(start, end)),
    ),
  ]);

describe('a request about nobody keeps', () => {
  it.each([
    ['whose guideline it is', 'Summarise the Mayo Clinic guidelines on statins in older adults.'],
    ['where advice comes from', 'What are the newest recommendations from the Cleveland Clinic on sepsis?'],
    ['a state beside many', 'How have opioid death rates in Ohio changed among adults?'],
    ['a season', 'Give three subject lines for a newsletter on flu shots in October.'],
    ['a state', 'Five interview questions for a rural hospital in Ohio.'],
    ['a country beside many', 'Which vaccines are recommended for children in the US?'],
    [
      'the month of a guideline',
      'Do guidelines for asthma, as updated in March 2024, still ask for spirometry?',
    ],
    [
      'the months of a survey',
      'Patients surveyed between June 2021 and May 2022 preferred video visits: why?',
    ],
    ['a physician of history', 'Who was Ignaz Semmelweis?'],
    ['two of them in a lesson', 'Compare Freud and Jung on dreams for nursing students.'],
    ['what one of them found', 'What did Piaget propose, and what is Maslow’s hierarchy?'],
    ['what happened to many', 'Outcomes of adults with sepsis treated in Texas since January 2020?'],
  ])('%s', (_why, text) => {
    expect(detect(text, { recognizers, threshold: 0.35 }).findings).not.toEqual([]);
    expect(left([text])).toEqual([]);
  });
});

describe('everything is covered where', () => {
  it.each([
    [
      'somebody has an age',
      'Guidelines for a 54-year-old with gout, seen in Ohio in March 2024?',
      'March 2024',
    ],
    ['somebody has a pronoun', 'Do the guidelines of March 2024 apply? She lives in Ohio.', 'March 2024'],
    ['somebody has no subject', 'Admitted in March 2024 with sepsis. Guidelines?', 'March 2024'],
    ['something happens in a month', 'Recovery after surgery in October: guidelines?', 'October'],
    ['it is a patient', 'Which guidelines fit a patient from Ohio?', 'Ohio'],
    ['it is the asker', 'I had surgery in March 2024; what do studies say?', 'March 2024'],
    ['a place is smaller than a state', 'Asthma rates of adults in Boise in March 2024?', 'Boise'],
    ['a date has a day', 'Adults tested on March 3, 2024 in Ohio: what do the studies say?', 'March 3, 2024'],
    ['an institution is no source', 'Studies of adults treated at Mayo Clinic in Ohio?', 'Mayo Clinic'],
    ['somebody is named', 'What do the Mayo Clinic guidelines say, asks Odile Quillfeather?', 'Mayo Clinic'],
    ['a famous name is ill', 'Fleming: penicillin allergy, history of gout', 'Fleming'],
    ['a famous name is called', 'Call Florence Nightingale about hospital hygiene', 'Florence Nightingale'],
    ['two of them wait', 'Jenner and Fleming: labs pending', 'Jenner'],
    ['one of them is somebody’s', 'What did Freud propose? He is in bed 4.', 'Freud'],
    ['one of them is unconscious', 'Skinner found unconscious', 'Skinner'],
    ['nothing is said of rules or many', 'How was March 2024?', 'March 2024'],
  ])('%s', (_why, text, value) => {
    expect(left([text]).some((found) => found.includes(value))).toBe(true);
  });

  it('another text of the request speaks of somebody', () => {
    expect(left(['Summarise the Mayo Clinic guidelines for adults.', 'He is worse.'])).toEqual([
      'Mayo Clinic',
    ]);
  });

  it('the conversation has identities already', () => {
    const given = registry(empty);
    given.add('NAME', 'Odile Quillfeather');
    const map = { secret, identities: [...given.identities()] };
    expect(left(['Summarise the Mayo Clinic guidelines for adults.'], map)).toEqual(['Mayo Clinic']);
  });
});
