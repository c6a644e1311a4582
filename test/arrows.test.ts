// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { Linter } from 'eslint';
import { arrows, mayImport } from '../eslint.arrows.ts';

/** One file of each folder that another could import. */
const files = {
  records: 'lambdas/records/case.ts',
  recognizers: 'lambdas/recognizers/index.ts',
  privacy: 'lambdas/privacy/cover.ts',
  screening: 'lambdas/screening/fence.ts',
  archive: 'lambdas/archive/merkle.ts',
  steps: 'lambdas/steps/index.ts',
  api: 'lambdas/api/index.ts',
  aws: 'lambdas/aws/ports.ts',
  runtime: 'lambdas/runtime/call.ts',
  handlers: 'lambdas/handlers/deidentify.ts',
  local: 'local/model.ts',
  lib: 'lib/names.ts',
  console: 'console/src/config.ts',
} as const;
const linter = new Linter();
/** What the rules say of one line in a file. */
const said = (file: string, code: string): string[] =>
  linter
    .verify(
      code,
      arrows.map((each) => ({ ...each, languageOptions: { sourceType: 'module' as const } })),
      { filename: file },
    )
    .map(({ ruleId, message }) => ruleId ?? message);
const importing = (from: string, to: string): string[] => {
  const path = posix.relative(dirname(from), to);
  return said(from, `import { x } from '${path.startsWith('.') ? path : `./${path}`}'; x();`);
};

const rows = Object.entries(mayImport).flatMap(([from, may]) =>
  Object.entries(files).map(([name, to]): [string, string, string, boolean] => [
    from,
    name,
    to,
    may.includes(name) || from === name || from === `lambdas/${name}`,
  ]),
);

describe('an arrow that points the wrong way is a lint error', () => {
  it.each(rows)('%s → %s', (from, _name, to, allowed) => {
    for (const file of [`${from}/new.ts`, ...(from === 'lambdas' ? [] : [`${from}/deeper/new.ts`])])
      expect([file, importing(file, to)]).toEqual([file, allowed ? [] : ['no-restricted-imports']]);
  });

  it('only lambdas/aws imports the AWS SDK', () => {
    for (const from of Object.keys(mayImport))
      expect([from, said(`${from}/new.ts`, "import '@aws-sdk/client-s3';").length]).toEqual([
        from,
        from === 'lambdas/aws' ? 0 : 1,
      ]);
  });
});

const pure = ['records', 'recognizers', 'privacy', 'screening', 'archive'];
describe('what is pure stays pure', () => {
  it.each([
    ["import { readFileSync } from 'node:fs'; readFileSync('a');", 'no-restricted-imports'],
    ["import 'node:http';", 'no-restricted-imports'],
    ["import 'node:sqlite';", 'no-restricted-imports'],
    ["import 'node:child_process';", 'no-restricted-imports'],
    ["import { connect } from 'node:net'; connect(1);", 'no-restricted-imports'],
    ["import { randomBytes } from 'node:crypto'; randomBytes(1);", 'no-restricted-imports'],
    ["fetch('http://localhost');", 'no-restricted-globals'],
    ['process.exit();', 'no-restricted-globals'],
    ['setTimeout(() => 0, 1);', 'no-restricted-globals'],
    ['performance.now();', 'no-restricted-globals'],
    ['crypto.randomUUID();', 'no-restricted-globals'],
    ['Date.now();', 'no-restricted-properties'],
    ['Math.random();', 'no-restricted-properties'],
    ['new Date();', 'no-restricted-syntax'],
  ])('%s', (code, rule) => {
    for (const folder of pure)
      expect([folder, said(`lambdas/${folder}/new.ts`, code)]).toEqual([folder, [rule]]);
  });

  it.each([
    "import { createHash } from 'node:crypto'; createHash('sha256');",
    "import { isIPv6 } from 'node:net'; isIPv6('::1');",
    'new Date(0).getUTCFullYear();',
    'Math.max(1, 2);',
  ])('%s is nothing of the kind', (code) => {
    for (const folder of pure) expect(said(`lambdas/${folder}/new.ts`, code)).toEqual([]);
  });

  it('steps and operations do no I/O of their own', () => {
    for (const folder of ['lambdas', 'lambdas/steps', 'lambdas/api'])
      for (const name of ['node:fs', 'node:fs/promises', 'node:http', 'node:net', 'node:sqlite'])
        expect(said(`${folder}/new.ts`, `import '${name}';`)).toEqual(['no-restricted-imports']);
  });
});

describe('a source file', () => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const sources = ['lambdas', 'local', 'lib', 'console/src', 'bench', 'bin', 'test', 'training'].flatMap(
    (top) =>
      readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:ts|tsx|mjs)$/.test(name))
        .map((name) => posix.join(top, name)),
  );

  it('has no name that says nothing, nor has its folder', () => {
    const nothing =
      /(?:^|\/)(?:utils?|common|helpers?|services|managers?|base|core|shared|types)(?:\/|\.|$)/i;
    expect(sources.length).toBeGreaterThan(1000);
    expect(sources.filter((name) => nothing.test(name))).toEqual([]);
  });

  it('says under which licence it is in its first line', () => {
    const says = (name: string) =>
      /^(?:#!.*\n)?\/\/ SPDX-License-Identifier: Apache-2\.0\n/.test(readFileSync(join(root, name), 'utf8'));
    expect(sources.filter((name) => !says(name))).toEqual([]);
  });
});
