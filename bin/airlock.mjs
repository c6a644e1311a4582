#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// The command runs on the Node.js pinned in package.json (the Lambda runtime's major), whatever the host has.
import { spawnSync } from 'node:child_process';
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

await import('./install.mjs');
const main = fileURLToPath(new URL('../local/airlock.ts', import.meta.url));
// Compiled modules are kept inside the project, where only its owner writes: starting takes half the time.
const cache = fileURLToPath(new URL('../node_modules/.cache/airlock', import.meta.url));
if (Number(process.versions.node.split('.')[0]) >= 24) {
  enableCompileCache(cache);
  await import(main);
} else {
  const node = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
  const env = { ...process.env, NODE_COMPILE_CACHE: cache };
  const run = spawnSync(node, [main, ...process.argv.slice(2)], { stdio: 'inherit', env });
  process.exit(run.status ?? 1);
}
