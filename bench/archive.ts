// SPDX-License-Identifier: Apache-2.0
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Measured } from './table.ts';

const alone = fileURLToPath(new URL('archive-alone.ts', import.meta.url));
/** As `npm start` starts the server. */
const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  scripts: { start: string };
};
const flags = scripts.start.split(' ').filter((word) => word.startsWith('--'));

/** The archive of a large tenant, in a process of its own: its memory is the archive's, and not of other measurements. */
export async function benchArchive(quick: boolean): Promise<Measured> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...flags,
    alone,
    ...(quick ? ['--quick'] : []),
  ]);
  return JSON.parse(stdout) as Measured;
}
