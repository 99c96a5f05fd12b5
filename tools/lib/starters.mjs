import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { root } from './root.mjs';
import { run, runNpm } from './run.mjs';
import { complaintOf } from './tally.mjs';

/** @typedef {import('./projects.mjs').Project} Project */

/**
 * A foreign project as the framework's own starter makes it: what it installs, how it checks its types and builds.
 *
 * @typedef {object} Starter
 * @property {string} name the binding's folder under packages/ and the template's under tools/starters/
 * @property {string} quickStart the binding's quick start, which the foreign project shows
 * @property {Record<string, string>} dependencies
 * @property {object} tsconfig
 * @property {readonly (readonly string[])[]} types commands, each a package, its command and arguments
 * @property {readonly string[]} build
 */

const latest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).devDependencies;

/** @param {readonly string[]} names @returns {Record<string, string>} as this workspace has them */
const asHere = (names) => Object.fromEntries(names.map((name) => [name, latest[name]]));

const strict = {
  target: 'ES2022',
  lib: ['ES2022', 'DOM', 'DOM.Iterable'],
  module: 'ESNext',
  moduleResolution: 'bundler',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  noEmit: true,
  // Our declarations are checked as well as their use.
  skipLibCheck: false,
  types: [],
};
const node16 = { module: 'node16', moduleResolution: 'node16' };
const tsconfig = (/** @type {object} */ more = {}, /** @type {object} */ beside = {}) => ({
  compilerOptions: { ...strict, ...more },
  include: ['src'],
  ...beside,
});

const vite = ['vite', 'vite', 'build'];
const tsc = ['typescript', 'tsc', '--noEmit'];
const vueTsc = ['vue-tsc', 'vue-tsc', '--noEmit'];
const svelteCheck = ['svelte-check', 'svelte-check', '--fail-on-warnings', '--tsconfig', './tsconfig.json'];
const ng = ['@angular/cli', 'ng', 'build'];
const angularPackages = [
  '@angular/common',
  '@angular/compiler',
  '@angular/core',
  '@angular/platform-browser',
  '@angular/build',
  '@angular/cli',
  '@angular/compiler-cli',
];
const angularTsconfig = (/** @type {object} */ more = {}) =>
  tsconfig(
    {
      experimentalDecorators: true,
      importHelpers: true,
      verbatimModuleSyntax: false,
      noEmit: false,
      ...more,
    },
    {
      angularCompilerOptions: {
        strictTemplates: true,
        strictInjectionParameters: true,
        strictInputAccessModifiers: true,
      },
    },
  );

/** With the versions that this workspace has. @type {readonly Starter[]} */
export const starters = [
  {
    name: 'react',
    quickStart: 'QuickStart.tsx',
    dependencies: asHere([
      'react',
      'react-dom',
      '@types/react',
      '@types/react-dom',
      '@vitejs/plugin-react',
      'vite',
      'typescript',
      'rxjs',
    ]),
    tsconfig: tsconfig({ jsx: 'react-jsx' }),
    types: [tsc],
    build: vite,
  },
  {
    name: 'vue',
    quickStart: 'QuickStart.vue',
    dependencies: asHere(['vue', '@vitejs/plugin-vue', 'vite', 'vue-tsc', 'typescript', 'rxjs']),
    tsconfig: tsconfig(),
    types: [vueTsc],
    build: vite,
  },
  {
    name: 'svelte',
    quickStart: 'QuickStart.svelte',
    dependencies: asHere([
      'svelte',
      '@sveltejs/vite-plugin-svelte',
      'vite',
      'svelte-check',
      'typescript',
      'rxjs',
    ]),
    tsconfig: tsconfig({ skipLibCheck: true }),
    types: [svelteCheck],
    build: vite,
  },
  {
    name: 'angular',
    quickStart: 'QuickStart.ts',
    dependencies: asHere([...angularPackages, 'tslib', 'typescript', 'rxjs']),
    tsconfig: angularTsconfig(),
    types: [],
    build: ng,
  },
];

