import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { httpAsk, type HttpAnswer } from '../../testing/httpAsk.js';
import { openBrowser } from '../testing/browser.js';
import { agentPassword, bank, closeChats, openChat, switchKey } from '../testing/openChat.js';

afterEach(closeChats);

const codeOf = ({ text }: HttpAnswer) => (JSON.parse(text) as { error: { code: string } }).error.code;
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const base64 = (text: string) => Buffer.from(text).toString('base64');
const metadata = (name: string, type: string) => `filename ${base64(name)},filetype ${base64(type)}`;
const tus = { 'tus-resumable': '1.0.0' };

/** A page with a chat, and ways to send files. */
async function withChat(options: Parameters<typeof openChat>[0] = {}) {
  const chat = await openChat(options);
  const browser = await openBrowser(chat);
  const page = await browser.page('p1');
  const sid = String((await page.ask({ t: 'start', n: 2, details: {} }))['sid']);
  const query = `?sid=${sid}&page=p1`;
  const create = (name: string, size: number, type = '', headers: Record<string, string> = {}) =>
    browser.ask(`/files${query}`, {
      method: 'POST',
      headers: { ...tus, 'upload-length': String(size), 'upload-metadata': metadata(name, type), ...headers },
    });
  const patch = (location: string, offset: number, body: Uint8Array) =>
    httpAsk(chat.origin + location, {
      method: 'PATCH',
      headers: {
        ...tus,
        origin: bank,
        cookie: browser.cookie,
        'x-offhook-token': browser.token,
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
      },
      body,
    });
  const head = (location: string) =>
    httpAsk(chat.origin + location, {
      method: 'HEAD',
      headers: { ...tus, origin: bank, cookie: browser.cookie },
    });
  const form = (name: string, type: string, body: string | Uint8Array) => {
    const start = `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`;
    const bytes = Buffer.concat([Buffer.from(start), Buffer.from(body), Buffer.from('\r\n--b--\r\n')]);
    return { bytes, headers: { 'content-type': 'multipart/form-data; boundary=b' } };
  };
  const upload = (name: string, type: string, body: string | Uint8Array) => {
    const { bytes, headers } = form(name, type, body);
    return browser.ask(`/upload${query}`, { method: 'POST', headers, body: bytes });
  };
  return { chat, browser, page, sid, query, create, patch, head, form, upload };
}

