// SPDX-License-Identifier: Apache-2.0
import { join, relative } from 'node:path';
import { build, type BuildOptions, type OutputFile, type Plugin } from 'esbuild';
import { fieldsOfUsedOperations, httpAlone, layerFolder } from './bundle-plugins.ts';

/** Modules of the layer (`zod`), and the names that are used of each. */
export type Used = ReadonlyMap<string, ReadonlySet<string>>;

/** As esbuild writes an import of the layer's: `import{string as a,enum as b}from"/opt/nodejs/zod.mjs"`. */
const imports = new RegExp(`import\\{([^}]*)\\}from"${layerFolder}/([^"]+)\\.mjs"`, 'g');

/** What minified bundles take from the layer. */
export function usedBy(bundles: readonly string[]): Used {
  const used = new Map<string, Set<string>>();
  for (const [, list = '', name = ''] of bundles.flatMap((text) => [...text.matchAll(imports)])) {
    const names = used.get(name) ?? new Set();
    for (const each of list.split(',')) names.add(each.split(' as ')[0] ?? each);
    used.set(name, names);
  }
  return used;
}

const modulesOf = (used: Used, root: string): Plugin => ({
  name: 'modules',
  setup: (made) => {
    made.onResolve({ filter: /^layer:/ }, ({ path }) => ({
      path: path.slice('layer:'.length),
      namespace: 'layer',
    }));
    made.onLoad({ filter: /./, namespace: 'layer' }, ({ path }) => ({
      contents: `export { ${[...(used.get(path) ?? [])].sort().join(', ')} } from '${path}';`,
      resolveDir: root,
    }));
  },
});

export type Layer = Readonly<{
  files: readonly OutputFile[];
  /** Bytes of a module and of all that it imports, each once, for several modules together. */
  loadedWith: (modules: Iterable<string>) => number;
}>;

/**
 * Builds the layer: a module for each package, of what functions use of it, with what packages have in common in parts, so
 * that a function loads what it needs, and nothing twice. Functions find it under `layerFolder`.
 */
export async function buildLayer(
  used: Used,
  { root, outdir, ...options }: BuildOptions & Readonly<{ root: string; outdir: string }>,
): Promise<Layer> {
  const { outputFiles, metafile } = await build({
    ...options,
    outdir,
    entryPoints: [...used.keys()].sort().map((name) => ({ in: `layer:${name}`, out: name })),
    write: false,
    metafile: true,
    splitting: true,
    chunkNames: 'parts/[hash]',
    // Some packages are CommonJS.
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    // One way to credentials instead of eight.
    alias: { '@aws-sdk/credential-provider-node': join(root, 'lambdas/aws/runtime-credentials.ts') },
    plugins: [modulesOf(used, root), fieldsOfUsedOperations, httpAlone],
  });
  const place = (module: string) => relative(root, join(outdir, `${module}.mjs`));
  const loadedWith = (modules: Iterable<string>): number => {
    const loaded = new Set<string>(Array.from(modules, place));
    // A set is walked to its end, also to what is added on the way.
    for (const each of loaded)
      for (const { path, external } of metafile.outputs[each]?.imports ?? [])
        if (external !== true) loaded.add(path);
    return Array.from(loaded, (each) => metafile.outputs[each]?.bytes ?? 0).reduce((a, b) => a + b, 0);
  };
  return { files: outputFiles, loadedWith };
}
