import { closeServices, crm, desktop, openService } from '../testing/openService.js';
import { sampleRequest } from '../testing/samples.js';

afterEach(closeServices);

const postOf = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://localhost/xivo', {
    method: 'POST',
    headers: { origin: desktop, 'content-type': 'application/json', ...headers },
    body,
    duplex: 'half',
  } as RequestInit);

const codeOf = async (response: Response) =>
  ((await response.json()) as { error: { code: string } }).error.code;

describe('the service as a handler of standard requests', () => {
  it('answers a call like the server', async () => {
    const { service, post } = await openService({ onAnswer: () => ({ action: 'open', url: '/1' }) });
    const answer = await post();
    const response = await service.fetch(postOf(JSON.stringify(sampleRequest())));
    expect([response.status, await response.text()]).toEqual([answer.status, answer.text]);
    for (const name of ['content-type', 'cache-control', 'access-control-allow-origin', 'vary']) {
      expect(response.headers.get(name)).toBe(answer.headers[name]);
    }
  });

  it('answers a preflight without a body', async () => {
    const { service } = await openService();
    const response = await service.fetch(
      new Request('http://localhost/xivo', { method: 'OPTIONS', headers: { origin: desktop } }),
    );
    expect([response.status, response.body]).toEqual([204, null]);
  });

  it('gives up a body that is too large', async () => {
    const { service } = await openService();
    const large = await service.fetch(postOf(new Uint8Array(1_048_577)));
    const said = await service.fetch(postOf('{}', { 'content-length': '1048577' }));
    expect([large.status, await codeOf(large)]).toEqual([413, 'payload-too-large']);
    expect([said.status, await codeOf(said)]).toEqual([413, 'payload-too-large']);
  });

  it('gives up a body that doesn’t come, and one that breaks off', async () => {
    const { service, clock } = await openService();
    let cancelled = false;
    const never = new ReadableStream({ cancel: () => void (cancelled = true) });
    const waits = clock.nextTimer();
    const answering = service.fetch(postOf(never));
    await waits;
    clock.advance(5_000);
    const slow = await answering;
    expect([slow.status, await codeOf(slow), cancelled]).toEqual([408, 'timeout', true]);

    const broken = new ReadableStream({ pull: (stream) => stream.error(new Error('reset')) });
    expect(await codeOf(await service.fetch(postOf(broken)))).toBe('bad-request');
    expect(clock.pending).toBe(0);
  });

  it('takes a request without a body for one with nothing in it', async () => {
    const { service } = await openService();
    const headers = { 'content-type': 'application/json' };
    const response = await service.fetch(new Request('http://localhost/xivo', { method: 'POST', headers }));
    expect(await codeOf(response)).toBe('invalid-json');
  });

  it('streams events, and ends the stream with the service', async () => {
    const { service, post, metrics } = await openService();
    const response = await service.fetch(
      new Request('http://localhost/xivo/events', { headers: { origin: crm } }),
    );
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    await post();
    expect(metrics.streams).toBe(1);
    service.drain();
    const text = await response.text();
    expect(text).toMatch(/event: hello[\s\S]*event: call/);
    expect(metrics.streams).toBe(0);
  });

  it('frees a stream whose request is given up', async () => {
    const { service, metrics } = await openService();
    const controller = new AbortController();
    await service.fetch(new Request('http://localhost/xivo/events', { signal: controller.signal }));
    controller.abort();
    expect(metrics.streams).toBe(0);
  });
});