describe('an upload by tus', () => {
  it('P-18, T-124: that breaks off goes on where it was, and comes out equal', async () => {
    const { chat, create, patch, head, browser, sid } = await withChat();
    const bytes = randomBytes(3 * 1_048_576);
    const location = String(
      (await create('report.pdf', bytes.length, 'application/pdf')).headers['location'],
    );
    expect(location).toMatch(/^\/tetherfi\/livechat\/files\/[0-9a-f]{32}\?sid=/);

    // The first half and a bit, and then the line is cut.
    const sent = request(chat.origin + location, {
      method: 'PATCH',
      headers: {
        ...tus,
        origin: bank,
        cookie: browser.cookie,
        'x-offhook-token': browser.token,
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
        'content-length': String(bytes.length),
      },
    });
    const broken = new Promise((resolve) => sent.once('error', resolve));
    await new Promise<void>((resolve) => sent.write(bytes.subarray(0, 1_600_000), () => resolve()));
    const id = /[0-9a-f]{32}/.exec(location)?.[0] ?? '';
    while (statSync(path.join(chat.folder, id)).size < 1_000_000) await chat.ask('/healthz');
    sent.destroy();
    await broken;
    const offset = Number((await head(location)).headers['upload-offset']);
    expect(offset).toBeGreaterThanOrEqual(1_000_000);
    expect(offset).toBeLessThan(bytes.length);
    expect(chat.hub.files).toEqual([]);

    const answer = await patch(location, offset, bytes.subarray(offset));
    expect([answer.status, answer.headers['upload-offset']]).toEqual([204, String(bytes.length)]);
    expect(chat.hub.files).toEqual([
      {
        sid,
        who: { page: 'p1' },
        file: expect.objectContaining({ name: 'report.pdf', size: bytes.length, type: 'application/pdf' }),
      },
    ]);
    const got = await fetch(`${chat.origin}/tetherfi/livechat/files/report.pdf?sid=${sid}`, {
      headers: { cookie: browser.cookie },
    });
    expect(hashOf(new Uint8Array(await got.arrayBuffer()))).toBe(hashOf(bytes));
  });

  it('P-18, T-172: that was whole when nobody was told is told at the next look, once', async () => {
    const { chat, create, patch, head } = await withChat();
    const location = String((await create('a.txt', 3)).headers['location']);
    await patch(location, 0, Buffer.from('abc'));
    chat.hub.files.length = 0;
    await head(location);
    await head(location);
    expect(chat.hub.files.map(({ file }) => file.name)).toEqual(['a.txt']);
  });

  it.each([
    ['x.exe', 'image/png', 'type-refused', 415],
    ['x.png', 'text/html', 'type-refused', 415],
    ['page.html', '', 'type-refused', 415],
    ['x.svg', 'image/svg+xml', 'type-refused', 415],
    ['noend', '', 'type-refused', 415],
    ['../..', '', 'bad-request', 400],
    ['', '', 'bad-request', 400],
  ])('P-18: %j as %j is %s', async (name, type, code, status) => {
    const { chat, create } = await withChat();
    const answer = await create(name, 5, type);
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
    expect(answer.headers['access-control-allow-origin']).toBe(bank);
    expect(readdirSync(chat.folder)).toEqual([]);
  });

  it('P-18: that is too large is refused before a byte is sent, with the limit in words', async () => {
    const { create } = await withChat();
    const answer = await create('a.pdf', 20 * 1_048_576 + 1);
    expect([answer.status, codeOf(answer)]).toEqual([413, 'payload-too-large']);
    expect(answer.text).toContain('20971520 bytes');
    expect((await create('a.pdf', 20 * 1_048_576)).status).toBe(201);
  });

  it('P-18: that sends more than it said, or goes on at another place, is refused', async () => {
    const { create, patch } = await withChat();
    const location = String((await create('a.txt', 3)).headers['location']);
    expect((await patch(location, 0, Buffer.from('abcd'))).status).toBe(413);
    expect((await patch(location, 2, Buffer.from('c'))).status).toBe(409);
  });

  it('P-18: has a name without path parts and hidden characters, and metadata of ours alone', async () => {
    const { chat, create, patch } = await withChat();
    const evil = 'C:\\Users\\..\\..\\etc/pass\u202Ewd\r\n\u0000.txt';
    const headers = {
      'upload-metadata': `${metadata(evil, 'text/plain')},web ${base64('x')},site ${base64('y')}`,
    };
    const location = String((await create('', 1, '', headers)).headers['location']);
    expect((await patch(location, 0, Buffer.from('a'))).status).toBe(204);
    expect(chat.hub.files[0]?.file.name).toBe('passwd.txt');
  });

  it('P-18: can’t be touched by another session, nor its id be a path', async () => {
    const { chat, create } = await withChat();
    const location = String((await create('a.txt', 3)).headers['location']);
    const other = await openBrowser(chat);
    const page = await other.page('q1');
    const { sid } = await page.ask({ t: 'start', n: 2, details: {} });
    const id = location.split('/').at(-1)?.split('?')[0] ?? '';
    for (const method of ['HEAD', 'PATCH', 'DELETE']) {
      const headers = { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
      expect((await other.ask(`/files/${id}?sid=${String(sid)}`, { method, headers })).status).toBe(404);
      expect((await other.ask(`/files/..%2f..%2fx?sid=${String(sid)}`, { method, headers })).status).toBe(
        404,
      );
    }
  });

  it('P-18: needs a chat that goes on, and a page that shows it', async () => {
    const { browser, page, sid, create, patch } = await withChat();
    const headers = { ...tus, 'upload-length': '1', 'upload-metadata': metadata('a.txt', '') };
    const ask = (query: string) => browser.ask(`/files${query}`, { method: 'POST', headers });
    expect(codeOf(await ask(`?sid=${sid}&page=p2`))).toBe('forbidden');
    expect(codeOf(await ask('?sid=other&page=p1'))).toBe('not-found');
    const location = String((await create('a.txt', 1)).headers['location']);
    await page.ask({ t: 'end', n: 3 });
    expect((await patch(location, 0, Buffer.from('a'))).status).toBe(403);
  });

  it('P-18: is one of thirty a minute', async () => {
    const { create } = await withChat();
    const all = await Promise.all(Array.from({ length: 31 }, () => create('a.txt', 1)));
    expect(all.filter(({ status }) => status === 429)).toHaveLength(1);
  });

  it('P-18: can be turned off by the switch', async () => {
    const { chat, create } = await withChat();
    const headers = { authorization: `Bearer ${switchKey}` };
    await chat.ask('/tetherfi/switch/faults', { method: 'POST', headers, body: '{"uploads":false}' });
    expect((await create('a.txt', 1)).status).toBe(503);
  });
});

describe('an upload as a form', () => {
  it('P-18, T-124: is kept as a whole, and its names are the chat’s', async () => {
    const { chat, upload, sid, browser } = await withChat();
    const answer = await upload('fr&eacute; é <b>.txt', 'text/plain', 'hello');
    expect(answer.status).toBe(201);
    expect(JSON.parse(answer.text)).toMatchObject({
      files: [{ name: 'fr&eacute; é <b>.txt', size: 5, type: 'text/plain' }],
    });
    const got = await browser.ask(`/files/${encodeURIComponent('fr&eacute; é <b>.txt')}?sid=${sid}`);
    expect(got.text).toBe('hello');
    expect(chat.hub.files[0]?.who).toEqual({ page: 'p1' });
  });

  it('P-18: of a wrong kind, size or shape is refused, and nothing of it stays', async () => {
    const { chat, browser, query, upload, form } = await withChat({ files: { maxBytes: 10 } });
    expect(codeOf(await upload('a.exe', 'image/png', 'x'))).toBe('type-refused');
    const large = await upload('a.txt', 'text/plain', 'x'.repeat(11));
    expect([large.status, codeOf(large)]).toEqual([413, 'payload-too-large']);
    const post = (headers: Record<string, string>, body: string | Uint8Array) =>
      browser.ask(`/upload${query}`, { method: 'POST', headers, body });
    expect(codeOf(await post({ 'content-type': 'text/plain' }, 'x'))).toBe('unsupported-media-type');
    const { headers, bytes } = form('a.txt', 'text/plain', 'x');
    expect(codeOf(await post(headers, '--b--\r\n'))).toBe('bad-request');
    expect(codeOf(await post(headers, bytes.subarray(0, 90)))).toBe('bad-request');
    expect(readdirSync(chat.folder)).toEqual([]);
    expect(chat.hub.files).toEqual([]);
  });
});

describe('a download', () => {
  it('P-18, T-123, T-24: is always one: never shown, never guessed at, for the chat’s own people', async () => {
    const { upload, browser, sid } = await withChat();
    await upload("a'b (1).png", 'image/png', '<script>');
    const { headers, status } = await browser.ask(`/files/${encodeURIComponent("a'b (1).png")}?sid=${sid}`);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `attachment; filename="download"; filename*=UTF-8''a%27b%20%281%29.png`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'cache-control': 'no-store',
    });
  });

  it.each(['none.txt', '..%2f..%2fpackage.json', '%', 'a.txt/b'])('P-18: there is no %s', async (name) => {
    const { browser, sid } = await withChat();
    const answer = await browser.ask(`/files/${name}?sid=${sid}`);
    expect([answer.status, codeOf(answer)]).toEqual([404, 'not-found']);
  });
});

