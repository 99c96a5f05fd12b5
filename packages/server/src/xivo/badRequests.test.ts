import { closeServices, desktop, openService, type OpenService } from '../testing/openService.js';
import { httpAsk, rawAsk, type HttpAnswer } from '../testing/httpAsk.js';
import { sampleRequest, signedToken } from '../testing/samples.js';

afterEach(closeServices);

/** A token that has to be seen nowhere. */
const canary = signedToken({ login: 'canary' });
const sound = JSON.stringify(sampleRequest({}, { token: canary }));

type Send = (open: OpenService) => Promise<HttpAnswer>;
const body =
  (bytes: string | Uint8Array, headers: Record<string, string> = {}): Send =>
  ({ post }) =>
    post(bytes, headers);
const headers = (given: Record<string, string>): Send => body(sound, given);
const method =
  (name: string): Send =>
  ({ url }) =>
    httpAsk(url, { method: name, headers: { origin: desktop, 'content-type': 'application/json' } });
const from = (origin: string): Send => headers({ origin });
const at =
  (path: string): Send =>
  ({ server }) =>
    httpAsk(`http://127.0.0.1:${server.port}${path}`, { method: 'POST', body: sound });
const raw =
  (...lines: string[]): Send =>
  ({ server }) =>
    rawAsk(server.port, lines.join('\r\n'));

const line = 'POST /xivo HTTP/1.1';
const host = 'Host: localhost';

const kinds: readonly (readonly [string, number, string, Send])[] = [
  ['the method GET', 405, 'method-not-allowed', method('GET')],
  ['the method PUT', 405, 'method-not-allowed', method('PUT')],
  ['the method PATCH', 405, 'method-not-allowed', method('PATCH')],
  ['the method DELETE', 405, 'method-not-allowed', method('DELETE')],
  ['the method TRACE', 405, 'method-not-allowed', method('TRACE')],
  ['another path', 404, 'not-found', at('/other')],
  ['a slash at the end of the path', 404, 'not-found', at('/xivo/')],
  ['a path that climbs', 404, 'not-found', at('/xivo/../../etc/passwd')],
  ['a path with a broken escape', 404, 'not-found', at('/xivo/calls/%zz')],
  ['a foreign origin', 403, 'origin-refused', from('https://evil.example')],
  ['an origin that begins like a known one', 403, 'origin-refused', from(`${desktop}.evil.example`)],
  ['the known host by another scheme', 403, 'origin-refused', from(desktop.replace('https', 'http'))],
  ['the known host on another port', 403, 'origin-refused', from(`${desktop}:8443`)],
  ['the origin of a sandboxed page', 403, 'origin-refused', from('null')],
  ['a form', 415, 'unsupported-media-type', headers({ 'content-type': 'application/x-www-form-urlencoded' })],
  ['plain text', 415, 'unsupported-media-type', headers({ 'content-type': 'text/plain' })],
  [
    'a form with files',
    415,
    'unsupported-media-type',
    headers({ 'content-type': 'multipart/form-data; boundary=x' }),
  ],
  ['a type that is none', 415, 'unsupported-media-type', headers({ 'content-type': 'json' })],
  [
    'a type that begins like JSON',
    415,
    'unsupported-media-type',
    headers({ 'content-type': 'application/jsonp' }),
  ],
  [
    'no content type',
    415,
    'unsupported-media-type',
    raw(line, host, 'Connection: close', 'Content-Length: 2', '', '{}'),
  ],
  ['a packed body', 415, 'unsupported-media-type', headers({ 'content-encoding': 'gzip' })],
  [
    'UTF-16 by its header',
    415,
    'invalid-charset',
    headers({ 'content-type': 'application/json; charset=utf-16' }),
  ],
  [
    'Latin-1 by its header',
    415,
    'invalid-charset',
    headers({ 'content-type': 'application/json;charset="ISO-8859-1"' }),
  ],
  ['bytes that are no UTF-8', 415, 'invalid-charset', body(Buffer.from(`{"callee":"Jos\xe9"}`, 'latin1'))],
  ['bytes of UTF-16', 415, 'invalid-charset', body(Buffer.from(`\ufeff${sound}`, 'utf16le'))],
  ['10 MB', 413, 'payload-too-large', body(Buffer.alloc(10_485_760, 0x20))],
  ['a byte too much', 413, 'payload-too-large', body(`${sound}${' '.repeat(1_048_577 - sound.length)}`)],
  [
    '10 MB in chunks',
    413,
    'payload-too-large',
    body(Buffer.alloc(10_485_760, 0x20), { 'transfer-encoding': 'chunked' }),
  ],
  [
    'a length of 2 GB',
    413,
    'payload-too-large',
    raw(
      line,
      host,
      'Content-Type: application/json',
      'Connection: close',
      'Content-Length: 2147483648',
      '',
      '{',
    ),
  ],
  ['no body', 400, 'invalid-json', body('')],
  ['JSON that is cut short', 400, 'invalid-json', body(sound.slice(0, -9))],
  ['a comma too much', 400, 'invalid-json', body(sound.replace(/}$/, ',}'))],
  ['JSON with single quotes', 400, 'invalid-json', body(sound.replaceAll('"', "'"))],
  ['JSON with a comment', 400, 'invalid-json', body(`/* ${canary} */${sound}`)],
  ['two JSON values', 400, 'invalid-json', body(`${sound}${sound}`)],
  ['a number that is none', 400, 'invalid-json', body('{"user":NaN}')],
  ['a line break within a text', 400, 'invalid-json', body(`{"callee":"1\n2","token":"${canary}"}`)],
  ['100,000 arrays in each other', 400, 'invalid-json', body('['.repeat(100_000))],
  ['100 objects in each other', 400, 'invalid-json', body(`${'{"a":'.repeat(100)}1${'}'.repeat(100)}`)],
  ['a member twice', 400, 'invalid-json', body(sound.replace('{', '{"callee":"1",'))],
  ['a member of the user twice', 400, 'invalid-json', body(sound.replace('"userId"', '"userId":1,"userId"'))],
  ['a member twice, once in disguise', 400, 'invalid-json', body(sound.replace('{', '{"\\u0063allee":"1",'))],
  [
    'a header that injects another',
    400,
    'bad-request',
    raw(line, host, 'Origin: https://a.example\rSet-Cookie: a=b', '', ''),
  ],
  ['two lengths', 400, 'bad-request', raw(line, host, 'Content-Length: 2', 'Content-Length: 3', '', '{}')],
  [
    'a length and chunks',
    400,
    'bad-request',
    raw(line, host, 'Content-Length: 2', 'Transfer-Encoding: chunked', '', '{}'),
  ],
  ['no HTTP at all', 400, 'bad-request', raw('hello', '', '')],
  [
    'headers of 100 kB',
    431,
    'headers-too-large',
    raw(line, host, `X-Token: ${canary}${'a'.repeat(100_000)}`, '', ''),
  ],
];

