import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';

const root = new URL('../../', import.meta.url);
const file = new URL('bench/results.json', root);
const suites = ['fanOut', 'channel', 'bindingCost', 'sizes', 'contacts', 'xivo', 'livechat', 'faces'];

/**
 * All suites; or those that are named, or parts of them: `node tools/bench/run.mjs sizes contacts.search`. Then only
 * their results change.
 */
const named = process.argv.slice(2);

if (!existsSync(new URL('packages/core/dist/index.js', root))) {
  console.error('The packages are not built. Run `npm run build` first.');
  process.exit(1);
}

const kept = named.length > 0 && existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : [];
const results = [];

/** Written after each: some take minutes, and none is lost if a later one fails. */
async function add(result) {
  results.push(result);
  const at = kept.findIndex(({ name, peer }) => name === result.name && peer === result.peer);
  if (at === -1) kept.push(result);
  else kept[at] = result;
  await mkdir(new URL('.', file), { recursive: true });
  await writeFile(file, `${JSON.stringify(kept, null, 2)}\n`);
}

for (const one of named.length > 0 ? named : suites) {
  const [suite, part] = one.split('.');
  const { run } = await import(`./${suite}.mjs`);
  const measured = await run(part === undefined ? undefined : [part], add);
  for (const result of measured) if (!results.includes(result)) await add(result);
}

console.table(
  results.map(({ name, unit, value, peer, peerValue, ratio, interval, goal, holds }) => ({
    name,
    ours: `${value} ${unit}`,
    peer: `${peer}: ${peerValue}`,
    ratio: `${ratio} [${interval.join(' – ')}]`,
    goal,
    holds,
  })),
);
console.log('Written to bench/results.json');
process.exit(0);
