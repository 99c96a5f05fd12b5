import { closeServices, desktop, openService, type OpenService } from '../testing/openService.js';
import { httpAsk } from '../testing/httpAsk.js';
import { sampleClaims, sampleNow, signedToken, tokenSecret, unsignedToken } from '../testing/samples.js';
import { memoryEvents } from '../events/memoryEvents.js';
import type { XivoLogin } from './options.js';

afterEach(closeServices);

const token = signedToken();
const sound = { login: 'ada', token, xivoccHost: 'xivo.example.com' };

const logIn = ({ url }: OpenService, query: string | Record<string, string> = sound, origin?: string) =>
  httpAsk(`${url}/login?${new URLSearchParams(query).toString()}`, {
    headers: origin === undefined ? {} : { origin },
  });

describe('the login', () => {
  it.each([undefined, tokenSecret])('X-30, X-31: tells who is logged in where (key: %s)', async (key) => {
    const logins: XivoLogin[] = [];
    const open = await openService({
      ...(key !== undefined && { key }),
      onLogin: (login) => void logins.push(login),
    });
    const answer = await logIn(open);
    expect(answer).toMatchObject({ status: 204, text: '' });
    expect(answer.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
    const verified = key !== undefined;
    expect(logins).toEqual([
      { login: 'ada', token, host: 'xivo.example.com', claims: sampleClaims, verified, channel: 'default' },
    ]);
    expect(JSON.stringify(open.log)).not.toContain(token);
  });

  it('X-30: has parameters with any characters in them', async () => {
    const logins: XivoLogin[] = [];
    const open = await openService({ onLogin: (login) => void logins.push(login) });
    await logIn(open, { ...sound, login: 'ada+love&lace=é %', xivoccHost: '[::1]:8080' });
    expect(logins).toMatchObject([{ login: 'ada+love&lace=é %', host: '[::1]:8080' }]);
  });

  it('X-31: is told to browsers, without the token', async () => {
    const events = memoryEvents();
    const told: unknown[] = [];
    await events.follow('demo', undefined, ({ type, data }) => told.push([type, JSON.parse(data)]));
    const open = await openService({ events });
    await logIn(open, { ...sound, channel: 'demo' });
    expect(told.slice(1)).toEqual([['login', { login: 'ada', host: 'xivo.example.com', at: sampleNow }]]);
  });

  it('X-31: is allowed to the desktop’s origin', async () => {
    const answer = await logIn(await openService(), sound, desktop);
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([204, desktop]);
  });

  it.each<[string, string, string | Record<string, string>]>([
    ['no login', 'login', { token, xivoccHost: 'a' }],
    ['no token', 'token', { login: 'ada', xivoccHost: 'a' }],
    ['no host', 'xivoccHost', { login: 'ada', token }],
    ['an empty login', 'login', { ...sound, login: '' }],
    ['two logins', 'login', `login=a&login=b&token=${token}&xivoccHost=a`],
    ['a login with a line break', 'login', { ...sound, login: 'ada\r\nSet-Cookie: a=b' }],
    ['a host with a line break', 'xivoccHost', { ...sound, xivoccHost: 'a\n\nevent: call' }],
    ['a login that is too long', 'login', { ...sound, login: 'a'.repeat(1_001) }],
    ['a channel with a line break', 'channel', { ...sound, channel: 'a\nb' }],
    ['a channel that is too long', 'channel', { ...sound, channel: 'a'.repeat(101) }],
  ])('X-30: with %s is refused, and told as %s', async (_kind, path, query) => {
    const open = await openService();
    const answer = await logIn(open, query);
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
      400,
      { error: { code: 'invalid-fields', fields: [{ path }] } },
    ]);
    expect(answer.text + JSON.stringify(open.log)).not.toContain(token);
  });

  it.each([
    ['token-unsigned', unsignedToken()],
    ['token-signature', signedToken(sampleClaims, { secret: 'another secret of the same length as it' })],
    ['token-expired', signedToken({ ...sampleClaims, expiresAt: 1 })],
  ])('X-30: with a key is refused with %s', async (code, bad) => {
    const open = await openService({ key: tokenSecret });
    const answer = await logIn(open, { ...sound, token: bad });
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([401, { error: { code } }]);
    expect(answer.text + JSON.stringify(open.log)).not.toContain(bad);
  });

  it('X-30: from a foreign origin is refused', async () => {
    expect((await logIn(await openService(), sound, 'https://evil.example')).status).toBe(403);
  });

  it('X-30: is asked by GET alone', async () => {
    const { url } = await openService();
    const answer = await httpAsk(`${url}/login`, { method: 'POST' });
    expect([answer.status, answer.headers['allow']]).toEqual([405, 'GET']);
  });

  it('X-30: that the host’s code can’t take is an error 500, and no log has the token', async () => {
    const open = await openService({
      onLogin: (login) => Promise.reject(new Error(`cannot store ${JSON.stringify(login)}`)),
    });
    const answer = await logIn(open);
    expect(answer.status).toBe(500);
    expect(JSON.parse(answer.text)).toEqual({
      error: { code: 'server-error', message: 'The service could not take the login.' },
    });
    expect(open.log[0]).toMatchObject({ level: 'error', route: 'login', code: 'threw' });
    expect(JSON.stringify(open.log)).not.toContain(token.slice(0, 20));
  });
});
