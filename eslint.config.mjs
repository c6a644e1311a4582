import reactHooks from 'eslint-plugin-react-hooks';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

// The arrows of docs/architecture.md. Each line: files in `from` may not import the folders in `never`.
const arrows = [
  {
    from: 'lambdas/records',
    never: [
      'recognizers',
      'privacy',
      'screening',
      'steps',
      'api',
      'aws',
      'handlers',
      'local',
      'lib',
      'console',
    ],
  },
  {
    from: 'lambdas/recognizers',
    never: ['privacy', 'screening', 'steps', 'api', 'aws', 'handlers', 'local', 'lib', 'console'],
  },
  {
    from: 'lambdas/privacy',
    never: ['screening', 'steps', 'api', 'aws', 'handlers', 'local', 'lib', 'console'],
  },
  {
    from: 'lambdas/archive',
    never: [
      'recognizers',
      'privacy',
      'screening',
      'steps',
      'api',
      'aws',
      'handlers',
      'local',
      'lib',
      'console',
    ],
  },
  { from: 'lambdas/screening', never: ['steps', 'api', 'aws', 'handlers', 'local', 'lib', 'console'] },
  { from: 'lambdas/steps', never: ['api', 'aws', 'runtime', 'handlers', 'local', 'lib', 'console'] },
  { from: 'lambdas/api', never: ['aws', 'runtime', 'handlers', 'local', 'lib', 'console'] },
  { from: 'lambdas/aws', never: ['steps', 'api', 'runtime', 'handlers', 'local', 'lib', 'console'] },
  { from: 'lambdas/runtime', never: ['steps', 'handlers', 'local', 'lib', 'console'] },
  { from: 'lambdas/handlers', never: ['local', 'lib', 'console'] },
  { from: 'local', never: ['runtime', 'handlers', 'lib', 'console'] },
  {
    from: 'lib',
    never: ['recognizers', 'privacy', 'screening', 'steps', 'api', 'aws', 'handlers', 'local', 'console'],
  },
];

// Pure folders get neither I/O nor a clock nor randomness of their own: those come in as parameters.
const pure = {
  files: [
    'lambdas/records/**',
    'lambdas/recognizers/**',
    'lambdas/privacy/**',
    'lambdas/screening/**',
    'lambdas/archive/**',
  ],
  rules: {
    'no-restricted-globals': ['error', 'fetch', 'process', 'setTimeout', 'setInterval'],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: 'The clock is a parameter.' },
      { object: 'Math', property: 'random', message: 'Randomness is a parameter.' },
      { object: 'crypto', property: 'randomUUID', message: 'Randomness is a parameter.' },
    ],
  },
};

export default tseslint.config(
  { ignores: ['node_modules', 'cdk.out', '.airlock', 'coverage', 'console/dist', 'console/.dist*'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked, regexp.configs['flat/recommended']],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      // A data class of ports often has nothing to await; the type still says Promise.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
        { selector: "CallExpression[callee.name='eval']", message: 'No eval.' },
      ],
      // `_name` is how a part is left out of a copy.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
      // A backtracking pattern is a denial of service: these two keep them linear.
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': 'off',
      // Readable patterns matter more than the shortest spelling.
      'regexp/prefer-d': 'off',
      'regexp/use-ignore-case': 'off',
      'regexp/prefer-w': 'off',
      'regexp/no-obscure-range': 'off',
      'regexp/prefer-character-class': 'off',
    },
  },
  ...arrows.map(({ from, never }) => ({
    files: [`${from}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: never.map((folder) =>
                ['local', 'lib', 'console'].includes(folder) ? `**/../${folder}/**` : `**/${folder}/**`,
              ),
              message: `${from} may not know about this folder: see the arrows in docs/architecture.md.`,
            },
            ...(from === 'lambdas/aws' || from === 'local' || from === 'lib'
              ? []
              : [{ group: ['@aws-sdk/*'], message: 'Only lambdas/aws speaks to AWS.' }]),
          ],
        },
      ],
    },
  })),
  pure,
  {
    files: ['console/**/*.ts', 'console/**/*.tsx'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/lambdas/records/**', '**/lambdas/api/**'],
              allowTypeImports: true,
              message: 'The console knows the types of records and of the API, not their code.',
            },
            {
              regex: String.raw`\.\./(lambdas/(?!records/|api/)|local/|lib/)`,
              message: 'The console knows lambdas/records and the views of lambdas/api, and nothing else.',
            },
            { group: ['node:*'], message: 'The console runs in a browser.' },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' },
        { selector: 'JSXText[value=/[A-Za-z]/]', message: 'What people read belongs in console/src/words.' },
        {
          selector:
            'JSXAttribute[name.name=/^(ariaLabel|aria-label|header|label|description|placeholder|title|alt|loadingText|constraintText|errorText)$/] > Literal[value=/[A-Za-z]/]',
          message: 'What people read belongs in console/src/words.',
        },
        {
          selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
          message: 'Text of a case is text, never markup.',
        },
      ],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'require', '__dirname'],
    },
  },
  {
    files: ['bin/**', 'local/**', 'bench/**', 'training/**', 'lib/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
);
