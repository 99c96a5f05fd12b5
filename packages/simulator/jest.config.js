import preset from '../../jest.preset.js';

export default {
  ...preset,
  displayName: 'simulator',
  // Icons are files' texts to the pages' build; to the tests any text does.
  moduleNameMapper: { '\\.svg$': '<rootDir>/src/page/svg-in-tests.ts', ...preset.moduleNameMapper },
};
