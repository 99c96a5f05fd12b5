import { defineConfig } from '@playwright/test';
import base from './playwright.config.js';
import { apps } from './support/apps.js';
import type { Options } from './support/test.js';

// Not tests: pictures to look at, in test-results/screenshots, and the README's, in docs/images.
const { projects: _projects, ...settings } = base;

export default defineConfig<Options>({
  ...settings,
  testDir: 'screenshots',
  outputDir: 'test-results/pictures',
  projects: apps.map((app) => ({ name: app.slice(1), use: { app } })),
});
