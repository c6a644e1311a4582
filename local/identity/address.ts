// SPDX-License-Identifier: Apache-2.0
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { setting } from '../setting.ts';

export const defaultPort = 8787;
const AddressSchema = z.strictObject({ url: z.string(), pid: z.int() });
const fileName = 'server.json';

/** Tokens are made out by whoever serves this address. */
export const issuerOf = (url: string): string => `${url}/oidc`;

export const urlOf = (port: number): string => `http://127.0.0.1:${port}`;

/** Where the server on a data folder is, or was last, or would be by default: for the command line. */
export function serverUrl(folder: string, environment: Readonly<Record<string, string | undefined>>): string {
  try {
    return AddressSchema.parse(JSON.parse(readFileSync(join(folder, fileName), 'utf8'))).url;
  } catch {
    return urlOf(Number(setting('AIRLOCK_PORT', environment) ?? defaultPort));
  }
}

/** Leaves word of where the server is. */
export function announce(folder: string, url: string): void {
  const path = join(folder, fileName);
  writeFileSync(`${path}.new`, `${JSON.stringify({ url, pid: process.pid })}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
