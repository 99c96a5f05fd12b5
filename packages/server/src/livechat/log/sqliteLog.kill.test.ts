import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sqliteLog } from './sqliteLog.js';
import { bundleAppenders, type Appenders } from './testing/appenders.js';
import { checkAcknowledged } from './testing/checkAcknowledged.js';
import { recordLog } from './testing/logRecorder.js';

const kills = Number(process.env.OFFHOOK_KILLS || 3);
const folder = mkdtempSync(path.join(tmpdir(), 'offhook-log-'));
const file = path.join(folder, 'chats.db');
let appenders: Appenders;

beforeAll(async () => {
  appenders = await bundleAppenders();
}, 60_000);
afterAll(() => appenders.close());
afterAll(() => rmSync(folder, { recursive: true }));

test(
  `${kills} kills of one of two processes that append to one file: nothing acknowledged is lost, doubled or moved`,
  async () => {
    const follower = sqliteLog({ file });
    const seen = recordLog(follower);
    for (const name of ['one', 'two']) appenders.start('sqlite', file, name);
    for (let kill = 0; kill < kills; kill += 1) {
      const [victim, other] = kill % 2 ? (['two', 'one'] as const) : (['one', 'two'] as const);
      await Promise.all([appenders.more(victim, 300), appenders.more(other, 300)]);
      await appenders.kill(victim);
      // The other one goes on meanwhile.
      await appenders.more(other, 100);
      appenders.start('sqlite', file, victim);
    }
    await appenders.more('one', 300);
    await Promise.all([appenders.kill('one'), appenders.kill('two')]);

    const log = sqliteLog({ file });
    await checkAcknowledged(log, appenders.acknowledged);
    const both = await log.read('chat:both', 0);
    await seen.until(2 * both.length);
    // Who only follows hears of other processes' records: each once, in order.
    expect(seen.told).toHaveLength(2 * both.length);
    for (const stream of await log.streams('chat:'))
      expect(seen.of(stream)).toEqual(await log.read(stream, 0));
    process.stderr.write(
      `${kills} kills: ${appenders.acknowledged.size} records acknowledged, all there, ${seen.told.length} told once in order\n`,
    );
    await log.close();
    await follower.close();
  },
  60_000 + kills * 30_000,
);
