import { askService, callLoginUrl } from './service-client.js';

const request = { url: 'http://localhost:4306/xivo', body: '{}', withinMs: 5000 };

describe('the page’s requests', () => {
  test('X-4: JSON goes out, and what comes back is told as it is', async () => {
    let sent: RequestInit | undefined;
    const outcome = await askService(request, async (_url, init) => {
      sent = init;
      return new Response('{"action":"none"}', {
        status: 201,
        headers: { 'Content-Type': 'application/json' },
      });
    });
    expect(sent).toMatchObject({
      method: 'POST',
      mode: 'cors',
      credentials: 'omit',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: '{}',
    });
    expect(outcome).toEqual({
      kind: 'answered',
      status: 201,
      contentType: 'application/json',
      text: '{"action":"none"}',
    });
  });

  test('X-13: a service that doesn’t answer in time is told apart from one that can’t be reached', async () => {
    const hang: typeof fetch = (_url, init) =>
      new Promise((_resolve, reject) =>
        init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'TimeoutError'))),
      );
    expect(await askService({ ...request, withinMs: 1 }, hang)).toEqual({
      kind: 'failed',
      reason: 'timeout',
    });
    const refuse = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await askService(request, refuse)).toEqual({ kind: 'failed', reason: 'network' });
  });

  test('X-13: of an endless answer the page tells the beginning', async () => {
    const outcome = await askService(request, async () => new Response('x'.repeat(1_000_000)));
    expect(outcome.kind === 'answered' && outcome.text.length).toBe(250_000);
  });

  test('X-31: all that the login URL’s answer says is whether there was one', async () => {
    expect(await callLoginUrl('http://x', async () => new Response('', { status: 500 }))).toBe(true);
    expect(await callLoginUrl('http://x', () => Promise.reject(new TypeError('Failed to fetch')))).toBe(
      false,
    );
  });
});
