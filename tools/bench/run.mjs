import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';

const root = new URL('../../', import.meta.url);
const suites = ['fanOut', 'channel', 'bindingCost', 'sizes'];

if (!existsSync(new URL('packages/core/dist/index.js', root))) {
  console.error('The packages are not built. Run `npm run build` first.');
  process.exit(1);
}

const results = [];
for (const suite of suites) {
  const { run } = await import(`./${suite}.mjs`);
  results.push(...(await run()));
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
await mkdir(new URL('bench/', root), { recursive: true });
await writeFile(new URL('bench/results.json', root), `${JSON.stringify(results, null, 2)}\n`);
console.log('Written to bench/results.json');
process.exit(0);
