// SPDX-License-Identifier: Apache-2.0
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from '@jest/globals';

const script = fileURLToPath(new URL('../../bin/install.mjs', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'airlock-install-'));
  for (const each of ['bin', 'theirs', 'path']) mkdirSync(join(folder, each));
  cpSync(script, join(folder, 'bin', 'install.mjs'));
  writeFileSync(join(folder, 'package-lock.json'), '{}');
  // An npm that only says that it was called.
  writeFileSync(join(folder, 'path', 'npm'), '#!/bin/sh\ntouch called\n', { mode: 0o755 });
});
afterEach(() => rmSync(folder, { recursive: true }));

const install = () => {
  const env = { PATH: `${join(folder, 'path')}:${process.env['PATH'] ?? ''}` };
  const { status } = spawnSync(process.execPath, [join(folder, 'bin', 'install.mjs')], { env });
  return { status, called: readdirSync(folder).includes('called') };
};

it('installs where nothing is installed', () => {
  expect(install()).toEqual({ status: 0, called: true });
});

it('leaves a node_modules alone that is a link to another checkout’s: npm ci would empty that one', () => {
  symlinkSync(join(folder, 'theirs'), join(folder, 'node_modules'));
  expect(install()).toEqual({ status: 0, called: false });
});
