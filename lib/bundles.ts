// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FunctionName } from '../lambdas/uses.ts';

export type Bundle = Readonly<{
  /** Holds `index.mjs`, and the tagger's model where the function needs it. Handler: `index.handler`. */
  folder: string;
  /** Of `index.mjs`: the project's own code. */
  bytes: number;
  /** The same with what it loads from the layer. */
  loaded: number;
  tagger: boolean;
}>;
export type Bundles = Readonly<{
  of: Readonly<Record<FunctionName, Bundle>>;
  /** What functions use of packages. It holds `nodejs`, which Lambda puts under `/opt`. */
  layer: Readonly<{ folder: string; bytes: number }>;
  /** Source maps, under the same paths: for whoever reads a stack trace, not for the functions. */
  maps: string;
}>;

const script = fileURLToPath(new URL('build-bundles.ts', import.meta.url));
const prefix = 'prompt-airlock-bundles-';
let made: Bundles | undefined;

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Folders of processes that are gone: not every one is told that it ends. */
function removeLeftOvers(): void {
  for (const name of readdirSync(tmpdir()))
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length).split('-')[0])))
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
}

/**
 * The bundles of all functions and their layer, built once a process, in a folder that goes with it. In a process of its own: the
 * build needs a plugin, which esbuild does not take where it may not wait, and constructs cannot wait.
 */
export function bundles(): Bundles {
  if (made !== undefined) return made;
  removeLeftOvers();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  execFileSync(process.execPath, ['--no-warnings', script, folder], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return (made = JSON.parse(readFileSync(join(folder, 'bundles.json'), 'utf8')) as Bundles);
}
