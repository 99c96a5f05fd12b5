import { memoryEvents } from '../events/memoryEvents.js';
import { closeServices, openService } from '../testing/openService.js';
import { httpAsk } from '../testing/httpAsk.js';

afterEach(closeServices);

const at = (port: number, path: string) => httpAsk(`http://127.0.0.1:${port}${path}`);

describe('the probes', () => {
  it('say that the service is alive and of use', async () => {
    const { server } = await openService();
    expect(await at(server.port, '/healthz')).toMatchObject({ status: 200, text: '{"ok":true}' });
    expect(await at(server.port, '/readyz')).toMatchObject({ status: 200, text: '{"ok":true}' });
  });

  it('say that it is alive but of no use while events can’t be kept', async () => {
    const { server } = await openService({ events: { ...memoryEvents(), ready: () => false } });
    expect((await at(server.port, '/healthz')).status).toBe(200);
    expect(await at(server.port, '/readyz')).toMatchObject({ status: 503, text: '{"ok":false}' });
  });

  it('say that it is of no use when it is about to end', async () => {
    const { service } = await openService();
    service.drain();
    expect((await service.fetch(new Request('http://localhost/readyz'))).status).toBe(503);
    expect((await service.fetch(new Request('http://localhost/healthz'))).status).toBe(200);
  });

  it('give the figures', async () => {
    const { server } = await openService();
    const answer = await at(server.port, '/metrics');
    expect([answer.status, answer.text]).toEqual([200, 'answers 1\n']);
    expect(answer.headers['content-type']).toMatch(/^text\/plain/);
  });
});
