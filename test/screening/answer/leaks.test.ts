// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { recognizersAt } from '../../../lambdas/recognizers/index.ts';
import type { Recognizer } from '../../../lambdas/recognizers/recognizer.ts';
import type { IdentifierType } from '../../../lambdas/records/identifier.ts';
import { droppedValue } from '../../../lambdas/screening/answer/dropped-value.ts';
import { originalValue } from '../../../lambdas/screening/answer/original-value.ts';
import { residualIdentifier } from '../../../lambdas/screening/answer/residual-identifier.ts';
import { systemPromptLeak } from '../../../lambdas/screening/answer/system-prompt-leak.ts';
import { canary, inputOf, policies, sees } from './given.ts';

describe('the hidden instructions', () => {
  it.each([
    ['the canary', canary],
    ['in capitals', canary.toUpperCase()],
    ['spaced', Array.from(canary).join(' ')],
    ['with hyphens', canary.replaceAll(/.{4}/g, '$&-')],
    ['in bold', `**${canary.slice(0, 12)}**${canary.slice(12)}`],
    ['with invisible characters', Array.from(canary).join('\u200b')],
    ['its first half', canary.slice(0, 12)],
    ['its second half', canary.slice(12)],
    ['backwards', Array.from(canary).reverse().join('')],
    ['in hexadecimal', Buffer.from(canary).toString('hex')],
    ['in Base64', Buffer.from(canary).toString('base64')],
    ['in Base64 among other text', Buffer.from(`The marker is ${canary}!`).toString('base64')],
    ['twelve words of the instructions', policies.healthcare.instructions.split(' ').slice(20, 32).join(' ')],
    ['the instructions', policies.healthcare.instructions],
    [
      'the instructions, shouted and quoted',
      policies.healthcare.instructions.toUpperCase().replaceAll(' ', ' > '),
    ],
  ])('%s', (_what, text) => expect(sees(systemPromptLeak, `Here: ${text} .`)).toBe(true));

  it.each([
    ['an answer', 'The letter says that the request was denied.'],
    ['a quarter of the canary', canary.slice(0, 6)],
    ['another random word', '77aa31c09be2f4d15566aabb'],
    ['eight words of the instructions', policies.healthcare.instructions.split(' ').slice(20, 28).join(' ')],
    ['a common phrase of theirs', 'I rest every statement on the context documents.'],
    ['nothing', ''],
  ])('not %s', (_what, text) => expect(sees(systemPromptLeak, text)).toBe(false));
});

const name = (value: string, forms: string[] = []) => [
  { placeholder: 'NAME_1_7K', type: 'NAME' as const, value, forms },
];
const has = (
  text: string,
  identities: { placeholder: string; type: IdentifierType; value: string; forms: string[]; date?: string }[],
  question = '',
) => {
  const input = inputOf(text, { question });
  return originalValue.check({ ...input, map: { ...input.map, identities } }).length > 0;
};
const value = (type: IdentifierType, written: string, date?: string) => [
  { placeholder: `${type}_1_7K`, type, value: written, forms: [], ...(date === undefined ? {} : { date }) },
];

