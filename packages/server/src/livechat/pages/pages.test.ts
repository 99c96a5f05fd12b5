import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { closeChats, openChat, type OpenChat } from '../testing/openChat.js';

afterEach(closeChats);

const write = ({ folder }: OpenChat, name: string, text: string): void => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
};

async function isServed(address: string): Promise<void> {
  const chat = await openChat();
  const name = address.split('?')[0] ?? '';
  write(chat, `scripts${name}`, '/* built */');
  const answer = await chat.ask(address, { headers: { origin: 'https://any.example' } });
  expect([answer.status, answer.text]).toEqual([200, '/* built */']);
  expect(answer.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'content-type': name.endsWith('css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
    'x-content-type-options': 'nosniff',
  });
  expect(answer.headers).not.toHaveProperty('set-cookie');
}

test.each(['livechat.js', 'livechat.js?multichat=true', 'interface/__clientlog.js', 'livechat_upload.js'])(
  'T-4, T-5, T-6: the script %s is served from the build, to pages of any origin',
  (name) => isServed(`/tetherfi/livechat/${name}`),
);

test('T-18: the script is there by its earlier name too', () =>
  isServed('/tetherfi/livechat/libtextchat.js'));

test.each(['adaptor.mini.js', 'livechat_video.mini.js'])(
  'T-7, T-8: the script %s of audio and video is served beside it',
  (name) => isServed(`/tetherfi/${name}`),
);

test.each(['fontawesome-all.min.css', 'tetherfi-cobrowse.min.css'])(
  'T-10, T-11: the style %s of co-browsing is served beside it',
  (name) => isServed(`/tetherfi/Styles/${name}`),
);

test.each(['cobrowse-configurations.js', 'tetherfi-cobrowse-plugins.min.js', 'tetherfi-cobrowse.min.js'])(
  'T-12, T-13, T-14: the script %s of co-browsing is served beside it',
  (name) => isServed(`/tetherfi/Scripts/${name}`),
);

test('a script that a browser has is not sent again, until it is another', async () => {
  const chat = await openChat();
  const address = '/tetherfi/livechat/livechat.js';
  write(chat, `scripts${address}`, 'one');
  const etag = String((await chat.ask(address)).headers['etag']);
  const again = await chat.ask(address, { headers: { 'if-none-match': etag } });
  expect([again.status, again.text]).toEqual([304, '']);
  write(chat, `scripts${address}`, 'another');
  expect(await chat.ask(address, { headers: { 'if-none-match': etag } })).toMatchObject({
    status: 200,
    text: 'another',
  });
});

test.each(['engine.js', '__textchat.js', 'livechat_http.js'])(
  'T-19: there is no %s any more',
  async (name) => {
    const { ask } = await openChat();
    expect((await ask(`/tetherfi/livechat/${name}`)).status).toBe(404);
  },
);

test.each([
  '/tetherfi/livechat/../../package.json',
  '/tetherfi/Scripts/..%2f..%2fsecret.js',
  '/tetherfi/Scripts/../../../secret.js',
  '/tetherfi/Scripts/.env',
  '/agent/..%2f..%2fsecret.js',
  '/agent/../secret.js',
])('%s leads nowhere', async (address) => {
  const chat = await openChat();
  write(chat, 'secret.js', 'secret');
  const answer = await chat.ask(address);
  expect(answer.status).toBe(404);
  expect(answer.text).not.toContain('secret');
});

test('where nothing is built it says so, at the start and in place of the files, and goes on', async () => {
  const { ask, log } = await openChat();
  expect(log.filter(({ event }) => event === 'start').map(({ text }) => text)).toEqual([
    '@offhook/livechat isn’t built: its addresses answer 404.',
    'The agent console isn’t built: its addresses answer 404.',
  ]);
  expect(await ask('/tetherfi/livechat/livechat.js')).toMatchObject({
    status: 404,
    text: expect.stringContaining('npm run build'),
  });
  expect(await ask('/agent')).toMatchObject({ status: 404, text: expect.stringContaining('npm run build') });
  expect((await ask('/tetherfi/livechat/status')).text).toBe('ONLINE');
});

test('the console is served to be nobody’s frame, with scripts of its own alone', async () => {
  const chat = await openChat();
  write(chat, 'console/index.html', '<!doctype html>');
  write(chat, 'console/assets/index-1.js', 'run()');
  for (const address of ['/agent', '/agent/', '/agent?session=a&name=Ada']) {
    const { headers, text, status } = await chat.ask(address);
    expect([status, text]).toEqual([200, '<!doctype html>']);
    expect(headers['content-security-policy']).toMatch(/script-src 'self'.*frame-ancestors 'none'/);
    expect(headers['content-security-policy']).not.toContain('sandbox');
    expect(headers['content-security-policy']).toContain(
      `connect-src 'self' ws://127.0.0.1:${chat.server.port};`,
    );
  }
  expect((await chat.ask('/agent/assets/index-1.js')).headers['content-type']).toContain('text/javascript');
  expect((await chat.ask('/agent/assets/none.js')).status).toBe(404);
});

test('what shows a customer’s page is a document of its own, that the console alone frames and that loads nothing', async () => {
  const chat = await openChat();
  write(chat, 'console/index.html', '<!doctype html>');
  write(chat, 'console/replay.html', '<!doctype html><title>Replay</title>');
  const { headers, text, status } = await chat.ask('/agent/replay.html?x=1');
  expect([status, text]).toEqual([200, '<!doctype html><title>Replay</title>']);
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; " +
      "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  );
  expect(headers['x-frame-options']).toBe('SAMEORIGIN');
  const console = await chat.ask('/agent');
  expect(console.headers['content-security-policy']).toMatch(/frame-src 'self'.*frame-ancestors 'none'/);
  expect(console.headers['content-security-policy']).not.toContain('unsafe-inline');
  expect(console.headers['x-frame-options']).toBe('DENY');
});

test('figures tell what was served, and of whom nothing', async () => {
  const { ask } = await openChat();
  await ask('/tetherfi/livechat/visit');
  await ask('/nowhere');
  const { text, headers } = await ask('/metrics');
  expect(headers['content-type']).toContain('text/plain');
  expect(text).toContain('offhook_chat_requests_total{route="visit",status="200"} 1');
  expect(text).toContain('offhook_chat_requests_total{route="other",status="404"} 1');
  expect(text).toContain('offhook_chat_connections{who="customer"}');
});
