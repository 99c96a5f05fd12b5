import { fileURLToPath } from 'node:url';
import preset from '../../jest.preset.js';

// Coverage is reported for all projects together.
const { coverageReporters, ...each } = preset;

const modules = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const project = (displayName, folder) => ({
  ...each,
  displayName,
  testEnvironment: 'jsdom',
  setupFiles: ['<rootDir>/jest.setup.js'],
  moduleNameMapper: {
    '^react$': `${folder}/react`,
    '^react/(.*)$': `${folder}/react/$1`,
    // What a server runs, though jsdom looks like a browser.
    '^react-dom/server$': `${folder}/react-dom/server.node`,
    '^react-dom$': `${folder}/react-dom`,
    '^react-dom/(.*)$': `${folder}/react-dom/$1`,
    ...preset.moduleNameMapper,
  },
});

// Every test runs on the newest React and on the oldest one that is supported.
export default {
  coverageReporters,
  projects: [
    project('react 19', modules('node_modules')),
    project('react 18.2', modules('tools/react-18/node_modules')),
  ],
};
