// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import * as zod from 'zod';

/** Where Lambda puts what is in a layer. */
export const layerFolder = '/opt/nodejs';
const moduleOf = (name: string): string => `${layerFolder}/${name}.mjs`;

/** `export const listArchive = operation({ … });`, to its end. */
const definedByCall = /^export const (\w+) = (\w+\(\{\n[\s\S]*?\n\}\));$/gm;

/**
 * No module of the project does anything but define: one of which nothing is used is left out, with all that it imports,
 * and so is an operation beside the one that is used. `import { z }` would take the whole of zod along: as the
 * namespace that it is, it is what is used of it.
 */
export const onlyWhatIsUsed: Plugin = {
  name: 'only-what-is-used',
  setup: (made) => {
    made.onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path),
      sideEffects: false,
    }));
    made.onLoad({ filter: /[/\\]lambdas[/\\].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace(/^import \{ z \} from 'zod';$/m, "import * as z from 'zod';")
        .replace(definedByCall, 'export const $1 = /* @__PURE__ */ (() => $2)();'),
      loader: 'ts',
    }));
  },
};

/** Packages are in the layer. By their whole path: ESM looks nowhere by itself for what a layer brings. */
export const packagesFromLayer: Plugin = {
  name: 'packages-from-layer',
  setup: (made) => {
    made.onResolve({ filter: /^[@a-z]/ }, ({ path, kind }) => {
      if (kind === 'entry-point' || isBuiltin(path)) return undefined;
      // One of which nothing is used is left out.
      if (/^zod(?:#|$)/.test(path)) return { path, namespace: 'zod', sideEffects: false };
      return { path: moduleOf(path), external: true, sideEffects: false };
    });
    made.onResolve({ filter: /^\/opt\// }, ({ path }) => ({ path, external: true, sideEffects: false }));
    // A namespace from outside would be needed whole. In a module for each name, those that are used are imported.
    made.onLoad({ filter: /./, namespace: 'zod' }, ({ path }) => {
      const [, only] = path.split('#');
      const from = only === undefined ? (name: string) => `zod#${name}` : () => moduleOf('zod');
      const names = only === undefined ? Object.keys(zod) : [only];
      return { contents: names.map((name) => `export { ${name} } from '${from(name)}';`).join('\n') };
    });
  },
};

/**
 * The SDK's tables of fields hold computed keys, `{ [_hE]: 404 }`, of which esbuild does not know that making one does
 * nothing: those of every operation of a service would stay. As calls marked pure, those of the commands stay.
 */
export const fieldsOfUsedOperations: Plugin = {
  name: 'fields-of-used-operations',
  setup: (made) => {
    made.onLoad({ filter: /[/\\]dist-es[/\\].*schemas_\d+\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(
        /^(export )?var (\w+\$?) = (\[[\s\S]*?\]);$/gm,
        '$1var $2 = /* @__PURE__ */ (() => $3)();',
      ),
      loader: 'js',
    }));
  },
};

/**
 * `import http from 'node:http'` reads everything that this module exports, and for one of them, which nothing here uses,
 * Node loads its other HTTP client: 25 ms of a function's start. Powertools' tracer wants the module and not its exports.
 */
export const httpAlone: Plugin = {
  name: 'http-alone',
  setup: (made) => {
    made.onResolve({ filter: /^(?:node:)?http$/ }, ({ kind }) =>
      kind === 'import-statement' ? { path: 'http', namespace: 'http' } : undefined,
    );
    made.onLoad({ filter: /./, namespace: 'http' }, () => ({
      contents: "export default process.getBuiltinModule('node:http');",
    }));
  },
};
