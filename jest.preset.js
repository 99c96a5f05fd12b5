import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, '');

const swc = (tsx) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic' } },
    },
  },
];

/** Tests run on the packages' sources, so that they need no build. */
const workspaceMapper = {
  '^@offhook/(core|react|vue|svelte|angular|contacts|tabs|logbook|testing|simulator|server|livechat)$': `${root}/packages/$1/src/index.ts`,
  '^@offhook/connectors/([a-z-]+)$': `${root}/packages/connectors/src/$1/index.ts`,
  '^@offhook/livechat/([a-z]+)$': `${root}/packages/livechat/src/$1/index.ts`,
  '^@offhook/server/([a-z]+)$': `${root}/packages/server/src/$1.ts`,
  '^@offhook/demo-kit$': `${root}/apps/demo-kit/src/index.ts`,
  '^(\\.{1,2}/.*)\\.js$': '$1',
};

export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.test.{ts,tsx}'],
  moduleNameMapper: workspaceMapper,
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.stryker-tmp'],
  transform: { '^.+\\.(ts|mts|cts|js|mjs|cjs)$': swc(false), '^.+\\.tsx$': swc(true) },
  // jose and tus, which the server stands on, are published as ES modules alone.
  transformIgnorePatterns: ['/node_modules/(?!jose/|@tus/|srvx/)'],
  coverageReporters: ['text-summary', 'lcov'],
  restoreMocks: true,
};
