// SPDX-License-Identifier: Apache-2.0
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The key pair of the archive's seals. */
export type SealKey = Readonly<{ privateKey: KeyObject; publicKey: string }>;

const fileOf = (folder: string) => join(folder, 'seal-key.pem');
/** The public half, for whoever verifies: it is no secret. */
export const publicKeyFile = (folder: string) => join(folder, 'seal-public-key.pem');

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

/**
 * The key that seals are signed with, `seal-key.pem` in the data folder, readable by its owner only, made when it is
 * first needed, with its public half beside it. @throws Error with a sentence for the terminal
 */
export function sealKey(folder: string): SealKey {
  const path = fileOf(folder);
  if (!existsSync(path)) create(path);
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
    throw new Error(`${path} can be read by others: run "chmod 600 ${path}".`);
  let privateKey: KeyObject;
  try {
    privateKey = createPrivateKey(readFileSync(path));
  } catch {
    throw new Error(`${path} does not hold a signing key: put back the one that sealed this archive.`);
  }
  const publicKey = publicPem(privateKey);
  const beside = publicKeyFile(folder);
  if (!existsSync(beside) || readFileSync(beside, 'utf8') !== publicKey)
    writeFileSync(beside, publicKey, { mode: 0o600 });
  return { privateKey, publicKey };
}
