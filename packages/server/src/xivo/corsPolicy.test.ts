import { closeServices, crm, desktop, openService } from '../testing/openService.js';
import { httpAsk } from '../testing/httpAsk.js';
import { exactOrigin } from './corsPolicy.js';

afterEach(closeServices);

const preflight = (url: string, origin: string) =>
  httpAsk(url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  });

const words = (header: string | undefined) => (header ?? '').split(', ').sort();

describe('a browser on another origin', () => {
  it('X-25: asks first, and is let in', async () => {
    const { url, calls } = await openService();
    const answer = await preflight(url, desktop);
    expect(answer).toMatchObject({ status: 204, text: '' });
    expect(answer.headers['access-control-max-age']).toBe('600');
    expect(calls).toEqual([]);
  });

  it('X-26: is told its own origin, with the preflight and with the answer', async () => {
    const { url, post } = await openService({ origins: ['https://other.example.com', desktop] });
    for (const { headers } of [await preflight(url, desktop), await post()]) {
      expect(headers['access-control-allow-origin']).toBe(desktop);
      expect(headers['vary']).toBe('Origin');
      expect(headers).not.toHaveProperty('access-control-allow-credentials');
    }
  });

  it('X-27: may post and ask for options', async () => {
    const { url } = await openService();
    const { headers } = await preflight(url, desktop);
    expect(words(headers['access-control-allow-methods'])).toEqual(['OPTIONS', 'POST']);
  });

  it('X-28: may send the four headers', async () => {
    const { url } = await openService();
    const { headers } = await preflight(url, desktop);
    expect(words(headers['access-control-allow-headers'])).toEqual([
      'Accept',
      'Content-Type',
      'Origin',
      'X-Requested-With',
    ]);
  });

  it('X-25, X-26: is turned away where it isn’t known', async () => {
    const { url } = await openService();
    const answer = await preflight(url, 'https://evil.example');
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.text)).toMatchObject({ error: { code: 'origin-refused' } });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it.each(['/events', '/calls/5', '/calls/5/done'])(
    'may use %s where it is one of the pages',
    async (path) => {
      const { url } = await openService();
      const { headers, status } = await preflight(url + path, crm);
      expect(status).toBe(204);
      expect(headers['access-control-allow-origin']).toBe(crm);
      expect(words(headers['access-control-allow-headers'])).toEqual([
        'Authorization',
        'Content-Type',
        'Last-Event-ID',
      ]);
      expect((await preflight(url + path, desktop)).status).toBe(403);
    },
  );

  it('is no page only because it is a desktop, nor the other way round', async () => {
    const { url, post } = await openService();
    expect((await post(undefined, { origin: crm })).status).toBe(403);
    expect((await httpAsk(`${url}/events`, { headers: { origin: desktop } })).status).toBe(403);
  });

  it.each([
    '*',
    'https://a.example/',
    'https://a.example/path',
    'a.example',
    'null',
    'HTTPS://a.example',
    '',
  ])('%s is no exact origin', (text) => {
    expect(() => exactOrigin(text)).toThrow(/is no exact origin/);
  });
});
