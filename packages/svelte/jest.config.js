import preset from '../../jest.preset.js';

export default {
  ...preset,
  displayName: 'svelte',
  testEnvironment: 'jsdom',
  moduleFileExtensions: [...'js,mjs,cjs,json,ts,svelte'.split(',')],
  transform: { '\\.svelte(\\.js)?$': '<rootDir>/testing/svelteTransform.mjs', ...preset.transform },
  // These are published as ES modules alone.
  transformIgnorePatterns: [
    '/node_modules/(?!(svelte|esm-env|clsx|devalue|@testing-library/svelte(-core)?)/)',
  ],
};
