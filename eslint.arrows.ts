// SPDX-License-Identifier: Apache-2.0
import type { Linter } from 'eslint';

// The arrows of docs/architecture.md as lint rules. test/arrows.test.ts breaks each of them.

const text = ['records', 'recognizers', 'privacy', 'screening'];
const pure = [...text, 'archive'];

/** Which folders the files of each folder may import, besides their own. `lambdas` is what lies right below it. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  'lambdas/records': [],
  'lambdas/recognizers': ['records'],
  'lambdas/privacy': ['records', 'recognizers'],
  'lambdas/screening': ['records', 'recognizers', 'privacy'],
  'lambdas/archive': ['records'],
  'lambdas/steps': pure,
  'lambdas/api': [...pure, 'steps'],
  'lambdas/aws': pure,
  'lambdas/runtime': ['records', 'api', 'aws'],
  'lambdas/handlers': ['records', 'steps', 'api', 'aws', 'runtime'],
  lambdas: pure,
  local: [...pure, 'steps', 'api', 'aws'],
  lib: ['records', 'archive'],
};
const inLambdas = [...pure, 'steps', 'api', 'aws', 'runtime', 'handlers'];
const beside = ['local', 'lib', 'console'];

/** What Node brings along that the files of a folder may import; undefined for everything. */
function nodeModules(from: string): string[] | undefined {
  if (pure.includes(from.slice('lambdas/'.length))) return ['buffer', 'crypto', 'net', 'zlib'];
  return ['lambdas', 'lambdas/steps', 'lambdas/api'].includes(from)
    ? ['crypto', 'timers/promises']
    : undefined;
}

function patternsOf(from: string): object[] {
  const not = (folder: string) =>
    !mayImport[from]?.includes(folder) && ![folder, `lambdas/${folder}`].includes(from);
  const modules = nodeModules(from);
  return [
    {
      group: [
        ...inLambdas.filter(not).map((folder) => `**/${folder}/**`),
        ...beside.filter(not).map((folder) => `**/../${folder}/**`),
      ],
      message: `${from} may not know about this folder: see the arrows in docs/architecture.md.`,
    },
    ...(from === 'lambdas/aws'
      ? []
      : [{ group: ['@aws-sdk/*'], message: 'Only lambdas/aws speaks to AWS.' }]),
    ...(modules === undefined
      ? []
      : [{ regex: `^node:(?!(?:${modules.join('|')})$)`, message: 'I/O goes through ports.' }]),
  ];
}

export const plainSyntax = [
  { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
  { selector: "CallExpression[callee.name='eval']", message: 'No eval.' },
];

const clock = 'The clock is a parameter.';
const randomness = 'Randomness is a parameter.';
const randomNames = ['randomBytes', 'randomFill', 'randomFillSync', 'randomInt', 'randomUUID', 'webcrypto'];

/** Of modules that pure folders may import, what they may not. */
const purePaths = [
  { name: 'node:crypto', importNames: [...randomNames, 'default'], message: randomness },
  { name: 'node:net', allowImportNames: ['isIP', 'isIPv4', 'isIPv6'], message: 'No I/O here.' },
];

// Pure folders get neither I/O nor a clock nor randomness of their own: those come in as parameters.
const pureRules: Linter.Config = {
  files: pure.map((folder) => `lambdas/${folder}/**`),
  rules: {
    'no-restricted-globals': [
      'error',
      ...['fetch', 'process', 'setTimeout', 'setInterval', 'performance', 'crypto'],
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: clock },
      { object: 'Math', property: 'random', message: randomness },
    ],
    'no-restricted-syntax': [
      'error',
      ...plainSyntax,
      { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
    ],
  },
};

export const arrows: readonly Linter.Config[] = [
  ...Object.keys(mayImport).map((from): Linter.Config => ({
    files: [from === 'lambdas' ? 'lambdas/*.ts' : `${from}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: pure.includes(from.slice('lambdas/'.length)) ? purePaths : [],
          patterns: patternsOf(from),
        },
      ],
    },
  })),
  pureRules,
];
