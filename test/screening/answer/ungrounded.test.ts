// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { quantities } from '../../../lambdas/screening/answer/quantities.ts';
import { ungrounded } from '../../../lambdas/screening/answer/ungrounded.ts';
import { sees } from './given.ts';

const context = [
  'Report of [DATE_1_9Q] by the Larkspur Foundation. Revenue was $1,250,000 in 2023 and $1,000,000 in 2022; costs were $930,400. There were 48 staff in three offices: Eastmere, Norford and Kilbrae. The programme ran for 12 weeks from [DATE_1_9Q+7d]. Each participant received 250 mg twice daily for two weeks. Mean weight fell from 91.5 kg to 88.0 kg. 37 % of the 120 participants stopped early. History of asthma in 14. Next report due in six months.',
];
const question = 'Summarise the report for [NAME_1_7K], please, in two paragraphs. Compare it with 2021.';
const judge = (text: string) => sees(ungrounded, text, { context, question });

describe('what the documents bear out', () => {
  it.each([
    ['the same number', 'Revenue was $1,250,000 in 2023.'],
    ['other separators', 'Revenue was 1250000 dollars.'],
    ['a scale word', 'Revenue was $1.25 million.'],
    ['rounded', 'Costs were about $930,000.'],
    ['rounded further', 'Costs were roughly $0.9 million.'],
    ['number words', 'The programme ran for twelve weeks.'],
    ['a number word written as a digit', 'There were 3 offices.'],
    ['converted time', 'The programme ran for 84 days.'],
    ['converted mass', 'Each participant received 0.25 g twice daily.'],
    ['a difference', 'Revenue rose by $250,000.'],
    ['a change in percent', 'Revenue rose from $1,000,000 to $1,250,000, an increase of 25 %.'],
    ['a difference of weights', 'Mean weight fell from 91.5 kg to 88.0 kg, that is by 3.5 kg in all.'],
    ['a share', '37 % of 120 participants is about 44 people in total.'],
    ['a sum', 'Revenue of the two years was $2,250,000 in total.'],
    ['what only the question has', 'The report does not cover 2021. It covers 2022 and 2023.'],
    ['a list', '1. Revenue\n2. Costs\n3. Staff\n11. Offices'],
    ['steps', 'Step 4: see section 12.'],
    ['names', 'The Larkspur Foundation has offices in Eastmere, Norford and Kilbrae.'],
    ['a possessive', 'This is the Foundation’s report, and Larkspur’s own.'],
    ['initials of what is named', 'The Larkspur Foundation (LF) has 48 staff.'],
    ['a heading', '## Key Findings And Outlook\n\nRevenue rose.'],
    ['bold labels', '**Main Result:** Revenue rose.\n**Next Steps:** A report in six months.'],
    [
      'the first words of sentences',
      'Participants stopped early. Overall, weight fell. However, 37 % stopped.',
    ],
    ['a known distance', 'It began on [DATE_1_9Q+7d].'],
    ['a computed distance', 'It ended on [DATE_1_9Q+91d], 12 weeks after it began.'],
    ['a known illness', 'Asthma was known in 14.'],
    ['public numbers', 'In an emergency call 911. The line is open 24/7.'],
    ['small counts', 'There are 2 points to make, and 3 reasons.'],
    ['what is missing', 'The report does not mention Northbridge or a budget of $77,000.'],
    ['small talk', 'Here is the summary. I hope it helps.'],
    ['months and dates left out', 'It is due in six months, half a year from now.'],
    ['percent as a word', '37 percent stopped early.'],
  ])('%s', (_what, text) => expect(judge(text)).toBe(false));
});

describe('what they do not', () => {
  it.each([
    ['another number', 'Revenue was $1,350,000 in 2023.'],
    ['two digits exchanged', 'Costs were $934,000.'],
    ['another year', 'Revenue was higher in 2019.'],
    ['another count', 'There were 84 staff.'],
    ['another unit', 'The programme ran for 12 months.'],
    ['another amount', 'Each participant received 500 mg twice daily.'],
    ['another duration', 'Each participant received it for five weeks.'],
    ['a wrong change', 'Revenue rose from $1,000,000 to $1,250,000, an increase of 52 %.'],
    ['a wrong difference', 'Mean weight fell by 5.5 kg.'],
    ['a wrong percentage', '73 % of the participants stopped early.'],
    ['a name', 'The report was written by the Harrowgate Institute.'],
    ['another place', 'There is an office in Wexcombe.'],
    ['a person', 'It was signed by Director Osei.'],
    ['a distance nothing accounts for', 'It ended on [DATE_1_9Q+50d].'],
    ['an illness', 'Many had a history of diabetes.'],
    ['a medicine', 'Participants received metformin.'],
    ['a wrong scale', 'Revenue was $1.25 billion less $930 million, about $1.7 billion.'],
    ['a decimal', 'Mean weight fell to 80.8 kg.'],
    ['a number in a table', '| Year | Revenue |\n| --- | --- |\n| 2023 | $1,520,000 |'],
    ['a number in bold', 'Revenue was **$1,520,000**.'],
    ['a date in words', 'The report is due on May 14.'],
  ])('%s', (_what, text) => expect(judge(text)).toBe(true));
});

it('asks nothing where there is no document', () => {
  expect(sees(ungrounded, 'Revenue was $77,777 at Wexcombe.')).toBe(false);
  expect(sees(ungrounded, 'Revenue was $77,777 at Wexcombe.', { context: ['  \n'] })).toBe(false);
});

describe('the numbers of a text', () => {
  const values = (text: string) =>
    quantities(text.toLowerCase()).map(({ value, unit }) => [value, unit?.kind]);
  const cases: readonly (readonly [string, readonly (readonly unknown[])[]])[] = [
    ['$1,250.50', [[1250.5, 'dollar']]],
    ['1.5 million', [[1_500_000, undefined]]],
    ['48k', [[48_000, undefined]]],
    [
      '500 mg twice daily',
      [
        [500, 'mass'],
        [2, 'times'],
      ],
    ],
    ['six weeks', [[6, 'time']]],
    [
      '8 to 12 weeks',
      [
        [8, 'time'],
        [12, 'time'],
      ],
    ],
    [
      '4-5 days',
      [
        [4, 'time'],
        [5, 'time'],
      ],
    ],
    ['37 %', [[37, 'percent']]],
    ['march 15', [[15, 'day-of-month']]],
    ['the 3rd of march', [[3, 'day-of-month']]],
    [
      '120/80 mmhg',
      [
        [120, undefined],
        [80, 'mmhg'],
      ],
    ],
    [
      '12.0-15.5 g/dl',
      [
        [12, 'mass'],
        [15.5, 'mass'],
      ],
    ],
    // Numbers that are names.
    ['a 401(k) and form 1040', []],
    ['covid-19, b12, a1c, w-2, h1n1', []],
    ['call 911 or 988, 24/7', []],
    ['type 2 diabetes', []],
    ['1. first\n2. second', []],
    ['no numbers', []],
  ];
  it.each(cases.map(([text, expected]) => ({ text, expected })))('$text', ({ text, expected }) =>
    expect(values(text)).toEqual(expected),
  );
});
