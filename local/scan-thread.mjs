// SPDX-License-Identifier: Apache-2.0
// What scanner.ts starts: the thread, with the same compiled modules as the process (bin/start.mjs). Without them it would
// bring along what strips the types, a third of its memory.
import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/airlock', import.meta.url)));
await import('./scan-thread.ts');
flushCompileCache();
