// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { UsageError } from './usage-error.ts';

/** A file as text; `-` is standard input. @throws UsageError when it is not there or not UTF-8 */
export function textOf(path: string): string {
  const name = path === '-' ? 'Standard input' : path;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path === '-' ? 0 : path);
  } catch {
    throw new UsageError(`${name} cannot be read.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${name} is not UTF-8 text.`);
  }
}
