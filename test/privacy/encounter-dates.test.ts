// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { detect } from '../../lambdas/privacy/detect.ts';
import { recognizers } from '../../lambdas/recognizers/index.ts';

const dates = (text: string) =>
  detect(text, { recognizers, threshold: 0.35 })
    .findings.filter(({ type }) => type === 'DATE')
    .map(({ start, end }) => text.slice(start, end));

describe('a date of service told from now', () => {
  it.each([
    [
      'behind the facility',
      'Gout flare of a man seen at Brightwater Clinic last week, on allopurinol.',
      'last week',
    ],
    ['before it', 'Gout flare of a man seen last month at Brightwater Clinic.', 'last month'],
    ['behind a comma', 'She was discharged from Quillaby General Hospital, two days ago.', 'two days ago'],
    ['after a procedure', 'He underwent a biopsy at Brightwater Clinic three weeks ago.', 'three weeks ago'],
  ])('goes %s', (_where, text, told) => {
    expect(dates(text)).toEqual([told]);
  });

  it.each([
    ['no facility is named', 'She was seen at the clinic last week and discharged yesterday.'],
    ['it is a year', 'She was seen at Brightwater Clinic last year.'],
    ['nobody was there', 'The Brightwater Clinic guidelines that came out last month'],
    ['it stands in another sentence', 'She was seen at Brightwater Clinic. Last week she had fever.'],
  ])('stays where %s', (_why, text) => {
    expect(dates(text)).toEqual([]);
  });
});
