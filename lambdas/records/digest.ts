// SPDX-License-Identifier: Apache-2.0
import { createHash, createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

/**
 * Keyed digest (HMAC-SHA256, RFC 2104) of one or more strings for one purpose, base64url. Parts are
 * length-prefixed, so that ('ab','c') and ('a','bc') differ; the purpose keeps digests of different things apart.
 */
export function digest(key: Uint8Array, purpose: string, ...parts: readonly string[]): string {
  // As a KeyObject: of bare bytes Node.js finds out by an exception that they are none, which takes longer than the digest.
  const hmac = createHmac('sha256', createSecretKey(key));
  for (const part of [purpose, ...parts]) hmac.update(`${Buffer.byteLength(part)}:`).update(part);
  return hmac.digest('base64url');
}

/** Compares two digests in constant time. */
export function sameDigest(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** SHA-256 of bytes that do not identify anybody (ciphertext, a policy), hex. */
export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** The same value with the keys of every object in order. */
function ordered(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(ordered);
  const names = Object.keys(value);
  // What was read from a canonical text is in order already.
  if (names.some((name, index) => index > 0 && (names[index - 1] ?? '') > name)) names.sort();
  return Object.fromEntries(names.map((name) => [name, ordered(value[name as keyof typeof value])]));
}

/** JSON with sorted keys and no white space (RFC 8785 for the values used here): equal records, equal bytes. */
export const canonicalJson = (value: unknown): string => JSON.stringify(ordered(value));
