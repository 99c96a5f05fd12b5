import { memoryEvents } from '../events/memoryEvents.js';
import { EventLogError } from '../events/eventLogError.js';
import { closeServices, crm, openService, type OpenService } from '../testing/openService.js';
import { httpAsk } from '../testing/httpAsk.js';
import { sampleRequest, signedToken } from '../testing/samples.js';
import { sseClient } from '../testing/sseClient.js';

afterEach(closeServices);

const callId = (number: number) => sampleRequest({ callDataCallId: `${number}` });
const follow = ({ url }: OpenService, query = '', headers: Record<string, string> = {}) =>
  sseClient(`${url}/events${query}`, { origin: crm, ...headers });

describe('the event stream', () => {
  it('begins now, and tells of each call without the token', async () => {
    const open = await openService();
    await open.post(callId(1));
    const client = await follow(open);
    await open.post(callId(2));
    await client.until(2);

    expect(client.status).toBe(200);
    expect(client.headers).toMatchObject({
      'content-type': 'text/event-stream',
      'access-control-allow-origin': crm,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    const [hello, call] = client.events;
    expect(hello).toMatchObject({ event: 'hello', id: expect.any(String) });
    expect(call).toMatchObject({ event: 'call', id: expect.any(String) });
    expect(JSON.parse(call?.data ?? '')).toMatchObject({ id: '2', callee: '2001', user: { userId: 7 } });
    expect(JSON.stringify(client.events)).not.toContain(signedToken());
    client.close();
  });

  it.each(['the header', 'the query'])('goes on from the last event, by %s', async (way) => {
    const open = await openService();
    const one = await follow(open);
    await open.post(callId(1));
    await one.until(2);
    one.close();
    await open.post(callId(2));
    const last = one.events[1]?.id ?? '';
    const client = await (way === 'the header'
      ? follow(open, '', { 'last-event-id': last })
      : follow(open, `?lastEventId=${encodeURIComponent(last)}`));
    await client.until(1);
    expect(client.events.map(({ data }) => (JSON.parse(data ?? '') as { id: string }).id)).toEqual(['2']);
    client.close();
  });

  it('tells of a gap where the last event is none of its own', async () => {
    const open = await openService();
    const client = await follow(open, '', { 'last-event-id': 'of-another-life' });
    await client.until(1);
    expect(client.events[0]).toMatchObject({ event: 'gap', data: '{}' });
    client.close();
  });

  it('keeps channels apart, by the host’s choice of them', async () => {
    const open = await openService({ channel: (url) => url.searchParams.get('session') ?? 'none' });
    const client = await follow(open, '?session=one');
    const headers = { 'content-type': 'application/json' };
    for (const session of ['two', 'one']) {
      const body = JSON.stringify(callId(session === 'one' ? 1 : 2));
      await httpAsk(`${open.url}?session=${session}`, { method: 'POST', headers, body });
    }
    await client.until(2);
    expect(JSON.parse(client.events[1]?.data ?? '')).toMatchObject({ id: '1' });
    client.close();
  });

  it('is counted, and forgotten when its browser goes', async () => {
    const open = await openService();
    const client = await follow(open);
    expect(open.metrics.streams).toBe(1);
    client.close();
    await open.metrics.streamsAre(0);
  });

  it.each<[string, number, string, string, Record<string, string>]>([
    ['from a foreign origin', 403, 'origin-refused', '', { origin: 'https://evil.example' }],
    ['after an id that is too long', 400, 'invalid-fields', '', { 'last-event-id': 'a'.repeat(101) }],
    ['after an id with a line break', 400, 'invalid-fields', '?lastEventId=a%0Ab', {}],
    ['of a channel with a line break', 400, 'invalid-fields', '?channel=a%0Ab', {}],
    ['of a channel without a name', 400, 'invalid-fields', '?channel=', {}],
  ])('%s is refused', async (_kind, status, code, query, headers) => {
    const open = await openService();
    const answer = await httpAsk(`${open.url}/events${query}`, { headers: { origin: crm, ...headers } });
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([status, { error: { code } }]);
  });

  it('is an error 503 while events can’t be read', async () => {
    const events = { ...memoryEvents(), follow: () => Promise.reject(new EventLogError('unavailable')) };
    const open = await openService({ events });
    const answer = await httpAsk(`${open.url}/events`, { headers: { origin: crm } });
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([503, { error: { code: 'unavailable' } }]);
    const response = await open.service.fetch(new Request(`${open.url}/events`));
    expect(response.status).toBe(503);
    expect(open.metrics).toMatchObject({ streams: 0, answers: [{ status: 503 }, { status: 503 }] });
  });
});
