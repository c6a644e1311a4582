// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { type Filters, searchSql } from '../../console/src/pages/search/search-sql.ts';
import { restrictSql } from '../../lambdas/archive/restrict-sql.ts';

const any: Filters = {
  from: '2026-11-01',
  to: '2026-11-30',
  outcome: '',
  policy: '',
  reason: '',
  reviewer: '',
  failed: false,
};
/** What the server makes of it. @throws SqlRefused */
const bound = (filters: Partial<Filters>) => restrictSql(searchSql({ ...any, ...filters }), 'clinic').sql;

describe('a search is a SELECT that the archive takes', () => {
  it.each<[string, Partial<Filters>, string]>([
    ['with days alone', {}, '2026-11-30'],
    ['by outcome', { outcome: 'released' }, 'released'],
    ['by policy', { policy: ' healthcare ' }, "'healthcare'"],
    ['by reason, as one of a list', { reason: 'medication-dosage' }, "' medication-dosage '"],
    ['by reviewer', { reviewer: 'vera' }, "'vera'"],
    ['where a detector failed', { failed: true }, 'failed_detectors'],
    ['by all at once', { outcome: 'blocked', policy: 'p', reason: 'r', reviewer: 'w', failed: true }, "'p'"],
  ])('%s', (_what, filters, part) => expect(bound(filters)).toContain(part));

  it.each([
    ["x' OR '1' = '1", "'x'' OR ''1'' = ''1'"],
    ["'; DROP TABLE cases; --", "'''; DROP TABLE cases; --'"],
    ["a'--", "'a''--'"],
  ])('whatever somebody types stays one string: %s', (typed, literal) => {
    for (const name of ['policy', 'reviewer'] as const) expect(bound({ [name]: typed })).toContain(literal);
    expect(bound({ reason: typed })).toContain(`' ${literal.slice(1, -1)} '`);
  });
});