describe('an agent', () => {
  it('P-18: sends and gets files of a chat that the agent is in, with a token', async () => {
    const { chat, form, sid } = await withChat();
    const body = JSON.stringify({ name: 'ada', password: agentPassword });
    const login = await chat.ask('/tetherfi/agent/login', { method: 'POST', body });
    const authorization = `Bearer ${(JSON.parse(login.text) as { token: string }).token}`;
    const { headers, bytes } = form('offer.pdf', 'application/pdf', '%PDF');
    const send = (more: Record<string, string>) =>
      chat.ask(`/tetherfi/agent/files?sid=${sid}`, {
        method: 'POST',
        headers: { ...headers, ...more },
        body: bytes,
      });
    expect((await send({})).status).toBe(401);
    expect((await send({ authorization })).status).toBe(404);
    chat.hub.agentIn = { id: 'ada', name: 'ada' };
    expect((await send({ authorization })).status).toBe(201);
    expect(chat.hub.files[0]?.who).toEqual({ agent: { id: 'ada', name: 'ada' } });
    const got = await chat.ask(`/tetherfi/agent/files/offer.pdf?sid=${sid}`, { headers: { authorization } });
    expect(got.text).toBe('%PDF');
    expect((await chat.ask(`/tetherfi/agent/files/offer.pdf?sid=${sid}`)).status).toBe(401);
  });
});

test('P-18: what nobody can ask for any more is deleted, and nothing else', async () => {
  const chat = await openChat({ settings: { retentionMs: 1_000 } });
  const now = chat.clock.now() / 1_000;
  const file = (name: string, age: number) => {
    writeFileSync(path.join(chat.folder, name), 'x');
    utimesSync(path.join(chat.folder, name), now - age, now - age);
  };
  const [old, fresh] = ['a'.repeat(32), 'b'.repeat(32)];
  file(old, 200_000);
  file(`${old}.json`, 200_000);
  file(`${fresh}.part`, 100_000);
  file(fresh, 10);
  file('somebody-elses', 900_000);
  chat.clock.advance(3_600_000);
  while (readdirSync(chat.folder).length > 2) await chat.ask('/healthz');
  expect(readdirSync(chat.folder).sort()).toEqual([fresh, 'somebody-elses']);
});
