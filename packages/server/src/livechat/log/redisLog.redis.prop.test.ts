import { startRedis, type RedisServer } from '../../testing/redisServer.js';
import { sameAsMemoryProperty, writersProperty } from './testing/logProperties.js';
import { redisStore } from './testing/redisStore.js';

let redis: RedisServer;

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

writersProperty(
  'redisLog, whose connections break',
  () => redisStore(redis.url),
  async () => {
    for (const type of ['normal', 'pubsub'])
      await redis.client.call('CLIENT', 'KILL', 'TYPE', type, 'SKIPME', 'yes');
  },
);
sameAsMemoryProperty('redisLog', () => redisStore(redis.url));
