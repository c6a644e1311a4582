// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CaseIdSchema } from '../lambdas/records/case.ts';
import { caseInstant } from '../lambdas/records/transcript.ts';
import { idsFrom } from '../lambdas/sources.ts';
import { noon } from './contract/sample-case.ts';

describe('new ids', () => {
  it('are UUIDv7 of the moment that the clock says', () => {
    const id = idsFrom(() => noon, randomBytes)();
    expect(CaseIdSchema.parse(id)).toBe(id);
    expect(caseInstant(id)).toBe(noon);
  });

  it('are all different, and ascend even within a millisecond and when the clock goes back a little', () => {
    let now = noon;
    const newId = idsFrom(() => now, randomBytes);
    const made: string[] = [];
    for (let index = 0; index < 5000; index += 1) {
      if (index === 2000) now -= 3000;
      made.push(newId());
    }
    expect(new Set(made).size).toBe(5000);
    expect([...made].sort()).toEqual(made);
  });

  it('come from the randomness they are given', () => {
    const zeros = (count: number) => new Uint8Array(count);
    expect(idsFrom(() => noon, zeros)()).toBe(idsFrom(() => noon, zeros)());
    expect(idsFrom(() => noon, randomBytes)()).not.toBe(idsFrom(() => noon, randomBytes)());
  });
});
