// SPDX-License-Identifier: Apache-2.0
import { createCipheriv, createDecipheriv, generateKeyPairSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../lambdas/records/digest.ts';
import { signDigest } from './ecdsa.ts';
import { input, jsonProtocol, serving } from './json.ts';
import { openStub, ServiceError, type Stub } from './service.ts';
import type { Principal, Principals } from './signature.ts';

const Context = z.record(z.string(), z.string());
const Generate = z.strictObject({
  KeyId: z.string(),
  KeySpec: z.literal('AES_256'),
  EncryptionContext: Context,
});
const Decrypt = z.strictObject({ KeyId: z.string(), CiphertextBlob: z.base64(), EncryptionContext: Context });
const Sign = z.strictObject({
  KeyId: z.string(),
  Message: z.base64(),
  MessageType: z.literal('DIGEST'),
  SigningAlgorithm: z.literal('ECDSA_SHA_256'),
});
const Public = z.strictObject({ KeyId: z.string() });

/** A session of a tenant uses a key under its own tenant's context only: the condition of the roles' policies. */
function assertOwn(who: Principal, context: Readonly<Record<string, string>>): void {
  if (who.tenant === undefined || context['tenant'] !== who.tenant || context['case'] === undefined)
    throw new ServiceError('AccessDeniedException');
}

const newPair = () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' });

export type KeyStub = Stub & Readonly<{ publicKey: string }>;

/** KMS: data keys wrapped with AES-256-GCM under the encryption context, and one ECC_NIST_P256 key to sign with. */
export async function openKms(
  principals: Principals,
  keys: Readonly<{ wrapping: string; signing: string }>,
): Promise<KeyStub> {
  const master = randomBytes(32);
  /** The signing key, and those that follow it: `<id>-2`, `<id>-3`. */
  const pairs = new Map<string, ReturnType<typeof newPair>>();
  const pairOf = (id: string) => {
    if (!/^(?:-\d)?$/.test(id.replace(keys.signing, ''))) throw new ServiceError('NotFoundException');
    const found = pairs.get(id) ?? newPair();
    pairs.set(id, found);
    return found;
  };
  const known = (id: string, wanted: string) => {
    if (id !== wanted) throw new ServiceError('NotFoundException');
  };
  const stub = await openStub({
    service: 'kms',
    protocol: jsonProtocol('TrentService', '1.1'),
    principals,
    serve: serving({
      GenerateDataKey: (call) => {
        const { KeyId, EncryptionContext } = input(Generate, call);
        known(KeyId, keys.wrapping);
        assertOwn(call.who, EncryptionContext);
        const plain = randomBytes(32);
        const nonce = randomBytes(12);
        const cipher = createCipheriv('aes-256-gcm', master, nonce).setAAD(
          Buffer.from(canonicalJson(EncryptionContext)),
        );
        const body = Buffer.concat([cipher.update(plain), cipher.final()]);
        return {
          KeyId,
          Plaintext: plain.toString('base64'),
          CiphertextBlob: Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64'),
        };
      },
      Decrypt: (call) => {
        const { KeyId, CiphertextBlob, EncryptionContext } = input(Decrypt, call);
        known(KeyId, keys.wrapping);
        assertOwn(call.who, EncryptionContext);
        const blob = Buffer.from(CiphertextBlob, 'base64');
        const decipher = createDecipheriv('aes-256-gcm', master, blob.subarray(0, 12))
          .setAAD(Buffer.from(canonicalJson(EncryptionContext)))
          .setAuthTag(blob.subarray(12, 28));
        try {
          const plain = Buffer.concat([decipher.update(blob.subarray(28)), decipher.final()]);
          return { KeyId, Plaintext: plain.toString('base64') };
        } catch {
          throw new ServiceError('InvalidCiphertextException');
        }
      },
      Sign: (call) => {
        const { KeyId, Message } = input(Sign, call);
        const { privateKey } = pairOf(KeyId);
        const digest = Buffer.from(Message, 'base64');
        if (digest.length !== 32) throw new ServiceError('ValidationException');
        return { KeyId, Signature: signDigest(privateKey, digest).toString('base64') };
      },
      GetPublicKey: (call) => {
        const { publicKey } = pairOf(input(Public, call).KeyId);
        const der = publicKey.export({ type: 'spki', format: 'der' });
        return { KeySpec: 'ECC_NIST_P256', PublicKey: der.toString('base64') };
      },
    }),
  });
  return {
    ...stub,
    publicKey: pairOf(keys.signing).publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}
