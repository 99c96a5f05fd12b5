import { closeServices, crm, desktop, openService, type OpenService } from './openService.js';
import { httpAsk } from './httpAsk.js';
import { sampleRequest, signedToken } from './samples.js';
import { sseClient } from './sseClient.js';

/** An application that serves a service, on a port of its own. */
export interface Mounted {
  readonly origin: string;
  close(): Promise<void>;
}

/** What every adapter does, however it is mounted. `path` is where the service is in the application. */
export function adapterContract(
  name: string,
  mount: (open: OpenService) => Promise<Mounted>,
  path = '/xivo',
): void {
  describe(name, () => {
    let open: OpenService;
    let app: Mounted;
    beforeEach(async () => {
      open = await openService({
        onAnswer: ({ caller = '' }) => ({ action: 'open', url: `/number/${caller}` }),
      });
      app = await mount(open);
    });
    afterEach(async () => {
      open.service.drain();
      await app.close();
      await closeServices();
    });

    const json = { origin: desktop, 'content-type': 'application/json' };
    const post = (body: string | Uint8Array, headers: Record<string, string> = json) =>
      httpAsk(app.origin + path, { method: 'POST', headers, body });

    it('answers a call', async () => {
      const answer = await post(JSON.stringify(sampleRequest()));
      expect(answer).toMatchObject({ status: 200, text: '{"action":"open","url":"/number/0123456789"}' });
      expect(answer.headers).toMatchObject({
        'access-control-allow-origin': desktop,
        'cache-control': 'no-store',
      });
      expect(open.calls).toEqual([sampleRequest()]);
    });

    it('X-25: answers the preflight', async () => {
      const headers = { origin: desktop, 'access-control-request-method': 'POST' };
      const answer = await httpAsk(app.origin + path, { method: 'OPTIONS', headers });
      expect([answer.status, answer.headers['access-control-allow-methods']]).toEqual([204, 'POST, OPTIONS']);
    });

    it('refuses fields, origins, types and methods', async () => {
      const wrong = await post('{"user":5}');
      expect([wrong.status, JSON.parse(wrong.text)]).toMatchObject([
        400,
        { error: { code: 'invalid-fields' } },
      ]);
      expect((await post('{}', { ...json, origin: 'https://evil.example' })).status).toBe(403);
      expect((await post('a', { ...json, 'content-type': 'text/plain' })).status).toBe(415);
      expect((await httpAsk(app.origin + path, { method: 'PUT' })).status).toBe(405);
      expect(open.calls).toEqual([]);
    });

    it('X-30: takes a login', async () => {
      const query = new URLSearchParams({ login: 'ada', token: signedToken(), xivoccHost: 'a' }).toString();
      expect((await httpAsk(`${app.origin}${path}/login?${query}`)).status).toBe(204);
    });

    it('streams events', async () => {
      const client = await sseClient(`${app.origin}${path}/events`, { origin: crm });
      await post(JSON.stringify(sampleRequest()));
      await client.until(2);
      expect(client.events.map(({ event }) => event)).toEqual(['hello', 'call']);
      client.close();
    });

    it('leaves other addresses to the application', async () => {
      expect(await httpAsk(`${app.origin}/own`)).toMatchObject({ status: 200, text: 'own' });
      const echo = await httpAsk(`${app.origin}/echo`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"a":1}',
      });
      expect(JSON.parse(echo.text)).toEqual({ a: 1 });
    });
  });
}
