// SPDX-License-Identifier: Apache-2.0
import { expect, it } from '@jest/globals';
import { pooledRandomBytes } from '../../local/random-bytes.ts';

it('gives as many bytes as asked, and never the same twice', () => {
  const random = pooledRandomBytes();
  const seen = new Set<string>();
  for (let round = 0; round < 2000; round += 1)
    for (const count of [12, 16, 32, 64, 65, 5000]) {
      if (count > 64 && round > 20) continue;
      const bytes = random(count);
      expect(bytes).toHaveLength(count);
      seen.add(Buffer.from(bytes).toString('hex'));
    }
  expect(seen.size).toBe(2000 * 4 + 21 * 2);
});

it('keeps nothing of what it gave: bytes that were given do not change when more are asked for', () => {
  const random = pooledRandomBytes();
  const first = random(32);
  const before = Buffer.from(first).toString('hex');
  for (let round = 0; round < 500; round += 1) random(32);
  expect(Buffer.from(first).toString('hex')).toBe(before);
  expect(before).not.toMatch(/^0+$/);
});
