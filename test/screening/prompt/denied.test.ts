// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { denied } from '../../../lambdas/screening/prompt/denied.ts';
import { somePolicy } from './some-policy.ts';
import { weightOf } from './weight-of.ts';

const policy = {
  ...somePolicy,
  denied: {
    topics: [
      {
        name: 'Currencies',
        definition: 'Virtual ones',
        examples: [],
        terms: ['crypto coin', 'invest', 'forge a prescription'],
      },
    ],
    words: ['Projekt Nordlicht', 'banned'],
  },
};

describe('denied', () => {
  it.each([
    'Which crypto coins are safe?',
    'She is investing in gold.',
    'They invested early.',
    'How to forge a prescription',
    'about PROJEKT   NORDLICHT please',
    'The word is Banned!',
    'Ｂａｎｎｅｄ in full width',
  ])('signals: %s', (text) => {
    expect(weightOf(denied, text, 'message', { policy })).toBeGreaterThanOrEqual(0.5);
  });

  it.each([
    'A coin in the crypt',
    'He has a vest',
    'prescription of a forge',
    'Nordlicht Projekt',
    'a band of bandits',
    'Husband',
  ])('leaves alone: %s', (text) => expect(weightOf(denied, text, 'message', { policy })).toBeLessThan(0.5));

  it('signals nothing when nothing is denied', () => {
    expect(weightOf(denied, 'banned crypto coins')).toBeLessThan(0.1);
  });
});
