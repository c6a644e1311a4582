import reactHooks from 'eslint-plugin-react-hooks';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { arrows, plainSyntax } from './eslint.arrows.ts';

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
      'no-restricted-syntax': ['error', ...plainSyntax],
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
  ...arrows,
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
            { group: ['node:*', '@aws-sdk/*'], message: 'The console runs in a browser.' },
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
