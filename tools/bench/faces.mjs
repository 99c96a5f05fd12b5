import path from 'node:path';
import { freePorts } from '../lib/ports.mjs';
import { setUpPrograms } from '../lib/programs.mjs';
import { root } from '../lib/root.mjs';
import { binOf, run as runProgram } from '../lib/run.mjs';
import { limit } from './compare.mjs';

const rounds = 9;
const typing = 'typed text is seen while it is typed';

/** What one run of the browser test has measured: it prints it, and asserts how many characters there were. */
async function typed(port) {
  const { code, output } = await runProgram(
    process.execPath,
    [binOf('@playwright/test', 'playwright'), 'test', 'faces.cobrowse', '--project=faces', '-g', typing, '--trace=off'],
    { cwd: path.join(root, 'apps/e2e'), env: { OFFHOOK_E2E_PORT: port } },
  );
  const found = /25 characters: (\d+) bytes; seen after (\d+(?:\.\d+)?) ms at p50, (\d+(?:\.\d+)?) ms at p95/.exec(output);
  if (code !== 0 || found === null) throw new Error(`The test has measured nothing.\n${output}`);
  const [bytes, p50, p95] = found.slice(1).map(Number);
  console.log(`25 characters: ${bytes} bytes, seen after ${p50} ms at p50, ${p95} ms at p95`);
  return { bytes, p50, p95 };
}

const limits = [
  { name: 'co-browsing, a typed character is seen, 95 %', unit: 'ms', max: 100, of: ({ p95 }) => p95 },
  { name: 'co-browsing, 25 typed characters', unit: 'bytes', max: 4_096, of: ({ bytes }) => bytes },
];

const parts = {
  /** How long after a key the agent's console shows its character, and what it costs. */
  async typing(told) {
    const port = String((await freePorts()).launcher);
    const measured = [];
    for (let round = 0; round <= rounds; round += 1) measured.push(await typed(port));
    const results = [];
    for (const { of, ...goal } of limits) {
      const left = measured.map(of);
      const result = await limit({ ...goal, rounds, ours: () => left.shift() });
      results.push(result);
      await told(result);
    }
    return results;
  },
};

/**
 * Co-browsing in a real browser under the strict policy: customer, back end and agent on one machine.
 *
 * @param {readonly string[]} names which parts, in order: all unless named
 * @param {(result: object) => unknown} told of each result at once
 */
export async function run(names = Object.keys(parts), told = () => {}) {
  await setUpPrograms();
  const results = [];
  for (const name of names) results.push(...(await parts[name](told)));
  return results;
}
