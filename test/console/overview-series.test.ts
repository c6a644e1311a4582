// SPDX-License-Identifier: Apache-2.0
import { expect, it } from '@jest/globals';
import type { Overview } from '../../lambdas/api/overview-view.ts';
import { agreementOf, typesOf } from '../../console/src/pages/overview/series.ts';

const day = (entityTypes: Record<string, number>): Overview['days'][number] => ({
  day: '2026-11-20',
  closed: 0,
  released: 0,
  held: 0,
  opened: 0,
  expired: 0,
  guardrail: 0,
  revealed: 0,
  wait: { decided: 0 },
  entityTypes,
});

it('agreement is drawn of second reviewers and of test cases, each with what was and what was not', () => {
  const agreement = {
    second: { agreed: 7, differed: 2 },
    testCases: { right: 5, wrong: 1, undecided: 3 },
  };
  expect(agreementOf({ agreement } as Overview).rows).toEqual([
    { at: 'Second reviewers', values: [7, 2] },
    { at: 'Test cases', values: [5, 1] },
  ]);
});

it('types of identifiers are drawn by their names: the five most frequent, and the others together', () => {
  const counts = { MRN: 9, NAME: 20, SSN: 3, DATE: 8, PHONE: 7, EMAIL: 1, IP: 2 };
  const { series, rows } = typesOf({ days: [day(counts)], entityTypes: counts } as unknown as Overview);
  expect(series).toEqual([
    'name',
    'medical record number',
    'date',
    'phone',
    'social security number',
    'all others',
  ]);
  expect(rows).toEqual([{ at: '2026-11-20', values: [20, 9, 8, 7, 3, 3] }]);
});
