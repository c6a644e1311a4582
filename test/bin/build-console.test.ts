// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';

// It builds three times, on a machine that may be busy.
jest.setTimeout(60_000);

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'airlock-build-'));
  mkdirSync(join(folder, 'bin'));
  for (const each of [
    'bin/build-console.mjs',
    'package-lock.json',
    'package.json',
    'lambdas',
    'tsconfig.json',
  ])
    cpSync(join(root, each), join(folder, each), { recursive: true });
  for (const each of ['src', 'public', 'index.html', 'tsconfig.json'])
    cpSync(join(root, 'console', each), join(folder, 'console', each), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const build = () => {
  const { status, stderr } = spawnSync(process.execPath, [join(folder, 'bin', 'build-console.mjs')]);
  return { status, built: stderr.toString().startsWith('Building the console') };
};

it('builds the console where it is missing, and then only when a source has changed', () => {
  expect(build()).toEqual({ status: 0, built: true });
  expect(readdirSync(join(folder, 'console', 'dist')).sort()).toEqual([
    'assets',
    'icon.svg',
    'index.html',
    'sources.sha256',
  ]);
  expect(build()).toEqual({ status: 0, built: false });
  appendFileSync(join(folder, 'console', 'src', 'console.css'), '\n.changed { color: red; }\n');
  expect(build()).toEqual({ status: 0, built: true });
  rmSync(join(folder, 'console', 'dist'), { recursive: true });
  expect(build()).toEqual({ status: 0, built: true });
  expect(existsSync(join(folder, 'console', 'dist', 'index.html'))).toBe(true);
  expect(readdirSync(join(folder, 'console')).filter((name) => name.startsWith('.dist'))).toEqual([]);
});
