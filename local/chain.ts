// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../lambdas/failures.ts';
import type { Archive, Chain } from '../lambdas/ports.ts';
import { canonicalJson } from '../lambdas/records/digest.ts';
import { type Head, HeadSchema } from '../lambdas/records/seal.ts';
import { archivedKeys, sealedKinds } from './archive-keys.ts';
import { openDatabase } from './database.ts';
import { diskCode, writing } from './disk.ts';
import { privateFile } from './private-file.ts';
import { newSealKey, sealKeys } from './seal-key.ts';
import { statements } from './storing.ts';

/** Where the head goes unless `AIRLOCK_HEAD_FILE` says otherwise: beside the data folder, not in it. */
export const headFile = (folder: string, environment: Readonly<Record<string, string | undefined>>): string =>
  environment['AIRLOCK_HEAD_FILE'] ?? `${folder}.head.json`;

/** The head in a file; undefined where there is no file. @throws Malformed when it holds something else */
export function readHeadFile(path: string): Head | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (diskCode(error) === 'ENOENT') return undefined;
    throw new Failure('Unavailable', error);
  }
  try {
    return HeadSchema.parse(JSON.parse(text));
  } catch {
    throw new Failure('Malformed');
  }
}

export type LocalChain = Chain &
  Readonly<{
    /** The same archive, whose new objects the chain hears of: only what was there before it has to be looked for. */
    watching: <Kind extends Required<Archive>>(archive: Kind) => Kind;
    /** The first key's public half, PEM: what verification begins with. */
    publicKey: string;
    close: () => void;
  }>;

const index = `
CREATE TABLE IF NOT EXISTS sealed (key TEXT PRIMARY KEY, sequence INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS newest (id INTEGER PRIMARY KEY CHECK (id = 1), sequence INTEGER NOT NULL);
`;
const isSealable = (key: string): boolean => sealedKinds.some((kind) => key.startsWith(`${kind}/`));

/**
 * The chain of an archive on the laptop. `chain.sqlite` remembers which seal has what; it can be removed: it is made
 * again from the seals. What was locked before this process is found by walking the archive once, as far as it is asked for.
 */
export function openChain(options: Readonly<{ folder: string; headFile: string }>): LocalChain {
  const { folder, headFile: outside } = options;
  const signers = [...sealKeys(folder)];
  // A power cut may take the last entries: the seals still have them.
  const database = openDatabase({ path: privateFile(join(folder, 'chain.sqlite')), synchronous: 'NORMAL' });
  database.exec(index);
  const { change, row, write } = statements(database);
  const sealOf = (key: string): number | undefined => {
    const found = row('SELECT sequence FROM sealed WHERE key = ?', key);
    return found && Number(found['sequence']);
  };

  const waiting = new Set<string>();
  let walk: AsyncGenerator<string> | undefined;
  let walked = false;

  return {
    unsealed: async (limit) => {
      walk ??= archivedKeys(join(folder, 'archive'));
      while (!walked && waiting.size < limit) {
        const next = await walk.next();
        if (next.done === true) walked = true;
        else if (sealOf(next.value) === undefined) waiting.add(next.value);
      }
      return [...waiting].slice(0, limit);
    },
    took: async (sequence, keys) => {
      await write(() => {
        for (const key of keys)
          change('INSERT INTO sealed (key, sequence) VALUES (?, ?) ON CONFLICT DO NOTHING', key, sequence);
        change(
          'INSERT INTO newest (id, sequence) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET sequence = max(sequence, excluded.sequence)',
          sequence,
        );
      });
      for (const key of keys) waiting.delete(key);
    },
    sealOf: async (key) => sealOf(key),
    newest: async () => Number(row('SELECT sequence FROM newest WHERE id = 1')?.['sequence'] ?? 0),
    signers: async () => [...signers],
    newSigner: async () => {
      const made = newSealKey(folder, signers.length);
      signers.push(made);
      return made;
    },
    publicKey: signers[0]?.publicKey ?? '',
    readHead: async () => readHeadFile(outside),
    writeHead: (head) =>
      writing(async () => {
        await writeFile(`${outside}.new`, `${canonicalJson(head)}\n`, { mode: 0o644, flush: true });
        await rename(`${outside}.new`, outside);
      }),
    watching: (archive) => {
      // Of what was there already, too: whoever wrote it may have failed between its name and the disk, and told nobody. The
      // walk finds by itself what is there when it comes by; it may have found this, and a seal taken it, before its writer was done.
      const heard = (key: string, done: 'written' | 'exists'): typeof done => {
        if (walk !== undefined && isSealable(key) && sealOf(key) === undefined) waiting.add(key);
        return done;
      };
      return {
        ...archive,
        put: async (key, ...given) => heard(key, await archive.put(key, ...given)),
        stage: async (key, ...given) => {
          const staged = await archive.stage(key, ...given);
          return { ...staged, lock: async () => heard(key, await staged.lock()) };
        },
      };
    },
    close: () => database.close(),
  };
}
