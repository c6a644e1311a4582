// SPDX-License-Identifier: Apache-2.0
import { createPublicKey, verify } from 'node:crypto';
import { sha256 } from '../records/digest.ts';
import type { Seal } from '../records/seal.ts';
import { signedPart } from './seal.ts';

/** The id of a public key in PEM: SHA-256 of its SubjectPublicKeyInfo. @throws Error when it is no key */
export const keyIdOf = (publicKey: string): string =>
  sha256(createPublicKey(publicKey).export({ type: 'spki', format: 'der' }));

/** What a seal's successor signs: the seal without either signature. */
export const agreedPart = ({ nextSignature: _, ...rest }: Omit<Seal, 'signature'> & { signature?: string }) =>
  signedPart(rest);

/** Whether the key that a seal names as the next one has agreed to it. */
export function isAgreed(seal: Seal): boolean {
  if (seal.nextKey === undefined || seal.nextSignature === undefined) return false;
  return verify('sha256', agreedPart(seal), seal.nextKey, Buffer.from(seal.nextSignature, 'base64'));
}

/** Whether that key signed this seal. */
export const isSigned = (seal: Seal, publicKey: string): boolean =>
  verify('sha256', signedPart(seal), publicKey, Buffer.from(seal.signature, 'base64'));
