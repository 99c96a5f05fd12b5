import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { compare } from './compare.mjs';

const folder = fileURLToPath(new URL('reactHookCost', import.meta.url));

/** The page with both lists in it, as a production build. */
async function bundle() {
  const { output } = await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      rollupOptions: { input: `${folder}/page.jsx`, output: { format: 'iife' } },
    },
  }).then((result) => (Array.isArray(result) ? result[0] : result));
  return output[0].code;
}

/**
 * What a hook costs beside a `useSyncExternalStore` written by hand: 1,000 rows, of which one row's call changes
 * 1,000 times, each change committed to the page by itself.
 */
export async function run() {
  const code = await bundle();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    chromiumSandbox: false,
    args: ['--js-flags=--expose-gc'],
  });
  try {
    const page = await browser.newPage();
    const faults = [];
    page.on('pageerror', (error) => faults.push(error));
    await page.addScriptTag({ content: code });
    if (faults.length > 0) throw faults[0];
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    // The page's own processor time: what else the machine does at the moment is not in it.
    const threadTime = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'ThreadTime').value * 1e6;
    };
    const measure = async (name) => {
      await page.evaluate(() => globalThis.gc());
      const start = await threadTime();
      const changes = await page.evaluate((side) => globalThis.change(side), name);
      return ((await threadTime()) - start) / changes;
    };
    // Until the browser has compiled everything as well as it ever will; on a busy machine that takes a while.
    for (let warmUp = 0; warmUp < 30; warmUp += 1)
      for (const name of ['ours', 'peer', 'module']) await measure(name);
    const hook = await compare({
      name: 'React: useCall(id), one of 1,000 rows changes',
      unit: 'µs',
      peerName: 'useSyncExternalStore per entity, by hand',
      goal: { max: 1.15 },
      rounds: 21,
      ours: () => measure('ours'),
      peer: () => measure('peer'),
    });
    const context = await compare({
      name: 'React: that store by hand, found in a context',
      unit: 'µs',
      peerName: 'the same, in a module',
      goal: { max: Infinity },
      rounds: 21,
      ours: () => measure('peer'),
      peer: () => measure('module'),
    });
    // No goal of ours: what React takes for 1,000 rows that read a context, so that the peer above is understood.
    return [hook, { ...context, goal: 'for information' }];
  } finally {
    await browser.close();
  }
}
