// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { InstantSchema } from './case.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** One locked object as a seal takes it up: what it is called, the hash of its bytes, and how long it is locked. */
export const LeafSchema = z.strictObject({
  key: z.string().max(512),
  sha256: hash,
  bytes: z.int().nonnegative(),
  mode: z.enum(['GOVERNANCE', 'COMPLIANCE']),
  until: InstantSchema,
});
export type Leaf = Readonly<z.infer<typeof LeafSchema>>;

/**
 * One link of the chain: the Merkle root over the objects that were locked since the seal before, and that seal's
 * hash. Its objects are listed, a line each in the order of their keys, in an object of their own (`leavesKey`).
 */
export const SealSchema = z.strictObject({
  /** 2 where the key changes. */
  schema: z.enum(['airlock.seal/1', 'airlock.seal/2']),
  /** 1 for the first. */
  sequence: z.int().positive(),
  /** SHA-256 of the seal before as it was archived; zeros for the first. */
  previous: hash,
  root: hash,
  /** 0 only where the key changes and nothing else waited. */
  count: z.int().nonnegative(),
  time: InstantSchema,
  /** SHA-256 of the public key (SubjectPublicKeyInfo, DER). */
  keyId: hash,
  /** The key that signs the seals after this one, SubjectPublicKeyInfo in PEM. */
  nextKey: z
    .string()
    .max(1000)
    .regex(/^-----BEGIN PUBLIC KEY-----\n[A-Za-z0-9+/=\n]+-----END PUBLIC KEY-----\n$/)
    .optional(),
  /** That key's signature over everything above: whoever has it agreed to take over. */
  nextSignature: z.base64().optional(),
  /** ECDSA on P-256 with SHA-256 (FIPS 186-5), DER, base64, over the canonical JSON of everything above. */
  signature: z.base64(),
});
export type Seal = Readonly<z.infer<typeof SealSchema>>;

/** The newest seal, as it is written outside: without it a tail that was cut off cannot be proved. */
export const HeadSchema = z.strictObject({
  schema: z.literal('airlock.head/1'),
  sequence: z.int().positive(),
  /** SHA-256 of that seal as it was archived. */
  seal: hash,
  time: InstantSchema,
  keyId: hash,
});
export type Head = Readonly<z.infer<typeof HeadSchema>>;

export const noSeal = '0'.repeat(64);
const numbered = (sequence: number) => String(sequence).padStart(8, '0');
export const sealKey = (sequence: number): string => `seal/${numbered(sequence)}.json`;
export const leavesKey = (sequence: number): string => `seal/${numbered(sequence)}.leaves`;
