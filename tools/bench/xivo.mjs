import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { compare, limit, median, medianInterval } from './compare.mjs';
import { listen } from './xivo/listen.mjs';
import { load, newCall } from './xivo/load.mjs';
import { startProcess } from './xivo/startProcess.mjs';

const file = (name) => fileURLToPath(new URL(name, import.meta.url));
const rounds = 9;
const open = ['--open', 'https://crm.example.com/?n={caller}'];

const startService = (env) =>
  startProcess([file('../../packages/server/dist/cli.js'), '--port', '0', ...open], env);
const startBare = () => startProcess([file('xivo/bare.mjs')]);

const round4 = (value) => Number(value.toPrecision(4));

/** Measures against the least that is good enough. */
async function atLeast({ name, unit, min, values }) {
  const interval = medianInterval(values);
  return {
    name,
    unit,
    value: round4(median(values)),
    peer: 'limit',
    peerValue: min,
    ratio: round4(median(values) / min),
    interval: interval.map((value) => round4(value / min)),
    goal: `>= ${min} ${unit}`,
    holds: interval[1] >= min,
  };
}

/** Times that are known already, against a limit. */
function within(name, unit, max, values) {
  // The first is for warming up.
  const left = [values[0], ...values];
  return limit({ name, unit, max, rounds: values.length, ours: () => left.shift() });
}

/**
 * The service as its command serves it, on loopback, in a process of its own; the load comes from this one.
 *
 * @param {readonly string[]} names which parts, in order: all unless named
 * @param {(result: object) => unknown} told of each result at once
 */
export async function run(names = Object.keys(parts), told = () => {}) {
  const results = [];
  const add = async (result) => {
    results.push(result);
    await told(result);
    const { name, value, unit, peer, peerValue, ratio, interval, goal, holds } = result;
    console.log(
      `${name}: ${value} ${unit}, ${peer}: ${peerValue}, ${ratio} [${interval.join(' – ')}] ${goal} ${holds}`,
    );
  };
  for (const name of names) await parts[name](add);
  return results;
}

const parts = {
  async service(add) {
    const service = await startService();
    try {
      await load({ url: service.url, seconds: 3 });
      const measured = [];
      for (let round = 0; round < rounds; round += 1) measured.push(await load({ url: service.url }));
      const rates = measured.map(({ perSecond }) => perSecond);
      await add(await atLeast({ name: 'xivo, new calls answered', unit: 'requests/s', min: 3_000, values: rates }));
      const tails = measured.map(({ p99 }) => p99);
      await add(await within('xivo, new calls answered, 99 %, 50 at once', 'ms', 50, tails));
    } finally {
      await service.end();
    }
  },

  async bare(add) {
    const [service, bare] = [await startService(), await startBare()];
    const measure = async ({ url }) => 1e6 / (await load({ url })).perSecond;
    const peerName = 'a bare handler that parses and answers the same';
    try {
      await add(
        await compare({
          name: 'xivo, a new call answered',
          unit: 'µs',
          peerName,
          goal: { min: 0.35 },
          rounds,
          ours: () => measure(service),
          peer: () => measure(bare),
        }),
      );
    } finally {
      await service.end();
      await bare.end();
    }
  },

  async listeners(add) {
    const service = await startService();
    const count = 2_000;
    try {
      const listeners = await listen(service.url, count);
      const tails = [];
      for (let round = 0; round < 41; round += 1) {
        const headers = { 'content-type': 'application/json' };
        const post = () => fetch(service.url, { method: 'POST', headers, body: newCall().body });
        const late = (await listeners.round(post)).sort((a, b) => a - b);
        tails.push(late[Math.floor(late.length * 0.99)]);
      }
      listeners.close();
      await add(await within(`xivo, ${count} browsers told of a call, 99 %`, 'ms', 250, tails.slice(1)));
    } finally {
      await service.end();
    }
  },

  /** Once all that is kept is full, a minute under load takes no more. */
  async lasting(add) {
    const service = await startService();
    try {
      await load({ url: service.url, amount: 80_000 });
      const heap = [];
      const sample = async () => {
        heap.push({ at: performance.now(), mb: (await service.figure('nodejs_heap_size_used_bytes')) / 1e6 });
      };
      const timer = setInterval(() => void sample(), 250);
      const begun = performance.now();
      const { answers } = await load({ url: service.url, seconds: 60 });
      clearInterval(timer);
      console.log(`${answers} calls in ${((performance.now() - begun) / 1_000).toFixed(0)} s`);
      // What is left after a collection: the least of a while.
      const least = (from, to) =>
        Math.min(...heap.filter(({ at }) => at >= begun + from && at < begun + to).map(({ mb }) => mb));
      const [first, last] = [least(0, 20_000), least(40_000, 61_000)];
      const ratio = round4(last / first);
      await add({
        name: 'xivo, heap after a minute under load',
        unit: 'MB',
        value: round4(last),
        peer: 'at its begin',
        peerValue: round4(first),
        ratio,
        interval: [ratio, ratio],
        goal: '<= 1.1x',
        holds: ratio <= 1.1,
      });
    } finally {
      await service.end();
    }
  },

  /** The test of two nodes on one Redis, with more kills. */
  async kills(add) {
    const kills = process.env.OFFHOOK_KILLS || '10';
    const child = spawn(process.execPath, [file('../../node_modules/jest/bin/jest.js'), 'kills'], {
      cwd: file('../../packages/server'),
      env: { ...process.env, OFFHOOK_KILLS: kills },
      stdio: 'inherit',
    });
    const code = await new Promise((resolve) => child.once('exit', resolve));
    await add({
      name: `xivo, calls lost or told twice, ${kills} kills`,
      unit: 'tests failed',
      value: code === 0 ? 0 : 1,
      peer: 'limit',
      peerValue: 0,
      ratio: code === 0 ? 0 : 1,
      interval: [0, 0],
      goal: 'none',
      holds: code === 0,
    });
  },
};
