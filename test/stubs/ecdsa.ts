// SPDX-License-Identifier: Apache-2.0
import { createECDH, type KeyObject, randomBytes } from 'node:crypto';

/** The order of P-256 (FIPS 186-5, SP 800-186 section 3.2.1.3). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const numberOf = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`);

/** By Fermat: the order is prime. */
function inverse(value: bigint): bigint {
  let [result, base, exponent] = [1n, value % order, order - 2n];
  for (; exponent > 0n; exponent >>= 1n) {
    if ((exponent & 1n) === 1n) result = (result * base) % order;
    base = (base * base) % order;
  }
  return result;
}

function derInteger(value: bigint): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  const body = (bytes[0] ?? 0) > 127 ? Buffer.concat([Buffer.of(0), bytes]) : bytes;
  return Buffer.concat([Buffer.of(2, body.length), body]);
}

/** ECDSA over a digest as it is, in DER: node:crypto would hash it once more. For a stub only: not in constant time. */
export function signDigest(key: KeyObject, digest: Buffer): Buffer {
  const secret = numberOf(Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url'));
  const nonce = (numberOf(randomBytes(40)) % (order - 1n)) + 1n;
  const point = createECDH('prime256v1');
  point.setPrivateKey(Buffer.from(nonce.toString(16).padStart(64, '0'), 'hex'));
  const r = numberOf(point.getPublicKey().subarray(1, 33)) % order;
  const s = (inverse(nonce) * (numberOf(digest) + r * secret)) % order;
  const body = Buffer.concat([derInteger(r), derInteger(s)]);
  return Buffer.concat([Buffer.of(0x30, body.length), body]);
}
