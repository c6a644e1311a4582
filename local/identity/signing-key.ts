// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';

export const algorithm = 'ES256';

const JwkSchema = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  kid: z.string(),
  alg: z.literal(algorithm),
  use: z.literal('sig'),
});
export type SigningKey = z.infer<typeof JwkSchema>;

const fileName = 'identity.json';

/**
 * The key that the development issuer signs with, from `identity.json` in the data folder, readable by its owner only, made
 * when it is first needed. Whoever comes second to making it takes the one that stands.
 * @throws Error with a sentence for the terminal
 */
export async function signingKey(folder: string): Promise<SigningKey> {
  const path = join(folder, fileName);
  if (!existsSync(path)) await create(folder, path);
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
    throw new Error(`${path} can be read by others: run "chmod 600 ${path}".`);
  try {
    return JwkSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new Error(`${path} does not hold a signing key: remove it, and a new one is made.`);
  }
}

async function create(folder: string, path: string): Promise<void> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const key = { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: algorithm, use: 'sig' };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${JSON.stringify(key)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(draft);
  }
}
