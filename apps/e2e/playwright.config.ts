import { defineConfig } from '@playwright/test';
import { apps } from './support/apps.js';
import { port } from './support/addresses.js';
import type { Options } from './support/test.js';

// One launcher for all of them, on ports of its own; each test has a session of its own in it.
export default defineConfig<Options>({
  testDir: 'specs',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 45_000,
  reporter: 'list',
  webServer: {
    command: 'node ../launcher/dist/server/serve.js',
    url: `http://localhost:${port}/`,
    env: { OFFHOOK_PORT: String(port) },
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    browserName: 'chromium',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      chromiumSandbox: false,
      args: [
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    // The same specs on each of the sample apps.
    ...apps.map((app) => ({ name: app.slice(1), testIgnore: 'launcher.spec.ts', use: { app } })),
    { name: 'launcher', testMatch: 'launcher.spec.ts', use: { app: apps[0] } },
  ],
});
