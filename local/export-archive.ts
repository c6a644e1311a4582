// SPDX-License-Identifier: Apache-2.0
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { linesOf, readLeaf } from '../lambdas/archive/seal.ts';
import { leavesKey, sealKey } from '../lambdas/records/seal.ts';
import { publicKeyFile } from './seal-key.ts';

export type Exported = Readonly<{ seals: number; objects: number; gone: number }>;

/** Where an exported folder has the public key that its seals were signed with, and the objects. */
export const exportedKey = (folder: string) => join(folder, 'public-key.pem');
export const exportedArchive = (folder: string) => join(folder, 'archive');

/** Copies a file with its lock. @returns whether it was there */
function copy(from: string, to: string): boolean {
  if (!existsSync(from)) return false;
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
  if (existsSync(`${from}.lock`)) copyFileSync(`${from}.lock`, `${to}.lock`);
  return true;
}

/**
 * Copies every seal and what it sealed into a folder of its own, with the public key: everything that `verify` needs.
 * What no seal has taken up yet is left out. Objects that are gone are counted; `verify` says whether they may be.
 * @throws Error with a sentence for the terminal
 */
export function exportArchive(dataFolder: string, target: string): Exported {
  if (existsSync(target) && readdirSync(target).length > 0)
    throw new Error(`${target} is not empty: export to a folder of its own.`);
  const source = join(dataFolder, 'archive');
  mkdirSync(exportedArchive(target), { recursive: true });
  const place = (key: string) => join(exportedArchive(target), key);
  let [seals, objects, gone] = [0, 0, 0];
  for (let sequence = 1; copy(join(source, sealKey(sequence)), place(sealKey(sequence))); sequence += 1) {
    seals += 1;
    if (!copy(join(source, leavesKey(sequence)), place(leavesKey(sequence)))) continue;
    for (const line of linesOf(readFileSync(join(source, leavesKey(sequence)), 'utf8'))) {
      const leaf = readLeaf(line);
      if (leaf !== undefined && copy(join(source, leaf.key), place(leaf.key))) objects += 1;
      else gone += 1;
    }
  }
  copyFileSync(publicKeyFile(dataFolder), exportedKey(target));
  return { seals, objects, gone };
}