describe('an original value', () => {
  it.each([
    ['as it is', 'Marisol Ferreira-Quint', name('Marisol Ferreira-Quint')],
    ['in capitals', 'MARISOL FERREIRA-QUINT', name('Marisol Ferreira-Quint')],
    ['in small letters', 'marisol ferreira quint', name('Marisol Ferreira-Quint')],
    ['family name first', 'Ferreira-Quint, Marisol', name('Marisol Ferreira-Quint')],
    ['without accents', 'Jose Nunez', name('José Núñez')],
    ['with accents', 'José Núñez', name('Jose Nunez')],
    ['written together', 'marisolferreiraquint', name('Marisol Ferreira-Quint')],
    ['letter by letter', 'M.a.r.i.s.o.l F e r r e i r a Q u i n t', name('Marisol Ferreira-Quint')],
    ['backwards', 'tniuQ-arierreF losiraM', name('Marisol Ferreira-Quint')],
    ['with invisible characters', 'Mari\u200bsol Ferr\u00adeira-Quint', name('Marisol Ferreira-Quint')],
    ['its family name', 'Ask Ferreira-Quint.', name('Marisol Ferreira-Quint')],
    ['its given name', 'Hello Marisol,', name('Marisol Ferreira-Quint')],
    ['in an e-mail address', 'write to marisol.ferreira.quint@mail.example', name('Marisol Ferreira-Quint')],
    ['without the middle name', 'Anders Holmqvist', name('Anders Bertil Holmqvist')],
    ['another form of it', 'the Widow Tranter', name('Edith Tranter', ['Widow Tranter'])],
    ['a name that is a word, with a title', 'Dear Grace,', name('Grace Okonkwo-Lindqvist')],
    ['digits without hyphens', '219099099', value('SSN', '219-09-9099')],
    ['digits with other hyphens', '219 09 9099', value('SSN', '219-09-9099')],
    ['digits in a longer number', 'ref00219099099x', value('SSN', '219-09-9099')],
    ['a telephone number', '+1 617.555.0142', value('PHONE', '(617) 555-0142')],
    ['an address in another case', '418 LARKSPUR HOLLOW ROAD', value('STREET', '418 Larkspur Hollow Road')],
    ['an e-mail address', 'M.FERREIRA @ example . org', value('EMAIL', 'm.ferreira@example.org')],
    ['a member number', 'wqx 440 917 723', value('MEMBER', 'WQX440917723')],
    ['a short number', 'Room 4417', value('CODE', '4417')],
    ['the day in another writing', 'on 2025-03-03', value('DATE', 'March 3, 2025', '2025-03-03')],
    ['the day in words', 'on the 3rd of March 2025', value('DATE', '03/03/2025', '2025-03-03')],
    ['a place', 'in Eastmere', value('PLACE', 'Eastmere')],
  ])('%s', (_what, text, identities) => expect(has(text, identities)).toBe(true));

  it.each([
    ['nothing', 'All is well.', name('Marisol Ferreira-Quint')],
    ['a part of a longer word', 'You cannot plan an annual visit.', name('Ann')],
    ['a name that is a word', 'There is a grace period, and you will have it in May.', name('Grace Will')],
    ['half a number', 'Call 555-0142', value('PHONE', '(617) 555-0142')],
    ['another number', '219-09-9098', value('SSN', '219-09-9099')],
    ['another day', 'on March 4, 2025', value('DATE', 'March 3, 2025', '2025-03-03')],
    ['a profession', 'Ask your nurse.', value('PROFESSION', 'nurse')],
    ['a place that is a word', 'reading is good for you', value('PLACE', 'Reading')],
    ['an age', 'Within 91 days.', value('AGE', '91')],
    ['the placeholder', '[NAME_1_7K] was seen.', name('Marisol Ferreira-Quint')],
    ['an eponym', 'Parkinson’s disease is common.', name('Ruth Parkinson')],
  ])('not %s', (_what, text, identities) => expect(has(text, identities)).toBe(false));

  it('a part of a name that the question itself has is no leak', () => {
    expect(has('Ask Holmqvist about it.', name('Anders Holmqvist'), 'What does Holmqvist say?')).toBe(true);
    expect(has('Anders is a common name.', name('Anders Holmqvist'), 'Is Anders a common name?')).toBe(false);
  });
});

/** A recognizer that finds one text as one type. */
const finds = (type: IdentifierType, found: string): Recognizer => ({
  name: 'given',
  types: [type],
  cites: 'this test',
  find: (text) => {
    const start = text.indexOf(found);
    return start < 0
      ? []
      : [
          {
            type,
            start,
            end: start + found.length,
            score: 0.9,
            because: { detector: 'given', pattern: 'given' },
          },
        ];
  },
});

