import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { compare, limit } from './compare.mjs';
import { threadTasks } from './contacts/threadTasks.mjs';

const folder = fileURLToPath(new URL('contacts', import.meta.url));
const rounds = 9;
/** Of each of these all tasks are looked at. */
const loads = 3;
const many = 250_000;
const most = 1_000_000;

/** The page and its workers, as a production build. */
async function bundle() {
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    worker: { format: 'es' },
    build: {
      write: false,
      minify: true,
      target: 'esnext',
      rollupOptions: { input: `${folder}/page.js`, output: { format: 'es', entryFileNames: 'page.js' } },
    },
  });
  const { output } = Array.isArray(result) ? result[0] : result;
  return new Map(output.map(({ fileName, code, source }) => [`/${fileName}`, code ?? source]));
}

/** Serves the files on an origin of their own, isolated: clocks are finer there. */
function serve(files) {
  const server = createServer(({ url }, response) => {
    const code = files.get(url);
    response.writeHead(code === undefined && url !== '/' ? 404 : 200, {
      'content-type': url === '/' ? 'text/html' : 'text/javascript',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    response.end(url === '/' ? '<!doctype html><script type="module" src="/page.js"></script>' : code);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

/** How long the page's own thread works at a time while contacts are loaded, by its processor time. */
async function slices(browser, open, count) {
  const tasks = [];
  for (let load = 0; load < loads; load += 1) {
    const page = await open();
    tasks.push(...(await threadTasks(browser, page, () => page.evaluate((size) => globalThis.load(size), count))));
    await page.context().close();
  }
  tasks.sort((a, b) => a - b);
  const at = (share) => tasks[Math.min(tasks.length - 1, Math.floor(tasks.length * share))];
  return { p99: at(0.99), max: at(1), total: tasks.reduce((sum, task) => sum + task, 0), count: tasks.length };
}

/**
 * @param {readonly string[]} names which parts, in order: all unless named
 * @param {(result: object) => unknown} told of each result at once: all of it takes a while
 */
export async function run(names = Object.keys(parts), told = () => {}) {
  const server = await serve(await bundle());
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    chromiumSandbox: false,
    args: ['--js-flags=--expose-gc'],
  });
  const results = [];
  const add = async (result) => {
    results.push(result);
    await told(result);
    const { name, value, unit, peer, peerValue, ratio, interval, goal, holds } = result;
    console.log(
      `${name}: ${value} ${unit}, ${peer}: ${peerValue}, ${ratio} [${interval.join(' – ')}] ${goal} ${holds}`,
    );
  };
  try {
    // Each in a context of its own, and so in a process of its own.
    const open = async () => {
      const opened = await (await browser.newContext()).newPage();
      await opened.goto(`http://127.0.0.1:${server.address().port}/`);
      await opened.waitForFunction(() => globalThis.ready === true);
      return opened;
    };
    const page = await open();
    const inWorker = (task, ...input) =>
      page.evaluate(([name, given]) => globalThis.inWorker(name, ...given), [task, input]);
    const against = (name, peerName, goal, task, peer, ...input) =>
      compare({
        name: `contacts, ${name}`,
        unit: 'ms',
        peerName,
        goal,
        rounds,
        ours: () => inWorker(task, 'ours', ...input),
        peer: () => inWorker(task, peer, ...input),
      });
    for (const name of names) {
      await page.evaluate(() => globalThis.endWorker());
      await parts[name]({ browser, page, open, inWorker, against, add });
    }
    return results;
  } finally {
    await browser.close();
    server.close();
  }
}

const within = (name, unit, max, ours, count = rounds) =>
  limit({ name: `contacts, ${name}`, unit, max, rounds: count, ours });

const parts = {
  async build({ inWorker, against, add }) {
    await inWorker('prepare', many);
    await add(await against('250,000 indexed', 'MiniSearch', { min: 10 }, 'build', 'miniSearch'));
  },

  async search({ inWorker, against, add }) {
    await inWorker('prepare', many);
    for (const side of ['ours', 'linear', 'uFuzzy', 'miniSearch']) await inWorker('keep', side);
    await inWorker('merge');
    if (!(await inWorker('finds', 'ours', 'jenifer', 'Jennifer'))) throw new Error('jenifer finds no Jennifer.');
    const linear = (name, goal, task, kind) =>
      against(name, 'linear filter', { min: goal }, task, 'linear', kind).then(add);
    await linear('a prefix', 20, 'median', 'prefix');
    await linear('a prefix, the slowest of 100', 1, 'worst', 'prefix');
    await linear('two words', 20, 'median', 'words');
    await linear('two words, the slowest of 100', 1, 'worst', 'words');
    await linear('one letter', 1, 'median', 'letters');
    await linear('a typo', 10, 'median', 'typo');
    await linear('digits of a number', 50, 'median', 'suffix');
    const others = (name, peer, goal, kind) =>
      against(name, peer, { min: goal }, 'median', peer === 'uFuzzy' ? peer : 'miniSearch', kind).then(add);
    await others('a prefix', 'uFuzzy', 20, 'prefix');
    await others('a typo', 'uFuzzy', 10, 'typo');
    await others('a prefix', 'MiniSearch', 1, 'prefix');
    await others('two words', 'MiniSearch', 1, 'words');
    await others('a typo', 'MiniSearch', 1, 'typo');
  },

  async numbers({ inWorker, add }) {
    await inWorker('prepare', many);
    for (const side of ['ours', 'map']) await inWorker('keep', side);
    await inWorker('merge');
    let seed = 1;
    await add(
      await compare({
        name: 'contacts, 50 callers looked up',
        unit: 'µs',
        peerName: 'a Map by number',
        goal: { max: 2 },
        rounds: 41,
        ours: () => inWorker('lookUps', 'ours', (seed += 1)),
        peer: () => inWorker('lookUps', 'map', seed),
      }),
    );
    const matched = () => inWorker('matchMany', 200, (seed += 1));
    await add(await within('200 numbers matched, contacts and all', 'ms', 50, matched));
    await inWorker('drop', 'map');
    await inWorker('forget');
    let added = many;
    await add(await within('1,000 added', 'ms', 10, () => inWorker('add', 1_000, (added += 1_000)), 21));
  },

  async warmStart({ inWorker, against, add }) {
    await inWorker('prepare', many);
    await inWorker('keep', 'ours');
    await inWorker('merge');
    await inWorker('store');
    await inWorker('storeInDexie');
    const peer = 'Dexie toArray, and index';
    await add(await against('start with what is stored', peer, { min: 5 }, 'warmStart', 'dexie'));
  },

  /**
   * What each needs to give contacts back: ours holds them in its index, the peer finds them in a list. Each in a page of
   * its own, whose heap can be asked for: a worker's cannot.
   */
  async memory({ open, add }) {
    const memory = async (side) => {
      const page = await open();
      const session = await page.context().newCDPSession(page);
      const here = (...input) => page.evaluate((given) => globalThis.here(...given), input);
      const used = async () => {
        // Array buffers are freed a little later than what held them.
        for (let round = 0; round < 3; round += 1) {
          await page.evaluate(() => globalThis.gc());
          await page.waitForTimeout(200);
        }
        const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
        return (usedSize + backingStorageSize) / 1e6;
      };
      const before = await used();
      await here('prepare', many);
      await here('keep', side);
      if (side === 'ours') await here('merge');
      await here('forget', side === 'ours');
      const after = await used();
      // As it was: nothing was collected that is still to be asked.
      if (!(await here('finds', side, 'jennifer', 'Jennifer'))) throw new Error(`${side} finds no Jennifer.`);
      await page.context().close();
      return after - before;
    };
    await add(
      await compare({
        name: 'contacts, memory of 250,000, each able to give the whole contact back',
        unit: 'MB',
        peerName: 'MiniSearch, and the contacts in a list',
        goal: { min: 6 },
        rounds,
        ours: () => memory('ours'),
        peer: () => memory('miniSearch'),
      }),
    );
  },

  async slices({ browser, open, add }) {
    for (const count of [many, most]) {
      const { p99, max, total, count: number } = await slices(browser, open, count);
      console.log(`${count}: ${number} tasks, ${total} ms`);
      const name = `the page's tasks while ${count} are loaded`;
      await add(await within(`${name}, 99 %`, 'ms', 4, () => p99, 1));
      await add(await within(`${name}, the longest`, 'ms', 16, () => max, 1));
    }
  },

  /** A million against a quarter of it, each in a worker of a page of its own, one after another. */
  async million({ open, add }) {
    const pages = { [many]: await open(), [most]: await open() };
    const inWorker = (count, task, ...input) =>
      pages[count].evaluate(([name, given]) => globalThis.inWorker(name, ...given), [task, input]);
    for (const count of [many, most]) await inWorker(count, 'prepareRecords', count);
    const compared = async (name, unit, one) =>
      add(
        await compare({
          name: `contacts, 1,000,000: ${name}`,
          unit,
          peerName: '250,000',
          goal: { max: 4.5 },
          rounds,
          ours: () => one(most),
          peer: () => one(many),
        }),
      );
    const against = (name, task, ...input) =>
      compared(name, 'ms', (count) => inWorker(count, task, 'ours', ...input));
    await against('indexed', 'build');
    for (const count of [many, most]) {
      await inWorker(count, 'merge');
      await inWorker(count, 'forget', false);
    }
    await compared('the memory of the index', 'MB', (count) => inWorker(count, 'size', 'ours'));
    await against('a prefix', 'median', 'prefix');
    await against('two words', 'median', 'words');
    await against('a typo', 'median', 'typo');
    await against('digits of a number', 'median', 'suffix');
    for (const count of [many, most]) await inWorker(count, 'store');
    await against('start with what is stored', 'warmStart');
    let seed = 1;
    await compared('50 callers looked up', 'µs', (count) => inWorker(count, 'lookUps', 'ours', (seed += 1)));
    let added = most;
    await compared('1,000 added', 'ms', (count) => inWorker(count, 'add', 1_000, (added += 1_000)));
    for (const page of Object.values(pages)) await page.context().close();
  },
};
