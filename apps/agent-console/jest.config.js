import preset from '../../jest.preset.js';

export default {
  ...preset,
  displayName: 'agent console',
  testEnvironment: 'jsdom',
  setupFiles: ['<rootDir>/jest.setup.js'],
  moduleNameMapper: { ...preset.moduleNameMapper, '\\.css$': '<rootDir>/jest.setup.js' },
};
