import { virtualClock } from '../../testing/virtualClock.js';
import { closeChats, openChat } from '../testing/openChat.js';
import { iceServers } from './iceServers.js';
import type { IceOptions } from './iceOptions.js';
import { readIceOptions } from './readIceOptions.js';

afterEach(closeChats);

const urls = ['turn:turn.example.com:3478?transport=udp', 'turns:turn.example.com:5349'];
const stun = { urls: 'stun:stun.example.com' };

test('T-76: with a TURN secret each page has a name that holds for a while, and the name’s HMAC as its password', () => {
  const clock = virtualClock(Date.UTC(2026, 0, 5, 9));
  const names = ['first', 'second'];
  const options = { servers: [stun], turn: { urls, secret: 'north-sea', ttlSeconds: 600 } };
  const servers = iceServers(options, clock, () => names.shift() ?? '');
  // By `printf 1767604200:first | openssl dgst -sha1 -hmac north-sea -binary | base64`.
  expect(servers()).toEqual([
    stun,
    { urls, username: '1767604200:first', credential: 'lPs0OoQxeB+iuCvoyDfhrEWBsJQ=' },
  ]);
  clock.advance(1_500);
  expect(servers()[1]).toEqual({
    urls,
    username: '1767604201:second',
    credential: 'AkOIv7kYiQ2QPr2mkDD4BqWCsUc=',
  });
});

test('T-76: unless told otherwise they hold for twelve hours, and no two are the same', () => {
  const clock = virtualClock();
  const servers = iceServers({ turn: { urls, secret: 'x' } }, clock);
  const names = [servers(), servers()].map(([server]) => server?.username ?? '');
  expect(new Set(names).size).toBe(2);
  for (const name of names) {
    const [until, random] = name.split(':');
    expect(Number(until)).toBe(clock.now() / 1_000 + 43_200);
    expect(random).toMatch(/^[\w-]{12}$/);
  }
});

test('without a TURN server they are what was given', () => {
  expect(iceServers({ servers: [stun] }, virtualClock())()).toEqual([stun]);
  expect(iceServers({}, virtualClock())()).toEqual([]);
});

test('what is right is taken as it is', () => {
  const turn = { urls: [...urls], username: 'u', credential: 'c' };
  const options = {
    servers: [stun, { urls: ['stuns:a', 'stun:b'] }, turn],
    turn: { urls, secret: 's', ttlSeconds: 60 },
  };
  expect(readIceOptions(options)).toEqual(options);
  expect(readIceOptions({})).toEqual({});
});

test.each([
  [{ servers: 'stun:a' }, /^ice\.servers has to be a list/],
  [{ servers: ['my-password'] }, /^ice\.servers\[0\] has to be an object/],
  [{ servers: [stun, { urls: 'https://my-password' }] }, /^ice\.servers\[1\]: urls/],
  [{ servers: [{ urls: [] }] }, /urls has to be/],
  [{ servers: [{ urls: 'turn:a', username: 'u' }] }, /needs a username and a credential/],
  [{ servers: [{ urls: 'turn:a', username: 'u', password: 'my-password' }] }, /isn’t known/],
  [{ servers: [{ urls: 'stun:a', username: 7 }] }, /have to be texts/],
  [{ turn: { urls: ['stun:a'], secret: 'my-password' } }, /^ice\.turn\.urls/],
  [{ turn: { urls: [], secret: 'my-password' } }, /^ice\.turn\.urls/],
  [{ turn: { urls, secret: '' } }, /^ice\.turn\.secret/],
  [{ turn: { urls, secret: 'my-password', ttlSeconds: 1.5 } }, /^ice\.turn\.ttlSeconds/],
])('a live chat with %j does not begin, says why, and quotes no secret', async (ice, reason) => {
  const begin = openChat({ ice: ice as unknown as IceOptions });
  await expect(begin).rejects.toThrow(reason);
  await expect(begin).rejects.not.toThrow(/my-password/);
});

test('T-76: a live chat gives its hub what pages are told, and its log none of it', async () => {
  const { hub, log } = await openChat({ ice: { turn: { urls, secret: 'canary-secret' } } });
  expect(hub.options.ice?.()).toMatchObject([{ urls, username: expect.stringMatching(/^\d+:/) }]);
  expect(JSON.stringify(log)).not.toContain('canary');
  expect((await openChat()).hub.options.ice).toBeUndefined();
});
