import { startRedis, type RedisServer } from '../../testing/redisServer.js';
import { redisLog } from './redisLog.js';
import { bundleAppenders, type Appenders } from './testing/appenders.js';
import { checkAcknowledged } from './testing/checkAcknowledged.js';
import { recordLog } from './testing/logRecorder.js';
import { until } from './testing/until.js';

const kills = Number(process.env.OFFHOOK_KILLS || 3);
let redis: RedisServer;
let appenders: Appenders;

beforeAll(async () => {
  redis = await startRedis();
  appenders = await bundleAppenders();
}, 60_000);
afterAll(() => redis.close());
afterAll(() => appenders.close());

test(
  `${kills} kills of two processes that append to one Redis, in turn: nothing acknowledged is lost, doubled or moved`,
  async () => {
    const log = redisLog({ url: redis.url });
    await until(async () => (await log.ready()) === undefined);
    const seen = recordLog(log);
    for (const name of ['one', 'two']) appenders.start('redis', redis.url, name);
    for (let kill = 0; kill < kills; kill += 1) {
      const [victim, other] = kill % 2 ? (['two', 'one'] as const) : (['one', 'two'] as const);
      await Promise.all([appenders.more(victim, 300), appenders.more(other, 300)]);
      await appenders.kill(victim);
      await redis.client.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
      await appenders.more(other, 100);
      appenders.start('redis', redis.url, victim);
    }
    await appenders.more('one', 300);
    await Promise.all([appenders.kill('one'), appenders.kill('two')]);

    // What the killed ones had sent is done, too.
    await until(
      async () =>
        String(await redis.client.call('CLIENT', 'LIST')).match(/name=offhook-chat /g)?.length === 1,
    );
    await checkAcknowledged(log, appenders.acknowledged);
    const both = await log.read('chat:both', 0);
    await seen.until(2 * both.length);
    expect(seen.told).toHaveLength(2 * both.length);
    for (const stream of await log.streams('chat:'))
      expect(seen.of(stream)).toEqual(await log.read(stream, 0));
    process.stderr.write(
      `${kills} kills: ${appenders.acknowledged.size} records acknowledged, all there, ${seen.told.length} told once in order\n`,
    );
    await log.close();
  },
  60_000 + kills * 30_000,
);
