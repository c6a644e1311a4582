#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Runs before `npm start`, `npm test` and the others, so that each is the only command a bare clone needs.
// It installs from the lockfile, once: npm writes node_modules/.package-lock.json last, so a missing or older
// one means that an install never finished or that the lockfile has moved on.
import { spawnSync } from 'node:child_process';
import { lstatSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const modified = (path) =>
  statSync(new URL(`../${path}`, import.meta.url), { throwIfNoEntry: false })?.mtimeMs ?? 0;
// A linked node_modules belongs to another checkout: npm ci would empty that one.
const borrowed = lstatSync(new URL('../node_modules', import.meta.url), {
  throwIfNoEntry: false,
})?.isSymbolicLink();

if (borrowed !== true && modified('node_modules/.package-lock.json') < modified('package-lock.json')) {
  process.stderr.write('Installing what package-lock.json names (once, about a minute) …\n');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    process.stderr.write('The install failed: see the lines above. Nothing was started.\n');
    process.exit(npm.status ?? 1);
  }
}
