import {
  createOffhook,
  panesBy,
  type EventOf,
  type EventType,
  type Offhook,
  type PaneDecider,
} from '@offhook/core';
import { fakeConnector, virtualClock } from '@offhook/testing';
import { linkGuest } from './linkGuest.js';
import { done, hello, id, ringing, serviceCall } from './testing/frames.js';
import { ticket } from './testing/guest.js';
import { startService, type Service } from './testing/service.js';
import { xivo } from './xivo.js';
import { xivoPanes } from './xivoPanes.js';

let service: Service;
let phone: Offhook | undefined;

beforeEach(async () => (service = await startService()));
afterEach(async () => {
  phone?.close();
  await service.close();
});

/** The next event of a type that is as wanted. */
const event = <T extends EventType>(
  client: Offhook,
  type: T,
  is: (event: EventOf<T>) => boolean = () => true,
) => new Promise<EventOf<T>>((resolve) => client.on(type, (each) => is(each) && resolve(each)));

const becomes = (client: Offhook, status: string) =>
  event(client, 'connection.changed', ({ connection }) => connection.status === status);

describe('over real HTTP', () => {
  it('an observer hears of calls, and after a break of those that it missed, once', async () => {
    const clock = virtualClock();
    const client = (phone = createOffhook({
      connectors: [xivo({ role: 'observer', service: service.url, channel: { session: 'a b' }, fetch })],
      clock,
    }));
    const told: string[] = [];
    client.events$.subscribe(({ type }) => type.startsWith('call.') && told.push(type));
    await becomes(client, 'ready');
    const [first, second] = [ringing(), ringing({ id: '2.2' })];
    const rang = event(client, 'call.ringing');
    service.say(hello(), first);
    expect((await rang).call).toMatchObject({ id: `xivo:${id}`, remote: { number: '1013' } });

    const lost = becomes(client, 'offline');
    service.tear();
    await lost;
    await service.next('GET /xivo/events?session=a+b');
    const again = service.next('GET /xivo/events?session=a+b');
    const back = becomes(client, 'ready');
    clock.advance(1_000);
    expect((await again).headers).toMatchObject({ 'last-event-id': first.id, accept: 'text/event-stream' });
    await back;
    const ended = event(client, 'call.ended');
    service.say(first, second, done());
    await ended;
    expect(told).toEqual(['call.added', 'call.ringing', 'call.added', 'call.ringing', 'call.ended']);
  });

  it('X-29: X-32: a guest gets its call for its ticket, and says that it is done', async () => {
    const path = `/xivo/calls/${id}`;
    service.answers.set(`GET ${path}`, {
      status: 200,
      body: JSON.stringify(serviceCall({ title: 'Customer' })),
    });
    service.answers.set(`POST ${path}/done`, { status: 204 });
    const posted: string[][] = [];
    const client = (phone = createOffhook({
      connectors: [
        {
          ...xivo({ role: 'guest', service: service.url, desktop: 'http://127.0.0.1:4304' }),
          // As in a page: what stands in for it is what a browser gives.
          connect: (context) =>
            linkGuest(context, {
              service: new URL(service.url),
              desktop: 'http://127.0.0.1:4304',
              call: undefined,
              ticket: undefined,
              page: {
                takeAddress: () => ({ call: id, ticket }),
                post: (...of) => posted.push(of) > 0,
              },
              fetch,
              trace: undefined,
            }),
        },
      ],
    }));
    await becomes(client, 'ready');
    expect(client.paneContext.value).toMatchObject({ callId: `xivo:${id}`, title: 'Customer' });
    await client.execute({ type: 'pane.complete' });
    expect(posted).toEqual([['closeThirdParty', 'http://127.0.0.1:4304']]);
    const { headers, body } = await service.next(`POST ${path}/done`);
    expect(headers.authorization).toBe(`Bearer ${ticket}`);
    expect(body).toBe('');
    // In the header that it is for, and in no address.
    expect(service.requests.map(({ line }) => line).join()).not.toContain('canary');
  });
});

describe('a client with panes by a web service, over real HTTP', () => {
  function open(options: Partial<PaneDecider> = {}) {
    const line = fakeConnector();
    const { origin } = new URL(service.url);
    const client = (phone = createOffhook({
      connectors: [line],
      panes: panesBy({
        ...xivoPanes({ service: service.url, origins: [origin], budgetMs: 60_000 }),
        ...options,
      }),
    }));
    return { line, client, origin };
  }

  const answer = (body: object) =>
    service.answers.set('POST /xivo', { status: 200, body: JSON.stringify(body) });

  it('X-4: X-14: X-18: asks when a call rings, and opens the page when the answer says', async () => {
    answer({ action: 'open', event: 'EventReleased', url: '/thirdparty/open/1', title: 'Sample' });
    const { line, client, origin } = open();
    const waiting = event(client, 'pane.waiting');
    line.emit({ type: 'agent', userId: '54', name: 'James Bond' });
    const call = line.ring({ number: '1013', local: { number: '1023' }, linkedId: id });
    const { body, headers } = await service.next('POST /xivo');
    expect(headers).toMatchObject({ 'content-type': 'application/json', accept: 'application/json' });
    expect(JSON.parse(body)).toEqual({
      user: {
        userId: 54,
        agentId: 0,
        firstName: 'James',
        lastName: 'Bond',
        fullName: 'James Bond',
        token: '',
      },
      callee: '1023',
      caller: '1013',
      userData: {},
      callDataCallId: id,
    });
    expect((await waiting).pane).toMatchObject({ on: 'ended', url: `${origin}/thirdparty/open/1` });
    const opened = event(client, 'pane.opened');
    call.answer();
    call.end();
    expect((await opened).pane).toMatchObject({ callId: call.id, title: 'Sample', state: 'open' });
    expect(service.requests).toHaveLength(1);
  });

  it('X-16: X-19: refuses programs without a shell, and pages of other origins', async () => {
    for (const refused of [
      { action: 'run', url: 'notepad.exe' },
      { action: 'open', url: 'https://elsewhere.example/' },
      { action: 'open', url: 'javascript:alert(1)' },
    ]) {
      answer(refused);
      const { line, client } = open();
      const told = event(client, 'pane.refused');
      line.ring();
      expect((await told).pane).toMatchObject({ state: 'refused', action: refused.action });
      client.close();
    }
  });

  it('X-13: X-17: opens nothing for none, and tells of an answer that is wrong', async () => {
    answer({ action: 'none' });
    const { line, client } = open();
    line.ring();
    await service.next('POST /xivo');
    answer({ action: 'open' });
    const told = event(client, 'error');
    line.ring();
    expect((await told).error).toMatchObject({ code: 'vendor-error', message: expect.stringMatching(/url/) });
    expect(client.panes.all.value).toEqual([]);
  });
});
