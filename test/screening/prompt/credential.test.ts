// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { credential } from '../../../lambdas/screening/prompt/credential.ts';
import { weightOf } from './weight-of.ts';

// Written in two parts, so that no scanner takes this file for a leak.
const made = (prefix: string, rest: string) => `use ${prefix}${rest} please`;

describe('credential', () => {
  it.each([
    ['AWS', made('AKIA', 'Q3EGRTPLZ5MN2ABC')],
    ['GitHub', made('ghp_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8')],
    ['Slack', made('xoxb-', '123456789012-abcdefABCDEF')],
    ['OpenAI', made('sk-', 'proj-a1B2c3D4e5F6g7H8i9J0')],
    ['Stripe', made('sk_live_', 'a1B2c3D4e5F6g7H8')],
    ['Google', made('AIza', 'SyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q')],
    [
      'a token of RFC 7519',
      made('eyJhbGciOiJIUzI1NiJ9', '.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w'),
    ],
    ['a private key', made('-----BEGIN RSA ', 'PRIVATE KEY-----')],
    ['a connection string', made('postgres://app:', 'Xy7!kLm2@db.local/app')],
    ['a named password', 'my password is hunter22!'],
    ['a password after a colon', 'Password: Sommer2024'],
    ['a Spanish one', 'la contraseña es Gato!2023'],
    ['a client secret', 'client_secret=8f14e45fceea167a5a36dedd4bea2543'],
  ])('holds on a credential of %s', (_, text) => {
    expect(weightOf(credential, text)).toBeGreaterThanOrEqual(0.5);
  });

  it.each([
    'How do I reset my password?',
    'The password is wrong.',
    'The password is case-sensitive and at least eight characters long.',
    'password: ********',
    'password: <your password>',
    'Password: [PASSWORD_1_7K]',
    'What is a bearer token?',
    'Token economics is a field of study.',
    'The secret is out.',
    'https://example.com/reset?token=',
    'sk-learn is a library',
    'The key is under the mat.',
    'My case is AKI-2024-001.',
  ])('leaves alone: %s', (text) => {
    expect(weightOf(credential, text)).toBeLessThan(0.5);
  });

  it('points at the value, not at the words around it', () => {
    const text = 'Password: Sommer2024';
    const verdict = credential.check(
      {
        kind: 'message',
        text,
        folded: text,
        place: (start, end) => ({ start, end }),
        tokens: [],
        readings: [],
        hidden: 0,
        complete: true,
      },
      {
        policy: { languages: ['en'], denied: { topics: [], words: [] }, models: [] },
        totalLength: 0,
        documents: 0,
      },
    );
    expect(verdict).toEqual([{ code: 'credential-in-prompt', weight: 1, start: 10, end: 20 }]);
  });
});
