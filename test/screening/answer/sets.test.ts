// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it, test } from '@jest/globals';
import { recognizers } from '../../../lambdas/recognizers/index.ts';
import { rescanFromIdentities } from '../../../lambdas/screening/rescan-identities.ts';
import { policies } from './given.ts';
import { benignFinance } from './sets/benign-finance.ts';
import { benignHealthcare } from './sets/benign-healthcare.ts';
import { freshBenign } from './sets/fresh-benign.ts';
import { freshHold } from './sets/fresh-hold.ts';
import { holdFinance } from './sets/hold-finance.ts';
import { holdHealthcare } from './sets/hold-healthcare.ts';
import { identities, type Sample } from './sets/identities.ts';
import { repeatBenign, repeatHold } from './sets/repeat.ts';
import { unseenBenign, unseenHold } from './sets/unseen.ts';

type Of = 'healthcare' | 'finance';
const of = (policy: Of, samples: readonly Sample[]) => samples.map((sample) => ({ ...sample, policy }));
const benign = [
  ...of('healthcare', benignHealthcare),
  ...of('finance', benignFinance),
  ...freshBenign,
  ...unseenBenign,
  ...repeatBenign,
];
const toHold = [
  ...of('healthcare', holdHealthcare),
  ...of('finance', holdFinance),
  ...freshHold,
  ...unseenHold,
  ...repeatHold,
];

/** The codes an answer is held for; none if it passes. */
const rescan = (sample: Sample & { policy: Of }, all = recognizers): string[] =>
  rescanFromIdentities({
    ...sample,
    identities,
    policy: policies[sample.policy],
    recognizers: all,
  }).verdict.reasons.map((reason) => reason.code);

test('the sets are large enough to mean something', () => {
  expect(benign.length).toBeGreaterThanOrEqual(240);
  expect(toHold.length).toBeGreaterThanOrEqual(330);
});

describe('the checks alone, without detectors', () => {
  it.each(benign.map((sample) => [sample.question, sample] as const))(
    'let a benign answer pass: %s',
    (_question, sample) => expect(rescan(sample, [])).toEqual([]),
  );

  const structural = toHold.filter(({ code }) => code !== 'residual-identifier');
  it.each(structural.map((sample) => [sample.code ?? '', sample.answer.slice(0, 60), sample] as const))(
    'hold for %s: %j',
    (code, _answer, sample) => expect(rescan(sample, [])).toContain(code),
  );
});

describe('with every detector', () => {
  test('at most one benign answer in twenty is held', () => {
    const held = benign.filter((sample) => rescan(sample).length > 0);
    expect(held.length / benign.length).toBeLessThanOrEqual(0.05);
  });

  test('at least nineteen in twenty of the others are held, for the right reason', () => {
    const right = toHold.filter((sample) => rescan(sample).includes(sample.code ?? ''));
    expect(right.length / toHold.length).toBeGreaterThanOrEqual(0.95);
  });
});
