// SPDX-License-Identifier: Apache-2.0
import { expect, it } from '@jest/globals';
import { subject } from '../../lambdas/recognizers/subject.ts';
import { recognizes } from './table.ts';

recognizes(subject, {
  finds: [
    ['a month that worries', 'April is worried about her mother', 'April'],
    ['a month that coughs', 'May has been coughing since Monday', 'May'],
    ['a month that says', 'Labs came back. June says she is fine', 'June'],
    ['a month with a relative', 'August’s mother called', 'August'],
    ['a season', 'Summer says she is out of her inhaler', 'Summer'],
    ['a verb that is ill', 'Will has chest pain again', 'Will'],
    ['a verb that will be seen', 'Mark will be discharged', 'Mark'],
    ['a quality', 'ok, and Hope was admitted overnight', 'Hope'],
    ['initials', 'DJ has been my therapist for years', 'DJ'],
    ['initials with full stops', 'D.J. said it hurts', 'D.J.'],
    ['initials that are thanked', 'Please thank CJ for the ride', 'CJ'],
    ['initials that were somebody’s before', 'CJ told me it hurts. I saw CJ at noon', 'CJ'],
    ['initials with a relative', "TJ's mom called", 'TJ'],
  ],
  ignores: [
    ['a month', 'In April reports rose. May is busy. June was hot.'],
    ['a month inside a sentence', 'the figures of May reported a loss, in June said the clerk'],
    ['a month of the year', 'May is asthma awareness month'],
    ['a question', 'May I take this? Will this help? Will she need surgery?'],
    ['a verb', 'Mark my words. Grant access. Bill the insurer.'],
    ['a season', 'Summer is peak season, Winter is coming'],
    ['hope', 'Hope is fine, Faith in medicine, Art is my passion'],
    ['initials of nobody', 'the CJ interval, a KC on the map'],
    ['a drain', 'The JP drain put out 40 ml. JP was removed.'],
    ['a virus', 'JC virus was negative, JC has no treatment'],
    ['juice', 'OJ was given for a BG of 58'],
    ['a state and a vein', 'NJ says no, the IJ has a clot'],
    ['a bill of months', 'April told in numbers: 4, May called the merriest month'],
  ],
});

it('finds initials throughout once somebody is called by them', () => {
  expect(subject.find('I saw CJ. CJ said no, the chart of CJ is here.')).toHaveLength(3);
});
