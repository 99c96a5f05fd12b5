import { defineConfig } from '@playwright/test';
import { apps } from './support/apps.js';
import { port } from './support/addresses.js';
import type { Options } from './support/test.js';

/** Specs that aren't about a sample app, and run once. */
const once = {
  launcher: 'launcher.spec.ts',
  /** A host page of the vendor's own document. */
  seed: 'seed.*.spec.ts',
  tabs: 'tabs.spec.ts',
  /** The agents' desktop, whatever page is in its panes. */
  xivo: 'xivo*.spec.ts',
  /** Pages that try what they must not. */
  hostile: 'hostilePanes.spec.ts',
  autoPause: 'autoPause.spec.ts',
  /** Plain pages with the live chat's own scripts. */
  livechat: 'livechat.*.spec.ts',
  /** The live chat's back end killed, cut off and attacked: each test has one of its own. */
  livechatChaos: 'livechatChaos*.spec.ts',
  /** Calls, screens and co-browsing: plain pages, and the real agent console. */
  faces: 'faces.*.spec.ts',
  /** The secure deployment: a bank's site, the chat's proxy and its back end. */
  livechatBank: 'livechatBank.spec.ts',
  /** Three tabs, crashes and a failing CRM. */
  chaos: 'chaos.spec.ts',
};

const untraced = new Set(['tabs', 'chaos', 'livechatChaos']);

// One launcher for all of them, on ports of its own; each test has a session of its own in it.
export default defineConfig<Options>({
  testDir: 'specs',
  outputDir: 'test-results',
  // As many workers as Playwright thinks, half the cores: a browser and its pages keep two of them busy.
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 45_000,
  reporter: 'list',
  webServer: {
    command: 'node ../launcher/dist/server/serve.js',
    url: `http://localhost:${port}/`,
    env: { OFFHOOK_PORT: String(port), OFFHOOK_CRM_FILE: ':memory:' },
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1280, height: 800 },
    // Filming every test would take a third of the time, and the snapshots show what a film would.
    trace: { mode: 'retain-on-failure', screenshots: false },
    browserName: 'chromium',
    launchOptions: {
      executablePath:
        process.env['CHROMIUM_SHELL_PATH'] ?? process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
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
    ...apps.map((app) => ({ name: app.slice(1), testIgnore: Object.values(once), use: { app } })),
    ...Object.entries(once).map(([name, testMatch]) => ({
      name,
      testMatch,
      // A trace's snapshot of a tab in the background sometimes never ends.
      use: { app: apps[0], ...(untraced.has(name) ? { trace: 'off' as const } : {}) },
    })),
  ],
});