/** With the lowest versions that the bindings name, and TypeScript's strictest way to look packages up. @type {readonly Starter[]} */
export const lowestStarters = [
  {
    name: 'react',
    quickStart: 'QuickStart.tsx',
    dependencies: {
      react: '18.2.0',
      'react-dom': '18.2.0',
      '@types/react': '18.2.79',
      '@types/react-dom': '18.2.25',
      '@vitejs/plugin-react': '4.7.0',
      vite: '5.4.9',
      typescript: latest.typescript,
      rxjs: '7.8.0',
    },
    tsconfig: tsconfig({ ...node16, jsx: 'react-jsx' }),
    types: [tsc],
    build: vite,
  },
  {
    name: 'vue',
    quickStart: 'QuickStart.vue',
    dependencies: {
      vue: '3.4.0',
      '@vitejs/plugin-vue': '5.2.4',
      vite: '5.4.9',
      'vue-tsc': '2.2.12',
      typescript: latest.typescript,
      rxjs: '7.8.0',
    },
    tsconfig: tsconfig({ ...node16, skipLibCheck: true }),
    types: [vueTsc],
    build: vite,
  },
  {
    name: 'svelte',
    quickStart: 'QuickStart.svelte',
    dependencies: {
      svelte: '4.2.0',
      '@sveltejs/vite-plugin-svelte': '3.1.2',
      vite: '5.4.9',
      'svelte-check': '4.0.0',
      typescript: latest.typescript,
      rxjs: '7.8.0',
    },
    tsconfig: tsconfig({ ...node16, skipLibCheck: true }),
    types: [svelteCheck],
    build: vite,
  },
  {
    name: 'angular',
    quickStart: 'QuickStart.ts',
    dependencies: {
      ...Object.fromEntries(angularPackages.map((name) => [name, '20.0.0'])),
      tslib: latest.tslib,
      typescript: '5.8.3',
      rxjs: '7.8.0',
    },
    tsconfig: angularTsconfig({ skipLibCheck: true }),
    types: [],
    build: ng,
  },
];

/**
 * Packs what a binding's users install, as `npm publish` would.
 *
 * @param {readonly Project[]} projects
 * @param {string} into
 * @returns {Promise<ReadonlyMap<string, string>>} the tarball of each package, by its name
 */
export async function packAll(projects, into) {
  mkdirSync(into, { recursive: true });
  /** @type {Map<string, string>} */
  const tarballs = new Map();
  for (const project of projects) {
    const folder = path.join(root, project.publishedFolder);
    const outcome = await runNpm(['pack', '--json', '--ignore-scripts', '--pack-destination', into], {
      cwd: folder,
    });
    if (outcome.code !== 0) throw new Error(`npm pack failed for ${project.name}:\n${outcome.output}`);
    const [{ filename }] = JSON.parse(outcome.stdout);
    tarballs.set(project.name, path.join(into, filename));
  }
  return tarballs;
}

/** A folder outside the repository, for foreign projects. */
export const outside = () => realpathSync(mkdtempSync(path.join(os.tmpdir(), 'offhook-starter-')));

/**
 * Lays a foreign project and installs it from the registry and our tarballs.
 *
 * @param {Starter} starter
 * @param {string} folder
 * @param {ReadonlyMap<string, string>} tarballs
 * @param {'latest' | 'lowest'} variant
 * @returns {Promise<string | undefined>} the complaint
 */
