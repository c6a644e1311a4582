// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { consoleHeaders } from './console-headers.ts';

/** Where `bin/build-console.mjs` leaves it. */
const built = fileURLToPath(new URL('../../console/dist', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

type File = Readonly<{ bytes: Uint8Array; headers: Readonly<Record<string, string>> }>;

/** Names with a digest in them never change their content; the page that names them is asked for every time. */
const cacheControl = (path: string) =>
  path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';

function read(folder: string, path: string): File {
  const bytes = readFileSync(path);
  const name = `/${relative(folder, path).split(sep).join('/')}`;
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  return {
    bytes,
    headers: {
      ...consoleHeaders,
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'cache-control': cacheControl(name),
      etag,
    },
  };
}

/** What is asked for: a path, and headers by their small names. */
export type Asked = Readonly<{ path: string; header: (name: string) => string | undefined }>;
export type ServeConsole = (asked: Asked) => Response | undefined;

/**
 * The console as files in memory, read when it is first asked for. Only names that the build made are served, so no path
 * leads out of it. @returns undefined for what is not the console's
 */
export function serveConsole(folder: string = built): ServeConsole {
  let files: Map<string, File> | undefined;
  const load = () => {
    const all = new Map<string, File>();
    if (existsSync(folder))
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        const path = join(entry.parentPath, entry.name);
        const name = `/${relative(folder, path).split(sep).join('/')}`;
        if (entry.isFile() && extname(name) in types) all.set(name, read(folder, path));
      }
    return all;
  };
  return ({ path, header }) => {
    files ??= load();
    // Pages of the console have addresses of their own and are all the same file.
    const page = header('accept')?.includes('text/html') === true && !path.startsWith('/v1/');
    const file =
      path === '/index.html' ? undefined : (files.get(path) ?? (page ? files.get('/index.html') : undefined));
    if (file === undefined) return undefined;
    if (header('if-none-match') === file.headers['etag'])
      return new Response(null, { status: 304, headers: file.headers });
    return new Response(new Uint8Array(file.bytes), { status: 200, headers: file.headers });
  };
}
