// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { deriveKey, masterKey } from '../../local/master-key.ts';
import { temporaryFolders } from '../contract/temporary-folder.ts';

const newFolder = temporaryFolders();
const key = Buffer.alloc(32, 7);

describe('the master key', () => {
  let folder: string;
  beforeEach(() => {
    folder = newFolder();
  });
  const path = () => join(folder, 'master.key');

  it('is made at the first start, for its owner only, and is the same at the next', () => {
    const made = masterKey(folder, undefined, randomBytes);
    expect(made).toHaveLength(32);
    expect(statSync(path()).mode & 0o777).toBe(0o600);
    expect(masterKey(folder, undefined, randomBytes)).toEqual(made);
    expect(readdirSync(folder)).toEqual(['master.key']);
  });

  it('comes from the environment where it is set, and then no file is made', () => {
    expect(masterKey(folder, key.toString('base64'), randomBytes)).toEqual(key);
    expect(existsSync(path())).toBe(false);
  });

  it.each([
    ['nothing', ''],
    ['too short', Buffer.alloc(31).toString('base64')],
    ['too long', Buffer.alloc(33).toString('base64')],
    ['hex', key.toString('hex')],
    ['with a foreign character', `${key.toString('base64').slice(0, -2)}*=`],
    ['without its padding', key.toString('base64').replace('=', '')],
  ])('is refused when it is %s, without being quoted', (_what, wrong) => {
    expect(() => masterKey(folder, wrong, randomBytes)).toThrow(/AIRLOCK_MASTER_KEY must hold 32 bytes/);
    writeFileSync(path(), wrong, { mode: 0o600 });
    const read = () => masterKey(folder, undefined, randomBytes);
    expect(read).toThrow(/master\.key must hold 32 bytes/);
    if (wrong !== '') expect(read).not.toThrow(wrong);
  });

  it('is refused when others can read its file', () => {
    masterKey(folder, undefined, randomBytes);
    chmodSync(path(), 0o640);
    expect(() => masterKey(folder, undefined, randomBytes)).toThrow(/can be read by others/);
  });

  it('is not made anew in a folder that has keys already', () => {
    writeFileSync(join(folder, 'keys.sqlite'), '');
    expect(() => masterKey(folder, undefined, randomBytes)).toThrow(/master\.key is missing/);
    expect(existsSync(path())).toBe(false);
  });

  it('survives a crash that left half a file behind', () => {
    writeFileSync(`${path()}.new`, 'half');
    expect(masterKey(folder, undefined, randomBytes)).toHaveLength(32);
    expect(readFileSync(path(), 'utf8')).toMatch(/^[\w+/]{43}=\n$/);
  });
});

describe('a derived key', () => {
  const hex = (...purpose: string[]) => deriveKey(key, ...purpose).toString('hex');

  it('is the same for the same purpose, and 32 bytes', () => {
    expect(hex('vault', 'north', 'a')).toBe(hex('vault', 'north', 'a'));
    expect(deriveKey(key, 'x')).toHaveLength(32);
  });

  it.each([
    [
      ['vault', 'north'],
      ['digest', 'north'],
    ],
    [
      ['vault', 'north', 'a'],
      ['vault', 'south', 'a'],
    ],
    [
      ['vault', 'ab', 'c'],
      ['vault', 'a', 'bc'],
    ],
    [
      ['vault', '1:a'],
      ['vault', '1', 'a'],
    ],
    [['vault', ''], ['vault']],
  ])('differs for %j and %j', (one, two) => {
    expect(hex(...one)).not.toBe(hex(...two));
  });
});
