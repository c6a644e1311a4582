// SPDX-License-Identifier: Apache-2.0
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Signer } from '../lambdas/ports.ts';

/** 1 is the first; the chain says from which seal on each of the others signs. */
const suffix = (generation: number) => (generation === 1 ? '' : `-${generation}`);
const fileOf = (folder: string, generation: number) => join(folder, `seal-key${suffix(generation)}.pem`);
/** The public half, for whoever verifies: it is no secret. The first one is what verification begins with. */
export const publicKeyFile = (folder: string, generation = 1) =>
  join(folder, `seal-public-key${suffix(generation)}.pem`);

const publicPem = (key: KeyObject): string =>
  createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();

/** Whole or not at all, and never over a key that is there. */
function create(path: string): void {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const draft = `${path}.new`;
  rmSync(draft, { force: true });
  writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  });
  linkSync(draft, path);
  rmSync(draft);
}

/** One key, with its public half written beside it. @throws Error with a sentence for the terminal */
function signer(folder: string, generation: number): Signer {
  const path = fileOf(folder, generation);
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
    throw new Error(`${path} can be read by others: run "chmod 600 ${path}".`);
  let privateKey: KeyObject;
  try {
    privateKey = createPrivateKey(readFileSync(path));
  } catch {
    throw new Error(`${path} does not hold a signing key: put back the one that sealed this archive.`);
  }
  const publicKey = publicPem(privateKey);
  const beside = publicKeyFile(folder, generation);
  if (!existsSync(beside) || readFileSync(beside, 'utf8') !== publicKey)
    writeFileSync(beside, publicKey, { mode: 0o600 });
  return { publicKey, sign: async (bytes) => sign('sha256', bytes, privateKey) };
}

/**
 * The keys that seals are signed with, oldest first: `seal-key.pem` in the data folder, made when it is first needed,
 * then `seal-key-2.pem` and so on. Readable by their owner only. @throws Error with a sentence for the terminal
 */
export function sealKeys(folder: string): readonly Signer[] {
  if (!existsSync(fileOf(folder, 1))) create(fileOf(folder, 1));
  const found: Signer[] = [];
  for (let generation = 1; existsSync(fileOf(folder, generation)); generation += 1)
    found.push(signer(folder, generation));
  return found;
}

/** Makes the key after those. */
export function newSealKey(folder: string, after: number): Signer {
  create(fileOf(folder, after + 1));
  return signer(folder, after + 1);
}
