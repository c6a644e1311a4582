// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import type { ReasonCode } from '../../../lambdas/records/reason.ts';
import { weigh } from '../../../lambdas/screening/prompt/weigh.ts';
import { somePolicy } from './some-policy.ts';

const signal = (code: ReasonCode, weight: number) => ({ code, weight, slot: 0, start: 0, end: 1 });
const verdict = (
  signals: [ReasonCode, number][],
  rules: Partial<Record<ReasonCode, 'pass' | 'hold' | 'block'>> = {},
) =>
  weigh(
    signals.map(([code, weight]) => signal(code, weight)),
    { ...somePolicy, rules },
  ).verdict;

describe('weigh', () => {
  it.each<[string, [ReasonCode, number][], string]>([
    ['nothing', [], 'pass'],
    ['too little', [['role-play-jailbreak', 0.4]], 'pass'],
    [
      'just enough to hold',
      [
        ['role-play-jailbreak', 0.3],
        ['role-play-jailbreak', 0.2],
      ],
      'hold',
    ],
    [
      'little of several',
      [
        ['role-play-jailbreak', 0.3],
        ['many-shot', 0.2],
      ],
      'hold',
    ],
    [
      'enough to block',
      [
        ['role-play-jailbreak', 0.8],
        ['prompt-extraction', 0.7],
      ],
      'block',
    ],
    ['a fact, however small', [['language-not-covered', 0.1]], 'hold'],
    ['facts, however many', Array.from({ length: 9 }, () => ['credential-in-prompt', 1]), 'hold'],
  ])('takes %s', (_, signals, expected) => {
    expect(verdict(signals)).toBe(expected);
  });

  it.each<['pass' | 'hold' | 'block', number, string]>([
    ['pass', 9, 'pass'],
    ['hold', 9, 'hold'],
    ['block', 0.5, 'block'],
    ['block', 0.4, 'pass'],
  ])('heeds a rule of the policy: %s at %d', (rule, weight, expected) => {
    expect(verdict([['harmful-request', weight]], { 'harmful-request': rule })).toBe(expected);
  });

  it('lets a fact block when the policy says so', () => {
    expect(verdict([['credential-in-prompt', 1]], { 'credential-in-prompt': 'block' })).toBe('block');
  });

  it('does not let one code pile up for ever, nor keep evidence without end', () => {
    const many = Array.from({ length: 500 }, () => signal('role-play-jailbreak', 0.5));
    const policy = { ...somePolicy, screening: { hold: 0.5, block: 3 } };
    const judged = weigh(many, policy);
    expect(judged.verdict).toBe('hold');
    expect(judged.reasons[0]?.evidence).toHaveLength(64);
  });
});