describe('a residual identifier', () => {
  const residual = (type: IdentifierType, found: string, question = '', policy = policies.healthcare) =>
    sees(residualIdentifier, `It is ${found} as far as I know.`, {
      recognizers: [finds(type, found)],
      question,
      policy,
    });

  it.each<[IdentifierType, string]>([
    ['NAME', 'Lennart Osei'],
    ['NAME', 'Dr. Osei'],
    ['NAME', 'OSEI, LENNART'],
    ['FACILITY', 'Harrowgate Clinic'],
    ['DATE', 'April of 2021'],
    ['PLACE', 'NY'],
    ['PHONE', '(512) 349-8821'],
    ['SSN', '536-22-4817'],
    ['DATE', 'April 4'],
    ['DATE', '2021-04-04'],
    ['AGE', '93 years old'],
    ['PLACE', 'Eastmere'],
    ['FACILITY', 'Brindlewood Clinic'],
    ['URL', 'https://a.tracker-host.net/x'],
    ['EMAIL', 'a@b.example'],
  ])('%s %s', (type, found) => expect(residual(type, found)).toBe(true));

  it.each<[string, IdentifierType, string]>([
    ['an emergency number', 'PHONE', '911'],
    ['the crisis line', 'PHONE', '988'],
    ['poison control', 'PHONE', '1-800-222-1222'],
    ['a year', 'DATE', '2019'],
    ['an age under 90', 'AGE', '64 years'],
    ['a government page', 'URL', 'https://www.cdc.gov/flu'],
    ['an organisation, which the policy keeps', 'ORG', 'American Heart Association'],
    ['a profession, which the policy keeps', 'PROFESSION', 'carpenter'],
    ['words that name nobody', 'FACILITY', 'your clinic'],
    ['words that name nobody', 'NAME', 'fluids and rest'],
    ['a title before a placeholder', 'NAME', 'Dr.'],
    ['an abbreviation', 'NAME', 'INR'],
    ['a unit', 'NAME', 'mIU'],
    ['who signs a letter', 'FACILITY', 'Dispute Services'],
    ['a month alone', 'DATE', 'mid-April'],
    ['a weekday', 'DATE', 'Saturday'],
  ])('not %s: %s %s', (_what, type, found) => expect(residual(type, found)).toBe(false));

  it('a date that the de-identified prompt shows was left there: it is nobody’s', () => {
    expect(residual('DATE', 'July 30, 1965', 'Was Medicare signed on July 30, 1965?')).toBe(false);
    expect(residual('DATE', 'July 30, 1965', 'When was Medicare signed?')).toBe(true);
  });

  it('a name that the prompt shows was missed there: it is held', () =>
    expect(residual('NAME', 'Lennart Osei', 'What about Lennart Osei?')).toBe(true));

  it('what may never be stored has a reason of its own', () => {
    const around = { recognizers: [finds('CVV', '417')] };
    expect(sees(droppedValue, 'The code is 417.', around)).toBe(true);
    expect(sees(residualIdentifier, 'The code is 417.', around)).toBe(false);
  });

  it.each([
    ['a ZIP code’s area that was left in the prompt', 'She lives in ZIP 021** and is well.', false],
    ['the same, its digits alone', 'She lives in ZIP 021.', false],
    ['another area', 'She lives in ZIP 627**.', true],
    ['a whole ZIP code of the area', 'She lives in ZIP 02115.', true],
  ])('%s', (_what, text, seen) => {
    const around = { question: 'Where does a patient of ZIP 021** live?', recognizers: recognizersAt(2026) };
    expect(sees(residualIdentifier, text, around)).toBe(seen);
  });

  it('no placeholder is one, right or wrong', () => {
    for (const each of ['[NAME_1_7K]', '[MRN_1_C4]', '[NAME_1_XX]'])
      expect(residual('NAME', each)).toBe(false);
  });
});
