import preset from '../../jest.preset.js';

export default {
  ...preset,
  displayName: 'vue',
  testEnvironment: 'jsdom',
  // What Node gets of Vue, server rendering included, though jsdom looks like a browser.
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons'] },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'vue'],
  transform: { ...preset.transform, '\\.vue$': '<rootDir>/jest.vue.js' },
};
