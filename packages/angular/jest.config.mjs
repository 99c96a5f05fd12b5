import presets from 'jest-preset-angular/presets/index.js';
import preset from '../../jest.preset.js';

// Coverage is reported for all projects together.
const { coverageReporters, ...each } = preset;

const project = (displayName, setup) => ({
  ...each,
  // Angular's own transform takes the place of ours.
  ...presets.createCjsPreset({ tsconfig: '<rootDir>/tsconfig.json' }),
  displayName,
  setupFilesAfterEnv: [`<rootDir>/src/testing/${setup}`],
});

// Every test runs without zone.js and with it.
export default {
  coverageReporters,
  projects: [project('zoneless', 'setUpZoneless.ts'), project('zone.js', 'setUpZone.ts')],
};
