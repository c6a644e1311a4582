// SPDX-License-Identifier: Apache-2.0
import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson, digest } from '../../lambdas/records/digest.ts';
import { fc } from '../seeded.ts';

describe('canonical JSON', () => {
  it.each([
    ['keys out of order', { b: 1, a: 2 }, '{"a":2,"b":1}'],
    ['keys in order', { a: 2, b: 1 }, '{"a":2,"b":1}'],
    [
      'objects in lists in objects',
      { x: [{ d: 1, c: [{ b: 0, a: 0 }] }] },
      '{"x":[{"c":[{"a":0,"b":0}],"d":1}]}',
    ],
    ['a list, whose order says something', [2, 1], '[2,1]'],
    ['capitals before small letters', { b: 1, B: 2 }, '{"B":2,"b":1}'],
    ['what is not there', { b: undefined, a: 1 }, '{"a":1}'],
    ['nothing', null, 'null'],
    [
      'a key that prototypes have',
      JSON.parse('{"a":1,"__proto__":{"c":1,"b":2}}'),
      '{"__proto__":{"b":2,"c":1},"a":1}',
    ],
  ] as [string, unknown, string][])('writes %s', (_what, value, text) =>
    expect(canonicalJson(value)).toBe(text),
  );

  it('is the same for equal values, whatever the order they were made in, and reads back as the value', () =>
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const turned = (part: unknown): unknown =>
          Array.isArray(part)
            ? part.map(turned)
            : part !== null && typeof part === 'object'
              ? Object.fromEntries(
                  Object.entries(part)
                    .reverse()
                    .map(([name, each]) => [name, turned(each)]),
                )
              : part;
        const text = canonicalJson(value);
        expect(canonicalJson(turned(value))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    ));
});

it('digests with HMAC-SHA256 over length-prefixed parts', () => {
  const key = randomBytes(32);
  const expected = createHmac('sha256', key).update('7:purpose3:a\u00e92:bc').digest('base64url');
  expect(digest(new Uint8Array(key), 'purpose', 'a\u00e9', 'bc')).toBe(expected);
});
