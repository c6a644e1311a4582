// SPDX-License-Identifier: Apache-2.0
import { boundedMap } from './bounded-map.ts';

/** The bytes of files that were lately written or read and never change, so as not to read them again. */
export interface RecentFiles {
  get(path: string): Buffer | undefined;
  /** Call before a file is written or read; call the result with it afterwards. Nothing is kept if `forget` came between. */
  begin(): (path: string, bytes: Buffer) => void;
  /** Files may be gone: knows none any more. Call after they are. */
  forget(): void;
}

/** @param count how many files at most; @param longest bytes, above which a file is not kept */
export function recentFiles(count: number, longest: number): RecentFiles {
  const files = boundedMap<string, Buffer>(count);
  let era = 0;
  return {
    get: (path) => files.get(path),
    begin: () => {
      const began = era;
      return (path, bytes) => {
        if (began === era && bytes.length <= longest) files.set(path, bytes);
      };
    },
    forget: () => {
      era += 1;
      files.clear();
    },
  };
}
