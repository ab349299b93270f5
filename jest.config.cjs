const { totalmem } = require('node:os');

const swc = (parser) => [
  '@swc/jest',
  {
    jsc: { parser, target: 'es2023', transform: { react: { runtime: 'automatic' } } },
    module: { type: 'commonjs' },
  },
];

/** Tests: node, TypeScript through swc, a database server for each worker, a database for each test file. */
module.exports = {
  testEnvironment: '<rootDir>/test/kit/oneRealm.cjs',
  runtime: '<rootDir>/test/kit/sharedPackages.cjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.{ts,tsx}'],
  transform: {
    // Elements of the client, which tests draw as text.
    '\\.tsx$': swc({ syntax: 'typescript', tsx: true }),
    '\\.module\\.css$': '<rootDir>/test/kit/cssClasses.cjs',
    '^.+\\.[cm]?[jt]sx?$': swc({ syntax: 'typescript' }),
  },
  // Packages that are published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(any-ascii|iso-3166|@scure/base|@noble/hashes)/)'],
  globalSetup: '<rootDir>/test/kit/globalSetup.ts',
  globalTeardown: '<rootDir>/test/kit/globalTeardown.ts',
  setupFiles: ['<rootDir>/test/kit/serverOfWorker.ts'],
  setupFilesAfterEnv: ['<rootDir>/test/kit/visits.ts'],
  testSequencer: '<rootDir>/test/kit/longFirst.cjs',
  reporters: ['default', '<rootDir>/test/kit/closingLine.cjs'],
  // A machine that does much else is slow, not wrong.
  testTimeout: 300_000,
  // For the same reason: a process that nothing holds still takes its time to go.
  workerGracefulExitTimeout: 20_000,
  // Workers wait for their database and browser a good part of their time; each takes about 1.5 GB with these.
  maxWorkers: totalmem() > 12 * 2 ** 30 ? 4 : 3,
  // What files leave in a worker adds up; a new one has all to load and compile again.
  workerIdleMemoryLimit: totalmem() > 12 * 2 ** 30 ? '1.5GB' : '1GB',
};
