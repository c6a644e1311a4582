// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type OutputFile } from 'esbuild';
import { functions } from '../lambdas/uses.ts';
import { buildLayer, usedBy } from './build-layer.ts';
import { layerFolder, onlyWhatIsUsed, packagesFromLayer } from './bundle-plugins.ts';
import type { Bundle, Bundles } from './bundles.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const model = 'tagger.model.json';
const modelFile = join(root, 'lambdas/recognizers/tagger', model);

const options = {
  absWorkingDir: root,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  sourcemap: 'external',
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'error',
} as const satisfies BuildOptions;

/** The API's document, of which the function that answers with it needs nothing but the text. */
const apiDocument = (): string =>
  execFileSync(process.execPath, ['--no-warnings', join(root, 'bin/print-openapi.ts')], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });

/** The modules of all functions in `<folder>/functions/<function>/index.mjs`, of the project's own code. */
const buildFunctions = (folder: string) =>
  build({
    ...options,
    entryPoints: Object.keys(functions)
      .filter((name) => existsSync(join(root, `lambdas/handlers/${name}.ts`)))
      .map((name) => ({ in: `lambdas/handlers/${name}.ts`, out: `${name}/index` })),
    outdir: join(folder, 'functions'),
    write: false,
    metafile: true,
    define: { API_DOCUMENT: apiDocument() },
    // 2 MB of numbers, which Node reads beside the bundle.
    external: [`*${model}`],
    plugins: [onlyWhatIsUsed, packagesFromLayer],
  });

/** Writes modules where they belong, and their source maps beside all of it, into `<folder>/maps`. */
function write(folder: string, files: readonly OutputFile[]): void {
  for (const { path, contents } of files) {
    const place = path.endsWith('.map') ? join(folder, 'maps', relative(folder, path)) : path;
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, contents);
  }
}

/**
 * Builds the functions, and the layer with what they use of packages: minified modules, the SDK the one that was tested.
 * Writes `<folder>/bundles.json`: what each needs and weighs.
 */
async function buildInto(folder: string): Promise<void> {
  const { outputFiles, metafile } = await buildFunctions(folder);
  const modules = outputFiles.filter(({ path }) => path.endsWith('.mjs'));
  const used = usedBy(modules.map(({ text }) => text));
  const layer = await buildLayer(used, { ...options, root, outdir: join(folder, 'layer/nodejs') });
  write(folder, [...outputFiles, ...layer.files]);
  const of: Record<string, Bundle> = {};
  for (const { path, contents, text } of modules) {
    const place = dirname(path);
    const name = relative(join(folder, 'functions'), place);
    const imports = metafile.outputs[relative(root, path)]?.imports ?? [];
    const strange = imports.filter(({ path: each }) => each.startsWith('/') && !each.startsWith(layerFolder));
    if (strange.length > 0)
      throw new Error(`${name} imports ${strange.map((each) => each.path).join(', ')}.`);
    const tagger = imports.some((each) => each.external === true && each.path.endsWith(model));
    if (tagger) copyFileSync(modelFile, join(place, model));
    const loaded = contents.length + layer.loadedWith(usedBy([text]).keys());
    of[name] = { folder: place, bytes: contents.length, loaded, tagger };
  }
  const layerBytes = layer.loadedWith(used.keys());
  const made: Bundles = {
    of: of as Bundles['of'],
    layer: { folder: join(folder, 'layer'), bytes: layerBytes },
    maps: join(folder, 'maps'),
  };
  writeFileSync(join(folder, 'bundles.json'), JSON.stringify(made));
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say where the bundles go.');
await buildInto(folder);
