import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { compare } from './compare.mjs';

const folder = fileURLToPath(new URL('bindingCost', import.meta.url));
const angularPackage = fileURLToPath(
  new URL('../../packages/angular/dist/fesm2022/offhook-angular.mjs', import.meta.url),
);

/** Each framework, what reads one of a thousand rows in it, and what one writes by hand there. */
const frameworks = [
  { name: 'React: useCall(id)', page: 'react.jsx', peerName: 'useSyncExternalStore per entity, by hand' },
  { name: 'Vue: useCall(() => id)', page: 'vue.js', peerName: 'a shallowRef per entity, by hand' },
  { name: 'Svelte: call(() => id)', page: 'svelte.js', peerName: 'a writable per entity, by hand' },
  { name: 'Angular: CallService.call(id)', page: 'angular.js', peerName: 'a signal per entity, by hand' },
];

/** The page with both lists in it, as a production build. */
async function bundle(page) {
  const { output } = await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    // It is published from its dist, so the workspace's link doesn't find it.
    resolve: { alias: { '@offhook/angular': angularPackage } },
    plugins: page === 'svelte.js' ? [svelte({ configFile: false })] : [],
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      ngDevMode: 'false',
    },
    build: {
      write: false,
      minify: true,
      rollupOptions: { input: `${folder}/${page}`, output: { format: 'es' } },
    },
  }).then((result) => (Array.isArray(result) ? result[0] : result));
  return output[0].code;
}

/** Measures the sides of one page in a browser of its own. */
async function measured({ name, page: file, peerName }) {
  const code = await bundle(file);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    chromiumSandbox: false,
    args: ['--js-flags=--expose-gc'],
  });
  try {
    const page = await browser.newPage();
    const faults = [];
    page.on('pageerror', (error) => faults.push(error));
    await page.addScriptTag({ content: code, type: 'module' });
    await page.waitForFunction(() => globalThis.change !== undefined).catch(() => {
      throw faults[0] ?? new Error(`${file} offers no change().`);
    });
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    // The page's own processor time: what else the machine does at the moment is not in it.
    const threadTime = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find((metric) => metric.name === 'ThreadTime').value * 1e6;
    };
    const measure = async (side) => {
      await page.evaluate(() => globalThis.gc());
      const start = await threadTime();
      const changes = await page.evaluate((one) => globalThis.change(one), side);
      return ((await threadTime()) - start) / changes;
    };
    const sides = await page.evaluate(() => globalThis.sides);
    // Until the browser has compiled everything as well as it ever will; on a busy machine that takes a while.
    for (let warmUp = 0; warmUp < 30; warmUp += 1) for (const side of sides) await measure(side);
    const against = (what, peer, over, goal = { max: 1.15 }, ours = 'ours') =>
      compare({
        name: what,
        unit: 'µs',
        peerName: over,
        goal,
        rounds: 21,
        ours: () => measure(ours),
        peer: () => measure(peer),
      });
    const results = [
      await against(`${name}, one of 1,000 rows changes`, 'client', `${peerName}, on the same client`),
      await against(`${name}, all of Offhook with it`, 'peer', `${peerName}, with nothing behind it`),
    ];
    if (!sides.includes('module')) return results;
    // No goal of ours: what React takes for 1,000 rows that read a context, so that the peers above are understood.
    const context = await against(
      'React: that store by hand, found in a context',
      'module',
      'the same, in a module',
      { max: Infinity },
      'peer',
    );
    return [...results, { ...context, goal: 'for information' }];
  } finally {
    await browser.close();
  }
}

/** What reading through a binding costs beside the framework's own means: 1,000 rows, of which one changes 1,000 times. */
export async function run() {
  const results = [];
  for (const framework of frameworks) results.push(...(await measured(framework)));
  return results;
}
