#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// The command runs on the Node.js pinned in package.json (the Lambda runtime's major), whatever the host has.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

await import('./install.mjs');
const main = fileURLToPath(new URL('../local/airlock.ts', import.meta.url));
if (Number(process.versions.node.split('.')[0]) >= 24) {
  await import(main);
} else {
  const node = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
  const run = spawnSync(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  process.exit(run.status ?? 1);
}
