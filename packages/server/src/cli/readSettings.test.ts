import { readSettings } from './readSettings.js';

test('has a default for everything', () => {
  expect(readSettings([], {})).toEqual({
    help: false,
    port: 4306,
    host: '127.0.0.1',
    path: '/xivo',
    origins: [],
    pages: [],
  });
});

test('reads the command line', () => {
  const args = '--port 0 --host 0.0.0.0 --path /x --origin https://a --origin https://b --page https://c';
  expect(readSettings([...args.split(' '), '--open', 'https://d/', '--title', 'Customer'], {})).toEqual({
    help: false,
    port: 0,
    host: '0.0.0.0',
    path: '/x',
    origins: ['https://a', 'https://b'],
    pages: ['https://c'],
    open: 'https://d/',
    title: 'Customer',
  });
  expect(readSettings(['--help'], {}).help).toBe(true);
});

test('reads the environment, which the command line comes before', () => {
  const env = {
    PORT: '5000',
    HOST: '::1',
    OFFHOOK_XIVO_ORIGINS: 'https://a, https://b',
    OFFHOOK_XIVO_PAGES: 'https://c',
    OFFHOOK_XIVO_KEY: 'key',
    OFFHOOK_XIVO_SECRET: '',
    REDIS_URL: 'redis://localhost',
  };
  expect(readSettings(['--port', '6000'], env)).toEqual({
    help: false,
    port: 6000,
    host: '::1',
    path: '/xivo',
    origins: ['https://a', 'https://b'],
    pages: ['https://c'],
    key: 'key',
    redisUrl: 'redis://localhost',
  });
});

test.each([[['--port', '70000']], [['--port', 'x']], [['--key', 'secret']], [['file']]])(
  'refuses %j',
  (args) => {
    expect(() => readSettings(args, {})).toThrow();
  },
);
