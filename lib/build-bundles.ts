// SPDX-License-Identifier: Apache-2.0
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { functions } from '../lambdas/uses.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const model = 'tagger.model.json';
const modelFile = join(root, 'lambdas/recognizers/tagger', model);

/**
 * `import { z }` takes the whole of zod along, with its messages in fifty languages: 350 KB that nothing uses. As
 * the namespace that it is, esbuild takes what is used. And no module of the project does anything but define: one
 * of which nothing is used is left out, with all that it imports.
 */
const onlyWhatIsUsed: Plugin = {
  name: 'only-what-is-used',
  setup: (made) => {
    made.onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path),
      sideEffects: false,
    }));
    made.onLoad({ filter: /[/\\]lambdas[/\\].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(
        /^import \{ z \} from 'zod';$/m,
        "import * as z from 'zod';",
      ),
      loader: 'ts',
    }));
  },
};

/**
 * Builds all functions at once into `<folder>/<function>/index.mjs`, their source maps into `<folder>/maps`, and
 * writes `<folder>/bundles.json`: what each needs and weighs. Minified modules, each whole: the SDK is the one that was tested.
 */
async function buildInto(folder: string): Promise<void> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: Object.keys(functions)
      .filter((name) => existsSync(join(root, `lambdas/handlers/${name}.ts`)))
      .map((name) => ({ in: `lambdas/handlers/${name}.ts`, out: `${name}/index` })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    sourcemap: 'external',
    sourcesContent: false,
    legalComments: 'none',
    // 2 MB of numbers, which Node reads beside the bundle.
    external: [`*${model}`],
    // One way to credentials instead of eight.
    alias: { '@aws-sdk/credential-provider-node': join(root, 'lambdas/aws/runtime-credentials.ts') },
    plugins: [onlyWhatIsUsed],
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    logLevel: 'error',
  });
  const maps = join(folder, 'maps');
  mkdirSync(maps, { recursive: true });
  const made: Record<string, { folder: string; bytes: number; tagger: boolean }> = {};
  for (const { path, contents } of outputFiles) {
    const place = dirname(path);
    const name = basename(place);
    if (path.endsWith('.map')) {
      writeFileSync(join(maps, `${name}.mjs.map`), contents);
      continue;
    }
    mkdirSync(place, { recursive: true });
    writeFileSync(path, contents);
    const imports = metafile.outputs[relative(root, path)]?.imports ?? [];
    const tagger = imports.some((each) => each.external === true && each.path.endsWith(model));
    if (tagger) copyFileSync(modelFile, join(place, model));
    made[name] = { folder: place, bytes: contents.length, tagger };
  }
  writeFileSync(join(folder, 'bundles.json'), JSON.stringify(made));
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Say where the bundles go.');
await buildInto(folder);
