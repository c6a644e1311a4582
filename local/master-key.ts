// SPDX-License-Identifier: Apache-2.0
import { createSecretKey, hkdfSync } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { RandomBytes } from '../lambdas/ports.ts';

const length = 32;

const wrong = (where: string) =>
  new Error(`${where} must hold 32 bytes in base64: make one with "openssl rand -base64 32".`);

/** Buffer's decoder skips what it does not know: only the canonical spelling is taken. */
function decode(text: string, where: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== length || key.toString('base64') !== text.trim()) throw wrong(where);
  return key;
}

/**
 * The key that all others come from: `AIRLOCK_MASTER_KEY` (32 bytes, base64), or the file `master.key` in the
 * data folder, readable by its owner only, made at the first start. Not in a folder that has data already: a new
 * key could read nothing of it.
 * @throws Error with a sentence for the terminal
 */
export function masterKey(folder: string, fromEnvironment: string | undefined, random: RandomBytes): Buffer {
  if (fromEnvironment !== undefined) return decode(fromEnvironment, 'AIRLOCK_MASTER_KEY');
  const path = join(folder, 'master.key');
  if (!existsSync(path)) {
    if (existsSync(join(folder, 'keys.sqlite')))
      throw new Error(
        `${path} is missing, and without it nothing in ${folder} can be read. Put it back, or set AIRLOCK_MASTER_KEY.`,
      );
    create(path, Buffer.from(random(length)));
  }
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
    throw new Error(`${path} can be read by others: run "chmod 600 ${path}".`);
  return decode(readFileSync(path, 'utf8'), path);
}

/** Whole or not at all, and never over a key that is there. */
function create(path: string, key: Buffer): void {
  const from = `${path}.new`;
  if (existsSync(from)) unlinkSync(from);
  const file = openSync(from, 'wx', 0o600);
  writeSync(file, `${key.toString('base64')}\n`);
  fsyncSync(file);
  closeSync(file);
  linkSync(from, path);
  unlinkSync(from);
}

/** A key for one purpose (HKDF-SHA256, RFC 5869), 32 bytes. Parts are length-prefixed, so none runs into the next. */
export function deriveKey(master: Uint8Array, ...purpose: readonly string[]): Buffer {
  const info = ['airlock', ...purpose].map((part) => `${Buffer.byteLength(part)}:${part}`).join('');
  // As a KeyObject: see records/digest.ts.
  return Buffer.from(hkdfSync('sha256', createSecretKey(master), Buffer.alloc(0), info, length));
}
