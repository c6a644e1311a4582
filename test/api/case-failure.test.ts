// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { caseFailure, CaseFailureSchema } from '../../lambdas/api/case-failure.ts';
import type { FailureName } from '../../lambdas/failures.ts';
import { failures } from '../../lambdas/failures.ts';
import { sampleCase } from '../contract/sample-case.ts';

const failed = (error?: string) =>
  caseFailure(
    sampleCase({
      status: 'closed',
      outcome: 'failed',
      closing: { outcome: 'failed', at: 0, ...(error === undefined ? {} : { error }) },
    }),
  );

/** Failures of other things than a case: reviews that go on or expire, questions to the archive, seals, tokens. */
const elsewhere: readonly FailureName[] = [
  'AlreadyDecided',
  'ReviewExpired',
  'ClockBehind',
  'QueryTooLong',
  'QueryTooLarge',
  'QueryInvalid',
  'TaskTimedOut',
];

describe('a case that failed says', () => {
  it.each((Object.keys(failures) as FailureName[]).filter((name) => !elsewhere.includes(name)))(
    'why, and what its owner can do: %s',
    (name) => {
      const failure = CaseFailureSchema.parse(failed(name));
      expect(failure.code).toBe(name);
      expect(failure.sentence).toMatch(/^[A-Z].*\.$/);
      expect(failure.advice).toMatch(/^(?:Send|Give) .*\.$/);
    },
  );

  it.each([
    // What the machine reports by itself, on AWS and on the laptop.
    ['States.Timeout', 'TimedOut'],
    ['Sandbox.Timedout', 'TimedOut'],
    ['Execution.TIMED_OUT', 'TimedOut'],
    ['Lambda.ServiceException', 'Unavailable'],
    ['Execution.ABORTED', 'Unknown'],
    ['States.Runtime', 'Unknown'],
    ['toString', 'Unknown'],
    [undefined, 'Unknown'],
    ...elsewhere.map((name) => [name, name === 'TaskTimedOut' ? 'TimedOut' : 'Unknown']),
  ])('of %s: %s', (error, code) => expect(failed(error)).toMatchObject({ code }));

  it('what docs/errors.md says', () => {
    const text = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');
    for (const code of CaseFailureSchema.shape.code.options) {
      const row = text.split('\n').find((line) => line.startsWith(`| \`${code}\` `));
      expect(row).toContain(failed(code)?.sentence);
    }
  });

  it('what it says in constants: nothing of an error that nobody knows comes through', () => {
    expect(JSON.stringify(failed('AnnaKowalska'))).not.toContain('Anna');
  });

  it.each(['released', 'rejected', 'blocked', 'expired'] as const)('nothing when it was %s', (outcome) => {
    const item = sampleCase({ status: 'closed', outcome, closing: { outcome, at: 0, error: 'Unavailable' } });
    expect(caseFailure(item)).toBeUndefined();
  });
});
