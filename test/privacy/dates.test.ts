// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { shownAnchor } from '../../lambdas/privacy/date-placeholders.ts';
import { describePlaceholders } from '../../lambdas/privacy/describe-placeholders.ts';
import { detect } from '../../lambdas/privacy/detect.ts';
import { emptyIdentityMap } from '../../lambdas/privacy/identity-map.ts';
import { pseudonymise } from '../../lambdas/privacy/pseudonymise.ts';
import { restore } from '../../lambdas/privacy/restore.ts';
import { isoOf } from '../../lambdas/privacy/calendar.ts';
import { recognizers } from '../../lambdas/recognizers/index.ts';
import { writtenDate } from '../../lambdas/privacy/written-date.ts';
import { every, policy, secretOf } from './people.ts';

const map = emptyIdentityMap(secretOf(3));
const told = (dates: readonly string[]) => {
  const text = dates.join(' ; ');
  const findings = dates.flatMap((date) => every(text, 'DATE', date).slice(0, 1));
  const done = pseudonymise([{ text, findings }], { policy, map });
  const out = done.slots[0]?.text ?? '';
  return { out, short: out.replaceAll(/_(\d+)_[0-9A-Z]{2}/g, '$1').split(' ; '), map: done.map };
};

describe('yesterday beside its date', () => {
  const text = 'Fell yesterday (4/17/2026), was seen on 4/15/2026 and called two days ago.';
  const { findings } = detect(text, { recognizers, threshold: 0.35 });
  const done = pseudonymise([{ text, findings }], { policy, map });
  const out = done.slots[0]?.text ?? '';

  it('is replaced with it, and what stands apart from dates is kept', () => {
    expect(out).not.toMatch(/yesterday|4\/1/);
    expect(out).toContain('two days ago');
  });
  it('comes back as it was written', () => {
    expect(restore(out, done.map).text).toBe(text);
  });
});

describe('reading a written date', () => {
  it.each([
    ['2021-03-04', '2021-03-04'],
    ['2021/3/4', '2021-03-04'],
    ['20210304', '2021-03-04'],
    ['3/4/2021', '2021-03-04'],
    ['03-04-21', '2021-03-04'],
    ['25.12.2020', '2020-12-25'],
    ['March 4, 2021', '2021-03-04'],
    ['MARCH 4TH, 2021', '2021-03-04'],
    ['Mar. 4 2021', '2021-03-04'],
    ['Thursday, March 4, 2021', '2021-03-04'],
    ['4 March 2021', '2021-03-04'],
    ['4th of March 2021', '2021-03-04'],
    ['04-Mar-2021', '2021-03-04'],
    ['4 de marzo de 2021', '2021-03-04'],
    ['4. März 2021', '2021-03-04'],
    ['4 mars 2021', '2021-03-04'],
    ['2021年3月4日', '2021-03-04'],
    ['2021-03-04T14:30:00Z', '2021-03-04'],
    ['3/4/2021 2:30 PM', '2021-03-04'],
    ['March 2021', '2021-03'],
    ['03/2021', '2021-03'],
    ["Mar '21", '2021-03'],
    ['2021', '2021'],
    ['2/29/2020', '2020-02-29'],
  ])('%s is %s', (text, iso) => {
    const date = writtenDate(text);
    expect(date === undefined ? undefined : isoOf(date.day)).toBe(iso);
  });

  it.each([
    '2/29/2021',
    '4/0/2021',
    '13/13/2021',
    '0/4/2021',
    'April 31, 2021',
    'soon',
    '12:30',
    '1.2.3.4',
    'May I',
    '99/99/99',
    '',
  ])('%s is none', (text) => {
    expect(writtenDate(text)).toBeUndefined();
  });

  it.each([
    ['03/04/2021', '2024-11-09', '11/09/2024'],
    ['3/4/21', '2024-11-09', '11/9/24'],
    ['2021-03-04', '2024-11-09', '2024-11-09'],
    ['March 4th, 2021', '2024-11-02', 'November 2nd, 2024'],
    ['4 MAR 2021', '2024-11-02', '2 NOV 2024'],
    ['Thursday, 4 March 2021', '2024-11-09', 'Saturday, 9 November 2024'],
    ['4 de marzo de 2021', '2024-11-09', '9 de noviembre de 2024'],
  ])('writes another day as %s was written', (text, iso, written) => {
    const [year, month, day] = iso.split('-').map(Number);
    expect(writtenDate(text)?.write({ year: year ?? 0, month: month ?? 0, day: day ?? 0 })).toBe(written);
  });
});

