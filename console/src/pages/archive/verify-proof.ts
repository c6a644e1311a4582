// SPDX-License-Identifier: Apache-2.0
import type { Leaf, Seal } from '../../../../lambdas/records/seal.ts';

export type Proof = Readonly<{ leaf: Leaf; position: number; path: readonly string[]; seal: Seal }>;
/** What GET …/proof answers. `object`: the record as it is locked. */
export type ProofReply = Readonly<{ record: Proof; sealed?: Proof; object: string; publicKey: string }>;
/** Where a proof breaks; undefined where it holds. */
export type Broken = 'hash' | 'path' | 'signature' | 'key' | 'shape' | undefined;

const utf8 = new TextEncoder();
async function sha256(...parts: readonly Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
}
const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const fromHex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** RFC 8785 for what seals hold: keys in order, no white space. */
const canonical = (value: object): string =>
  JSON.stringify(Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))));

/** The root that a leaf leads to (RFC 9162 section 2.1.3.2). */
async function rootOf(
  leaf: Uint8Array,
  position: number,
  count: number,
  path: readonly string[],
): Promise<string> {
  let [hash, index, last] = [leaf, position, count - 1];
  for (const step of path) {
    if (last === 0) return '';
    const sibling = fromHex(step);
    const inner = Uint8Array.of(1);
    if (index % 2 === 1 || index === last) {
      hash = await sha256(inner, sibling, hash);
      while (index % 2 === 0 && index !== 0) [index, last] = [index >> 1, last >> 1];
    } else hash = await sha256(inner, hash, sibling);
    [index, last] = [index >> 1, last >> 1];
  }
  return last === 0 ? hex(hash) : '';
}

/** A DER signature as WebCrypto wants it: r and s, 32 bytes each. */
function rawSignature(der: Uint8Array): Uint8Array<ArrayBuffer> {
  const raw = new Uint8Array(64);
  let at = 2;
  for (const end of [32, 64]) {
    const length = der[at + 1] ?? 0;
    const whole = der.slice(at + 2, at + 2 + length);
    const number = whole.slice(Math.max(0, whole.length - 32));
    raw.set(number, end - number.length);
    at += 2 + length;
  }
  return raw;
}

/**
 * Checks in the browser that a record is in a seal that this key signed (docs/verify.md): nothing but the pieces is
 * taken from the server. Whose key it is, a person has to compare.
 */
export async function verifyProof({
  record: { leaf, position, path, seal },
  object,
  publicKey,
}: ProofReply): Promise<Broken> {
  try {
    if (hex(await sha256(utf8.encode(object))) !== leaf.sha256) return 'hash';
    const first = await sha256(Uint8Array.of(0), utf8.encode(canonical(leaf)));
    if ((await rootOf(first, position, seal.count, path)) !== seal.root) return 'path';
    const spki = fromBase64(publicKey.replaceAll(/-----[^-]+-----|\s/g, ''));
    if (hex(await sha256(spki)) !== seal.keyId) return 'key';
    const key = await crypto.subtle.importKey('spki', spki, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
      'verify',
    ]);
    const { signature, ...signed } = seal;
    const good = await crypto.subtle.verify(
      { name: 'ECDSA', hash: 'SHA-256' },
      key,
      rawSignature(fromBase64(signature)),
      utf8.encode(canonical(signed)),
    );
    return good ? undefined : 'signature';
  } catch {
    return 'shape';
  }
}
