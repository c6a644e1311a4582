// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { V7Generator } from 'uuidv7';
import type { Clock, NewId, RandomBytes } from './ports.ts';

export const systemClock: Clock = () => Date.now();
export const systemRandomBytes: RandomBytes = (count) => randomBytes(count);

/**
 * UUIDv7 (RFC 9562 section 5.7) from a given clock and source of randomness, ascending within the process even
 * when the clock goes back by up to ten seconds.
 */
export function idsFrom(clock: Clock, source: RandomBytes): NewId {
  const generator = new V7Generator({ nextUint32: () => Buffer.from(source(4)).readUInt32BE() });
  return () => generator.generateOrResetWithTs(clock()).toString();
}
