// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

/** Base58Check of a 21-byte payload: the last four of 25 bytes begin the double SHA-256 of the others. */
export const base58Check = (text: string): boolean => {
  let value = 0n;
  for (const each of text) {
    const digit = alphabet.indexOf(each);
    if (digit < 0) return false;
    value = value * 58n + BigInt(digit);
  }
  const hex = value.toString(16);
  if (hex.length > 50) return false;
  const bytes = Buffer.from(hex.padStart(50, '0'), 'hex');
  return sha256(sha256(bytes.subarray(0, 21)))
    .subarray(0, 4)
    .equals(bytes.subarray(21));
};
