// SPDX-License-Identifier: Apache-2.0
import { dirname } from 'node:path';
import { type Disk, type OpenFile, realDisk } from '../../local/disk.ts';

/** A file's bytes, and how many of them a power cut leaves. */
type Inode = { bytes: Buffer; safe: number };
type Names = ReadonlyMap<string, Inode | 'folder'>;

const refused = (code: string) => Object.assign(new Error(`${code}: no`), { code });
const below = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

const empty: Names = new Map([['/', 'folder']]);

/**
 * A disk in memory that a test can cut the power of. What it keeps of names is a journal, as ext4, XFS, APFS and NTFS have it: a
 * power cut leaves them as they were after one of the changes since a folder was synced last; of bytes, what was synced.
 * Every operation waits for `turn` first: a test decides in which order they happen, and whether they do.
 */
export function modelledDisk(
  turn: () => Promise<void> = async () => undefined,
  from: readonly Names[] = [empty],
) {
  /** How the names stood after each change; the first is on disk. */
  let journal = [...from];
  let names = new Map(journal.at(-1));
  let waits = 0;
  const change = (next: (names: Map<string, Inode | 'folder'>) => void): void => {
    names = new Map(names);
    next(names);
    journal.push(names);
  };
  const fileAt = (path: string): Inode => {
    const found = names.get(path);
    if (found === undefined || found === 'folder') throw refused('ENOENT');
    return found;
  };
  const assertFolder = (path: string): void => {
    if (names.get(path) !== 'folder') throw refused('ENOENT');
  };
  const inTurn =
    <Given extends unknown[], Result>(act: (...given: Given) => Result) =>
    async (...given: Given): Promise<Result> => {
      await turn();
      return act(...given);
    };

  const notModelled = () => Promise.reject(refused('ENOTSUP'));
  const file = (inode: Inode): OpenFile => ({
    write: notModelled,
    read: notModelled,
    sync: notModelled,
    writeFile: inTurn((bytes) => {
      inode.bytes = Buffer.from(bytes);
    }),
    datasync: inTurn(() => {
      waits += 1;
      inode.safe = inode.bytes.length;
    }),
    close: async () => undefined,
  });
  const folder: OpenFile = {
    ...file({ bytes: Buffer.alloc(0), safe: 0 }),
    sync: inTurn(() => {
      waits += 1;
      journal = [names];
    }),
  };

  const disk: Disk = {
    readdir: realDisk.readdir,
    rmdir: realDisk.rmdir,
    open: inTurn((path, flags) => {
      if (flags === 'r') {
        assertFolder(path);
        return folder;
      }
      assertFolder(dirname(path));
      if (names.has(path)) throw refused('EEXIST');
      const inode: Inode = { bytes: Buffer.alloc(0), safe: 0 };
      change((next) => next.set(path, inode));
      return file(inode);
    }),
    link: inTurn((path, to) => {
      const inode = fileAt(path);
      assertFolder(dirname(to));
      if (names.has(to)) throw refused('EEXIST');
      change((next) => next.set(to, inode));
    }),
    rename: inTurn((path, to) => {
      const inode = fileAt(path);
      assertFolder(dirname(to));
      change((next) => next.set(to, inode).delete(path));
    }),
    unlink: inTurn((path) => {
      fileAt(path);
      change((next) => next.delete(path));
    }),
    mkdir: inTurn((path) => {
      const missing: string[] = [];
      for (let each = path; !names.has(each); each = dirname(each)) missing.unshift(each);
      for (const each of missing) change((next) => next.set(each, 'folder'));
      return missing[0];
    }),
    readFile: inTurn((path) => fileAt(path).bytes),
    rm: inTurn((path) => {
      for (const each of [...names.keys()])
        if (below(each, String(path))) change((next) => next.delete(each));
    }),
  };

  /** Another disk, with of each file the bytes that are `left`. */
  const copy = (states: readonly Names[], left: (inode: Inode) => number) => {
    const copies = new Map<Inode, Inode>();
    const copyOf = (inode: Inode): Inode => {
      const bytes = Buffer.from(inode.bytes.subarray(0, left(inode)));
      const made = copies.get(inode) ?? { bytes, safe: inode.safe };
      copies.set(inode, made);
      return made;
    };
    return modelledDisk(
      undefined,
      states.map(
        (state) => new Map([...state].map(([path, each]) => [path, each === 'folder' ? each : copyOf(each)])),
      ),
    );
  };

  return {
    disk,
    /** What is there: folders with a slash behind, files with how many bytes they have. */
    listing: () =>
      [...names]
        .map(([path, each]) => (each === 'folder' ? `${path}/` : `${path} ${each.bytes.length}`))
        .sort(),
    /** How often somebody waited for it. */
    waits: () => waits,
    /** The disk as a killed process leaves it now. */
    killed: () => copy(journal, ({ bytes }) => bytes.length),
    /** The disk in every state that a power cut may leave it in now. */
    cut: () => journal.map((state) => copy([state], ({ safe }) => safe)),
  };
}
export type ModelledDisk = ReturnType<typeof modelledDisk>;
