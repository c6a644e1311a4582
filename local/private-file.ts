// SPDX-License-Identifier: Apache-2.0
import { closeSync, openSync } from 'node:fs';
import { Failure } from '../lambdas/failures.ts';

/**
 * The path of a file that only its owner may read, made empty where it is not there yet. SQLite gives its log the
 * mode of the file, and takes an empty file for a new one. @throws StorageUnavailable
 */
export function privateFile(path: string): string {
  try {
    closeSync(openSync(path, 'a', 0o600));
  } catch (error) {
    throw new Failure('StorageUnavailable', error);
  }
  return path;
}
