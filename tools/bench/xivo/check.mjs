// The short mode, for CI: asks a service about calls, and checks every answer and that browsers are told. No times.
//   node tools/bench/xivo/check.mjs URL [CALLS]
import { listen } from './listen.mjs';
import { load, newCall } from './load.mjs';

const [url = '', calls = '500'] = process.argv.slice(2);
const { answers } = await load({ url, amount: Number(calls), connections: 10 });
const listeners = await listen(url, 50);
for (let round = 0; round < 5; round += 1) {
  await listeners.round(() =>
    fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: newCall().body }),
  );
}
listeners.close();
console.log(`${answers} answers and 250 events were right`);