describe('relative dates', () => {
  it.each([
    ['days', ['03/04/2021', '03/16/2021', '03/01/2021'], ['[DATE1]', '[DATE1+12d]', '[DATE1-3d]']],
    ['the same day in another writing', ['03/04/2021', 'March 4, 2021'], ['[DATE1]', '[DATE1]']],
    ['months', ['03/04/2021', 'May 2021'], ['[DATE1]', '[DATE1+2m]']],
    [
      'a month as the first date',
      ['March 2021', '3/15/2021', 'May 2021'],
      ['[DATE1]', '[DATE1+14d]', '[DATE1+2m]'],
    ],
    ['a bare year', ['03/04/2021', '2019'], ['[DATE1]', '2019']],
    ['over a leap day', ['02/28/2020', '03/01/2020'], ['[DATE1]', '[DATE1+2d]']],
    ['over the new year, without a year', ['12/28/2020', 'January 3'], ['[DATE1]', '[DATE1+6d]']],
    ['day first, as another date shows', ['04/03/2021', '25/03/2021'], ['[DATE1]', '[DATE1+21d]']],
    ['a date nobody can read', ['03/04/2021', 'Candlemas'], ['[DATE1]', '[DATE2]']],
    ['nothing but a date without a year', ['March 4'], ['[DATE1]']],
    ['a date before the first with a year', ['March 4', '03/06/2021'], ['[DATE1-2d]', '[DATE1]']],
    [
      'a birth date whose distance tells an age over 89',
      ['04/12/1931', '03/04/2026', '03/09/2026'],
      ['[DATE2]', '[DATE1]', '[DATE1+5d]'],
    ],
    ['two times of one day', ['3/4/2021 8:00 AM', '3/4/2021 9:00 AM'], ['[DATE1]', '[DATE2]']],
  ])('tell %s', (_, dates, expected) => {
    const { short, out, map: issued } = told(dates);
    expect(short).toEqual(expected);
    expect(restore(out, issued, { format: 'text' }).anomalies).toEqual([]);
  });

  it('come back as they were written', () => {
    const dates = ['03/04/2021', 'March 16, 2021', 'May 2021', '2021-06-01', 'July 4'];
    const { out, map: issued } = told(dates);
    expect(restore(out, issued, { format: 'text' }).text).toBe(dates.join(' ; '));
  });

  it('keep the anchor over the turns', () => {
    const first = told(['03/04/2021']);
    const text = 'since 03/10/2021';
    const [slot] = pseudonymise([{ text, findings: every(text, 'DATE', '03/10/2021') }], {
      policy,
      map: first.map,
    }).slots;
    expect(slot?.text).toBe(`since ${first.out.slice(0, -1)}+6d]`);
  });

  const { map: issued } = told(['March 4, 2021', 'May 2021']);
  const anchor = issued.identities[0]?.placeholder ?? '';
  it.each([
    ['+42d', 'April 15, 2021'],
    ['-4d', 'February 28, 2021'],
    ['+6w', 'April 15, 2021'],
    [' + 42 days', 'April 15, 2021'],
    ['\u221242d', 'January 21, 2021'],
    ['+2m', 'May 2021'],
    ['+12m', 'March 2022'],
    ['+1y', '2022'],
  ])('that the model computed (%s) come back as real dates, in the requester’s writing', (far, date) => {
    expect(restore(`on [${anchor}${far}].`, issued)).toMatchObject({ text: `on ${date}.`, anomalies: [] });
  });

  it.each(['+12', '+d', '+12q', '+999999d', '+99999999d'])(
    'that nobody can compute (%s) are damaged',
    (far) => {
      const answer = `on [${anchor}${far}].`;
      expect(restore(answer, issued)).toMatchObject({
        text: answer,
        anomalies: [{ code: 'placeholder-damaged' }],
      });
    },
  );

  it('are damaged on a date that is not the anchor', () => {
    const other = issued.identities[1]?.placeholder ?? '';
    expect(restore(`on [${other}+3d].`, issued).anomalies).toMatchObject([{ code: 'placeholder-damaged' }]);
    expect(restore(`on [${other}].`, issued)).toMatchObject({ text: 'on May 2021.', anomalies: [] });
  });

  it('are explained to the model, without a real date', () => {
    const sentences = describePlaceholders(policy, shownAnchor(issued));
    expect(sentences).toContain(`[${anchor}+42d]`);
    expect(sentences).not.toMatch(/2021|March/);
    expect(describePlaceholders({ operators: { DATE: 'generalise' } }, shownAnchor(issued))).not.toContain(
      '+42d',
    );
  });
});
