import { chatAgents } from './chatAgents.js';
import { defaultSettings } from '../livechat/hub/settings.js';
import { readChatSettings } from './readChatSettings.js';

test('has a default for everything', () => {
  expect(readChatSettings([], {})).toEqual({
    help: false,
    port: 4305,
    host: 'localhost',
    origins: [],
    loopbackOrigins: false,
    sites: false,
    captcha: false,
    requireToken: false,
    requireEncrypted: false,
    trustProxy: false,
    untilStdinEnds: false,
    desk: defaultSettings,
    agents: new Map(),
  });
});

test('reads the command line', () => {
  const args =
    '--port 0 --host ::1 --origin https://a --origin https://b --loopback-origins --sites --captcha --require-token ' +
    '--require-encrypted --trust-proxy --until-stdin-ends --data /d --files /f';
  expect(readChatSettings(args.split(' '), {})).toMatchObject({
    port: 0,
    host: '::1',
    origins: ['https://a', 'https://b'],
    loopbackOrigins: true,
    sites: true,
    captcha: true,
    requireToken: true,
    requireEncrypted: true,
    trustProxy: true,
    untilStdinEnds: true,
    files: '/f',
    databaseUrl: '/d/chats.db',
  });
  expect(readChatSettings(['--data', '/d'], {})).toMatchObject({ files: '/d/files' });
});

test('reads the environment: what is secret from there alone', () => {
  const key = Buffer.alloc(32, 1).toString('base64url');
  const env = {
    PORT: '5000',
    HOST: '0.0.0.0',
    DATABASE_URL: 'file:x.db',
    REDIS_URL: '',
    OFFHOOK_CHAT_ORIGINS: 'https://a, https://b',
    OFFHOOK_CHAT_AGENTS: 'Ada: a:b ,bob:c',
    OFFHOOK_CHAT_AGENT_PASSWORD: '',
    OFFHOOK_CHAT_KEY: key,
    OFFHOOK_CHAT_SECRET: 'x',
    OFFHOOK_CHAT_SWITCH_KEY: 'y',
    OFFHOOK_CHAT_ICE_SERVERS: '',
    OFFHOOK_CHAT_SETTINGS: '{"queueLimit":3,"caps":{"node":5},"autoCallback":"never"}',
  };
  const settings = readChatSettings(['--data', '/d'], env);
  expect(settings).toMatchObject({
    port: 5000,
    host: '0.0.0.0',
    databaseUrl: 'file:x.db',
    origins: ['https://a', 'https://b'],
    key: new Uint8Array(32).fill(1),
    secret: 'x',
    switchKey: 'y',
    desk: { queueLimit: 3, caps: { node: 5, customer: 3 }, autoCallback: 'never', closeTimerMs: 30_000 },
  });
  expect([...settings.agents]).toEqual([
    ['Ada', ' a:b '],
    ['bob', 'c'],
  ]);
  expect(settings).not.toHaveProperty('redisUrl');
  expect(settings).not.toHaveProperty('ice');
  expect(settings).not.toHaveProperty('anyAgentPassword');
});

test('T-76: reads which ICE servers there are', () => {
  const servers = [{ urls: 'stun:a' }, { urls: ['turn:b'], username: 'u', credential: 'c' }];
  const env = {
    OFFHOOK_CHAT_ICE_SERVERS: JSON.stringify(servers),
    OFFHOOK_CHAT_TURN_URLS: 'turn:x:3478, turns:x:5349',
    OFFHOOK_CHAT_TURN_SECRET: 'shared',
  };
  expect(readChatSettings([], env).ice).toEqual({
    servers,
    turn: { urls: ['turn:x:3478', 'turns:x:5349'], secret: 'shared' },
  });
  expect(readChatSettings([], { OFFHOOK_CHAT_ICE_SERVERS: '[]' }).ice).toEqual({ servers: [] });
});

test.each([
  [['--port', '70000'], {}, /no port/],
  [['--secret', 'x'], {}, /secret/],
  [['file'], {}, /file/],
  [[], { OFFHOOK_CHAT_AGENTS: 'my-password' }, /^OFFHOOK_CHAT_AGENTS: name:password was expected/],
  [[], { OFFHOOK_CHAT_KEY: 'my-password' }, /^OFFHOOK_CHAT_KEY: 32 bytes/],
  [[], { OFFHOOK_CHAT_ICE_SERVERS: 'my-password' }, /^OFFHOOK_CHAT_ICE_SERVERS is no JSON/],
  [[], { OFFHOOK_CHAT_ICE_SERVERS: '{}' }, /^OFFHOOK_CHAT_ICE_SERVERS has to be a list/],
  [[], { OFFHOOK_CHAT_ICE_SERVERS: '[{"urls":"my-password"}]' }, /^OFFHOOK_CHAT_ICE_SERVERS\[0\]: urls/],
  [[], { OFFHOOK_CHAT_TURN_URLS: 'turn:x' }, /^OFFHOOK_CHAT_TURN_SECRET has to be/],
  [[], { OFFHOOK_CHAT_TURN_SECRET: 'my-password' }, /^OFFHOOK_CHAT_TURN_URLS has to be/],
  [[], { OFFHOOK_CHAT_TURN_URLS: 'stun:x', OFFHOOK_CHAT_TURN_SECRET: 'my-password' }, /TURN_URLS has/],
  [[], { OFFHOOK_CHAT_SETTINGS: '{"rates":{"signals":{"frames":{"burst":-1}}}}' }, /burst is wrong/],
  [[], { OFFHOOK_CHAT_SETTINGS: '{' }, /no JSON/],
  [[], { OFFHOOK_CHAT_SETTINGS: '{"queuelimit":1}' }, /has no queuelimit/],
  [[], { OFFHOOK_CHAT_SETTINGS: '{"queueLimit":"1"}' }, /queueLimit is wrong/],
  [[], { OFFHOOK_CHAT_SETTINGS: '{"caps":{"node":-1}}' }, /node is wrong/],
  [[], { OFFHOOK_CHAT_SETTINGS: '{"caps":7}' }, /caps has to be an object/],
])('refuses %j with %j, and quotes no secret', (args, env, reason) => {
  const read = () => readChatSettings(args, env);
  expect(read).toThrow(reason);
  expect(read).not.toThrow(/my-password/);
});

test('agents are those of the list with their own passwords, or any name with the one for all', () => {
  const listed = chatAgents({ agents: new Map([['Ada', 'a']]) });
  expect(listed('Ada', 'a', 'main')).toEqual({ id: 'Ada', name: 'Ada' });
  for (const [name, password] of [
    ['Ada', 'b'],
    ['Bob', 'a'],
    ['Bob', ''],
    ['__proto__', ''],
  ] as const) {
    expect(listed(name, password, 'main')).toBeUndefined();
  }
  const anybody = chatAgents({ agents: new Map([['Ada', 'a']]), anyAgentPassword: 'secret' });
  expect(anybody('Bob', 'secret', 'main')).toEqual({ id: 'Bob', name: 'Bob' });
  expect(anybody('Ada', 'secret', 'main')).toBeUndefined();
});
