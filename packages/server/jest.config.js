import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import preset from '../../jest.preset.js';

const isThere = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

// `*.redis.test.ts` and `*.redis.prop.test.ts` run against a real Redis, which they start: named by a variable, or on the path.
const given = process.env.REDIS_SERVER_PATH || process.env.OFFHOOK_REDIS;
const onPath = (process.env.PATH ?? '')
  .split(path.delimiter)
  .map((folder) => path.join(folder, 'redis-server'));
const redis = (given ? [given] : onPath).find(isThere);
if (redis !== undefined) process.env.REDIS_SERVER_PATH = redis;
const withoutRedis = ['/node_modules/', String.raw`\.redis\.(prop\.)?test\.ts$`];

export default {
  ...preset,
  displayName: 'server',
  ...(redis === undefined ? { testPathIgnorePatterns: withoutRedis } : {}),
};
