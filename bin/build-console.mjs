// SPDX-License-Identifier: Apache-2.0
// Builds the console into console/dist where that is missing or older than what it is made from: before `npm start`
// and `npm test`, so that neither waits for a build that would change nothing. `--always` builds in any case.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'console', 'dist');
const stamp = join(target, 'sources.sha256');
/** What a build depends on. Types come from lambdas, but are gone when it is built. */
const sources = [
  'console/index.html',
  'console/src',
  'console/public',
  'package-lock.json',
  'bin/build-console.mjs',
];

const filesBelow = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesBelow(join(path, name)))
    : [path];

/** One digest over all of it: times of files say nothing after a checkout. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesBelow(join(root, source)))) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

const now = fingerprint();
const built = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
if (built !== now || process.argv.includes('--always')) {
  process.stderr.write('Building the console (a few seconds) …\n');
  const { build } = await import('vite');
  const draft = join(root, 'console', `.dist-${process.pid}`);
  await build({
    configFile: false,
    root: join(root, 'console'),
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic' } },
    build: {
      outDir: draft,
      emptyOutDir: true,
      target: 'es2023',
      // Its inline loader would need a hole in the content security policy.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        // `use client` is for servers that render; it says nothing here.
        onwarn: (warning, tell) => warning.code === 'MODULE_LEVEL_DIRECTIVE' || tell(warning),
      },
    },
  });
  writeFileSync(join(draft, 'sources.sha256'), now);
  // A server that is reading the old one, or another build at the same time, never sees half of it.
  const old = join(root, 'console', `.dist-old-${process.pid}`);
  try {
    if (existsSync(target)) renameSync(target, old);
    renameSync(draft, target);
  } catch (error) {
    // Another build was faster: what stands there now is as good.
    if (!existsSync(stamp)) throw error;
  }
  for (const left of [old, draft]) rmSync(left, { recursive: true, force: true });
}