describe('a request that is wrong', () => {
  it.each(kinds)('X-4: %s is answered with %i %s', async (_kind, status, code, send) => {
    const open = await openService();
    const answer = await send(open);

    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toEqual({
      error: { code, message: expect.stringMatching(/^[A-Z].+\.$/) },
    });
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.text).not.toMatch(/\n\s+at |\.[jt]s:\d/);
    expect(answer.text + JSON.stringify(answer.headers) + JSON.stringify(open.log)).not.toContain(canary);
    expect(open.calls).toEqual([]);
  });

  it('X-4: a body that doesn’t come is given up after five seconds', async () => {
    const { server, clock } = await openService();
    const waits = clock.nextTimer();
    const sent = [
      line,
      host,
      'Content-Type: application/json',
      'Content-Length: 500',
      '',
      sound.slice(0, 80),
    ];
    const answering = rawAsk(server.port, sent.join('\r\n'));
    await waits;
    clock.advance(5_000);
    const answer = await answering;
    expect(answer).toMatchObject({ status: 408, headers: { connection: 'close' } });
    expect(JSON.parse(answer.text)).toMatchObject({ error: { code: 'timeout' } });
    expect(clock.pending).toBe(0);
  });

  it('says with a 405 what is allowed', async () => {
    const answer = await method('PUT')(await openService());
    expect(answer.headers['allow']).toBe('POST, OPTIONS');
  });

  it('lets a known page read why, and a foreign one not', async () => {
    const open = await openService();
    const known = await open.post('{');
    const foreign = await open.post('{', { origin: 'https://evil.example' });
    expect(known.headers['access-control-allow-origin']).toBe(desktop);
    expect(foreign.headers).not.toHaveProperty('access-control-allow-origin');
    expect(foreign.headers['vary']).toBe('Origin');
  });

  it('serves the next request as if nothing had been', async () => {
    const open = await openService();
    await open.post(Buffer.alloc(10_485_760, 0x20));
    expect(await open.post()).toMatchObject({ status: 200, text: '{"action":"none"}' });
  });
});
