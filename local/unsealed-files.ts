// SPDX-License-Identifier: Apache-2.0
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ComplaintKind } from '../lambdas/archive/complaint.ts';
import { linesOf, readLeaf } from '../lambdas/archive/seal.ts';

/** A seal, or its list, by its number. */
export const sealName = /^(\d{8})\.(?:json|leaves)$/;

/** The folder of a key. */
export const placeOf = (key: string): string => key.slice(0, Math.max(0, key.lastIndexOf('/')));

/** The names of the files in a folder and those below it, but locks and hidden ones, folder by folder. */
function* filesBelow(root: string, place = ''): Generator<{ place: string; files: string[] }> {
  const entries = readdirSync(join(root, place), { withFileTypes: true });
  const seen = entries.filter(({ name }) => !name.startsWith('.') && !name.endsWith('.lock'));
  yield { place, files: seen.filter((entry) => !entry.isDirectory()).map(({ name }) => name) };
  for (const entry of seen)
    if (entry.isDirectory()) yield* filesBelow(root, place === '' ? entry.name : `${place}/${entry.name}`);
}

/**
 * What is there without being sealed. A folder that holds as many files as sealed objects were found in it holds no
 * others; only of the rest are the names compared. @returns how many
 */
export function extras(
  folder: string,
  counted: ReadonlyMap<string, number>,
  last: number,
  readList: (sequence: number) => string | undefined,
  complain: ((kind: ComplaintKind, where: string) => void) | undefined,
): number {
  const doubtful = new Map<string, Set<string>>();
  for (const { place, files } of filesBelow(folder)) {
    const others = place === 'seal' ? files.filter((name) => !sealName.test(name)) : files;
    if (others.length !== (counted.get(place) ?? 0))
      doubtful.set(place, new Set(others.map((name) => (place === '' ? name : `${place}/${name}`))));
  }
  if (doubtful.size > 0)
    for (let sequence = 1; sequence <= last; sequence += 1)
      for (const line of linesOf(readList(sequence) ?? '')) {
        const key = readLeaf(line)?.key ?? '';
        doubtful.get(placeOf(key))?.delete(key);
      }
  const found = [...doubtful.values()].flatMap((keys) => [...keys]);
  for (const key of found) complain?.('added', key);
  return found.length;
}