export async function install(
  { name, quickStart, dependencies, tsconfig: config },
  folder,
  tarballs,
  variant,
) {
  const templates = path.join(root, 'tools', 'starters');
  cpSync(path.join(templates, name), folder, { recursive: true });
  cpSync(path.join(templates, 'shared'), path.join(folder, 'src'), { recursive: true });
  const file = path.join(folder, 'src', quickStart);
  cpSync(path.join(root, 'packages', name, 'src', 'testing', quickStart), file);
  const lowest = path.join(folder, 'lowest');
  if (variant === 'lowest' && existsSync(lowest)) cpSync(lowest, folder, { recursive: true });
  rmSync(lowest, { recursive: true, force: true });
  const own = ['core', 'connectors', 'tabs', name].map((each) => `@offhook/${each}`);
  const manifest = {
    name: `starter-${name}`,
    private: true,
    version: '0.0.0',
    type: 'module',
    dependencies: {
      ...dependencies,
      ...Object.fromEntries(own.map((each) => [each, `file:${tarballs.get(each) ?? ''}`])),
    },
  };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest, undefined, 2));
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config, undefined, 2));
  const args = [
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    '--strict-peer-deps',
  ];
  return complaintOf(await runNpm(args, { cwd: folder }));
}

/**
 * Runs a command that the foreign project has installed.
 *
 * @param {string} folder
 * @param {readonly string[]} command
 * @returns {Promise<string | undefined>} the complaint
 */
export async function runIn(folder, [packageName = '', bin = '', ...args]) {
  const home = path.join(folder, 'node_modules', packageName);
  const manifest = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
  const script = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[bin];
  const env = { NODE_ENV: undefined, NG_CLI_ANALYTICS: 'false', CI: '1' };
  return complaintOf(await run(process.execPath, [path.join(home, script), ...args], { cwd: folder, env }));
}

const types = /** @type {Record<string, string>} */ ({
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
});

/**
 * Opens what a foreign project has built in Chromium, and plays its vendor: signs in, rings, and waits for the answer.
 *
 * @param {string} folder
 * @param {string} executablePath
 * @returns {Promise<string | undefined>} the complaint
 */
export async function takeCall(folder, executablePath) {
  const browser = await chromium.launch({ executablePath, chromiumSandbox: false });
  try {
    const page = await browser.newPage();
    /** @type {string[]} */
    const faults = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    const origin = 'http://starter.test';
    await page.route(`${origin}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      const file = path.join(folder, 'dist', pathname === '/' ? 'index.html' : pathname);
      return existsSync(file)
        ? route.fulfill({ path: file, contentType: types[path.extname(file)] ?? 'application/octet-stream' })
        : route.fulfill({ status: pathname === '/favicon.ico' ? 204 : 404 });
    });
    await page.goto(`${origin}/`);
    const say = (/** @type {object} */ frame) =>
      page.evaluate((told) => /** @type {any} */ (globalThis).vendor.say(told), frame);
    await page.getByText('The phone is connecting.').waitFor({ timeout: 15_000 });
    await say({ type: 'rc-login-status-notify', loggedIn: true, features: { call: true, sms: true } });
    await say({ type: 'rc-dialer-status-notify', ready: true });
    await say({
      type: 'rc-webphone-connection-status-notify',
      connectionStatus: 'connectionStatus-connected',
    });
    await page.getByText('The phone is ready.').waitFor({ timeout: 15_000 });
    await say({
      type: 'rc-call-ring-notify',
      call: {
        id: 'leg-1',
        direction: 'Inbound',
        callStatus: 'webphone-session-connecting',
        from: '+12165325078',
        fromUserName: 'Ada',
        to: '16505550000*101',
        partyData: { sessionId: 's-1', partyId: 'p-1' },
      },
    });
    await page.getByText('+12165325078: ringing').waitFor({ timeout: 15_000 });
    await page.getByRole('button', { name: 'Answer Ada' }).click();
    const told = await page.evaluate(() => /** @type {any} */ (globalThis).vendor.told);
    const answered = told.some(
      (/** @type {any} */ frame) => frame.type === 'rc-adapter-control-call' && frame.callAction === 'answer',
    );
    if (!answered) faults.push(`The vendor was told no answer, but ${JSON.stringify(told)}.`);
    return faults.length > 0 ? faults.join('\n') : undefined;
  } finally {
    await browser.close();
  }
}
