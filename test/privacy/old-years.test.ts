// SPDX-License-Identifier: Apache-2.0
import { expect, it } from '@jest/globals';
import { emptyIdentityMap } from '../../lambdas/privacy/identity-map.ts';
import { pseudonymise } from '../../lambdas/privacy/pseudonymise.ts';
import type { Operator } from '../../lambdas/records/operator.ts';

const because = { detector: 'test', pattern: 'date' };

it.each<[Operator, string, boolean]>([
  // Born in 1936, somebody is 90 in 2026; born in 1937, 89 at most.
  ['relative', '1936', false],
  ['relative', '1937', true],
  ['generalise', '1936', false],
  ['generalise', '12 March 1936', false],
  ['generalise', '12 March 1937', true],
  ['generalise', '2024', true],
])('under %s, %s leaves its year: %s', (DATE, written, left) => {
  const text = `Born ${written}.`;
  const findings = [{ type: 'DATE' as const, start: 5, end: 5 + written.length, score: 1, because }];
  const { slots } = pseudonymise([{ text, findings }], {
    policy: { operators: { DATE } },
    map: emptyIdentityMap('A'.repeat(43)),
    year: 2026,
  });
  expect(slots[0]!.text.includes(/\d{4}/.exec(written)![0])).toBe(left);
});
