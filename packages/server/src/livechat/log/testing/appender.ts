import { redisLog } from '../redisLog.js';
import { type SessionLog } from '../sessionLog.js';
import { sqliteLog } from '../sqliteLog.js';

// A process that appends until it is ended: `appender sqlite <file> <name> <from>` or `appender redis <url> <name> <from>`.
// It writes `<id> <stream> <seq>` for each record that is acknowledged.
const [kind, where = '', name = '', from = '0'] = process.argv.slice(2);
const writers = 24;
const log: SessionLog = kind === 'redis' ? redisLog({ url: where }) : sqliteLog({ file: where });
let next = Number(from);

async function append(): Promise<void> {
  for (;;) {
    const number = next;
    next += 1;
    const id = `${name}-${number}`;
    const record = { id, data: JSON.stringify({ number, text: 'x'.repeat(100) }) };
    // Two streams in each append: neither may have what the other lacks.
    const streams = ['chat:both', `chat:${name}-${number % 3}`];
    const places = await log.append(streams.map((stream) => ({ stream, records: [record] })));
    const lines = streams.map((stream, at) => `${id} ${stream} ${places[at]?.[0]?.seq}\n`);
    process.stdout.write(lines.join(''));
  }
}

async function run(): Promise<void> {
  while ((await log.ready()) !== undefined) await new Promise(setImmediate);
  await Promise.all(Array.from({ length: writers }, append));
}

void run();
