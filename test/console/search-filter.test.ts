// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { type Fields, filterOf } from '../../console/src/pages/search/filter.ts';
import { CaseFilterSchema } from '../../lambdas/archive/case-filter.ts';

const any: Fields = {
  from: '2026-11-01',
  to: '2026-11-30',
  outcome: '',
  policy: '',
  model: '',
  reason: '',
  reviewer: '',
  requester: '',
  type: '',
  text: '',
  held: '',
  degraded: '',
  legalHold: '',
};
const { from, to } = any;

describe('the fields of a search are a filter that the archive takes', () => {
  it.each<[string, Partial<Fields>, object]>([
    ['days alone, where nothing else is said', {}, {}],
    ['an outcome', { outcome: 'released' }, { outcomes: ['released'] }],
    ['a name, without the spaces around it', { policy: ' healthcare ' }, { policy: 'healthcare' }],
    ['a field of spaces, as none', { reviewer: '  ' }, {}],
    ['a type, however it is written', { type: 'name' }, { type: 'NAME' }],
    ['yes', { held: 'yes', legalHold: 'yes' }, { held: true, legalHold: true }],
    ['no, which is something else than any', { degraded: 'no' }, { degraded: false }],
    ['an injection, as words', { text: "' OR '1' = '1" }, { text: "' OR '1' = '1" }],
    [
      'all at once',
      { outcome: 'blocked', policy: 'p', model: 'm', reason: 'r', reviewer: 'w', requester: 'q', text: 'tt' },
      {
        outcomes: ['blocked'],
        policy: 'p',
        model: 'm',
        reason: 'r',
        reviewer: 'w',
        requester: 'q',
        text: 'tt',
      },
    ],
  ])('%s', (_what, fields, filter) => {
    const made = filterOf({ ...any, ...fields });
    expect(made).toEqual({ from, to, ...filter });
    expect(CaseFilterSchema.parse(made)).toEqual(made);
  });
});
