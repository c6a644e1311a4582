// Two projects, so that the fast half answers first: `unit` is pure code and single parts, `whole` starts
// the product (servers, crashes, synthesis, browsers). `objectlock` needs an S3 server that `npm test` does without.
const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript' },
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
};

const whole = [
  '<rootDir>/test/invariants/',
  '<rootDir>/test/contract/',
  '<rootDir>/test/local/',
  '<rootDir>/test/lib/',
  '<rootDir>/test/browser/',
  '<rootDir>/test/product/',
];

const objectLock = '<rootDir>/test/objectlock/';

export default {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: [...whole, objectLock],
    },
    { ...common, displayName: 'whole', testMatch: whole.map((folder) => `${folder}**/*.test.ts`) },
    { ...common, displayName: 'objectlock', testMatch: [`${objectLock}**/*.test.ts`] },
  ],
};
