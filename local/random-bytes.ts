// SPDX-License-Identifier: Apache-2.0
import { randomBytes, randomFillSync } from 'node:crypto';
import type { RandomBytes } from '../lambdas/ports.ts';

const poolLength = 4096;
/** More than this is asked of the system by itself. */
const most = 64;

/**
 * Random bytes of the system, fetched many at a time: a case takes some forty short ones, and asking costs more than
 * getting. Each byte is given once, and overwritten in the pool as it is given.
 */
export function pooledRandomBytes(): RandomBytes {
  const own = new Uint8Array(poolLength);
  let used = own.length;
  return (count) => {
    if (count > most) return randomBytes(count);
    if (used + count > own.length) {
      randomFillSync(own);
      used = 0;
    }
    const given = own.slice(used, used + count);
    own.fill(0, used, used + count);
    used += count;
    return given;
  };
}
