import { closeServices, crm, openService, type OpenService } from '../testing/openService.js';
import { httpAsk } from '../testing/httpAsk.js';
import { sampleRequest, signedToken } from '../testing/samples.js';
import { memoryEvents } from '../events/memoryEvents.js';

afterEach(closeServices);

const secret = 'what the nodes of the tests share';

const withPane = (given: Parameters<typeof openService>[0] = {}) =>
  openService({
    secret,
    onAnswer: (_call, { paneUrl }) => ({ action: 'open', url: paneUrl(crm), title: 'Ada “L”' }),
    ...given,
  });

/** Posts the sample's call, and gives the ticket of its page. */
async function ticketOf({ post }: OpenService, request = sampleRequest()): Promise<string> {
  const { url } = JSON.parse((await post(request)).text) as { url: string };
  return new URLSearchParams(new URL(url).hash.slice(1)).get('ticket') ?? '';
}

const id = '1767603600.1';

const ask = (
  { url }: OpenService,
  ticket: string | undefined,
  { path = id, method = 'GET', origin = crm } = {},
) =>
  httpAsk(`${url}/calls/${path}`, {
    method,
    headers: { origin, ...(ticket !== undefined && { authorization: `Bearer ${ticket}` }) },
  });

describe('a page in a pane', () => {
  it('X-11: gets its call by the ticket of its address, without the agent’s token', async () => {
    const open = await withPane();
    const answer = await ask(open, await ticketOf(open));
    expect(answer.status).toBe(200);
    expect(answer.headers['access-control-allow-origin']).toBe(crm);
    expect(JSON.parse(answer.text)).toEqual({
      id,
      at: open.clock.now(),
      user: { userId: 7, agentId: 12, firstName: 'Ada', lastName: 'Lovelace', fullName: 'Ada Lovelace' },
      caller: '0123456789',
      callee: '2001',
      userData: { SIPCALLID: '4b6c' },
      queue: { id: 3, name: 'sales', displayName: 'Sales', number: '4000' },
      title: 'Ada “L”',
    });
  });

  it('has an id with any characters in its address', async () => {
    const open = await withPane();
    const ticket = await ticketOf(open, sampleRequest({ callDataCallId: 'a/b?c #d%' }));
    expect((await ask(open, ticket, { path: encodeURIComponent('a/b?c #d%') })).status).toBe(200);
  });

  it('gets its call from another node with the same secret and the same events', async () => {
    const events = memoryEvents();
    const one = await withPane({ events });
    const other = await withPane({ events });
    expect((await ask(other, await ticketOf(one))).status).toBe(200);
  });

  it('X-32: says that it is done, and browsers are told once', async () => {
    const events = memoryEvents();
    const open = await withPane({ events });
    const ticket = await ticketOf(open);
    const told: unknown[] = [];
    await events.follow('default', undefined, ({ type, data }) => told.push([type, JSON.parse(data)]));
    const done = () => ask(open, ticket, { path: `${id}/done`, method: 'POST' });
    expect([(await done()).status, (await done()).status]).toEqual([204, 204]);
    expect(told.slice(1)).toEqual([['done', { id, at: open.clock.now(), userId: 7 }]]);
  });

  it.each<[string, string, (ticket: string) => string | undefined]>([
    ['no ticket', 'ticket-missing', () => undefined],
    ['an empty one', 'ticket-missing', () => ''],
    ['one that is none', 'ticket-invalid', () => 'let-me-in'],
    ['an agent’s token', 'ticket-invalid', () => signedToken()],
    ['an agent’s token signed with the tickets’ secret', 'ticket-invalid', () => signedToken({}, { secret })],
    ['an unsigned one', 'ticket-invalid', (ticket) => ticket.slice(0, ticket.lastIndexOf('.') + 1)],
    ['a cut one', 'ticket-invalid', (ticket) => ticket.slice(0, -3)],
    [
      'one with other claims',
      'ticket-invalid',
      (ticket) => ticket.replace(/\.[^.]+\./, '.eyJjYWxsIjoiMSJ9.'),
    ],
    [
      'one of alg none',
      'ticket-invalid',
      (ticket) => ticket.replace(/^[^.]+/, Buffer.from('{"alg":"none"}').toString('base64url')),
    ],
  ])('with %s is refused with %s', async (_kind, code, change) => {
    const open = await withPane();
    const ticket = await ticketOf(open);
    for (const [path, method] of [
      [id, 'GET'],
      [`${id}/done`, 'POST'],
    ] as const) {
      const answer = await ask(open, change(ticket), { path, method });
      expect([answer.status, JSON.parse(answer.text)]).toMatchObject([401, { error: { code } }]);
      expect(answer.headers['www-authenticate']).toBe('Bearer');
      expect(answer.text + JSON.stringify(open.log)).not.toContain(ticket);
    }
  });

  it('with an expired ticket is refused: ten minutes, or what the options say', async () => {
    for (const ticketMs of [undefined, 3_600_000]) {
      const open = await withPane(ticketMs === undefined ? {} : { ticketMs, events: memoryEvents() });
      const ticket = await ticketOf(open);
      open.clock.advance((ticketMs ?? 600_000) - 1);
      expect((await ask(open, ticket)).status).toBe(200);
      open.clock.advance(1_000);
      const answer = await ask(open, ticket);
      expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
        401,
        { error: { code: 'ticket-expired' } },
      ]);
    }
  });

  it('with another call’s ticket is refused', async () => {
    const open = await withPane();
    const ticket = await ticketOf(open, sampleRequest({ callDataCallId: '5' }));
    const answer = await ask(open, ticket);
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
      401,
      { error: { code: 'ticket-mismatch' } },
    ]);
  });

  it('X-32: has its own agent’s call where one id rings at two', async () => {
    const open = await withPane();
    await ticketOf(open);
    const second = await ticketOf(open, sampleRequest({}, { userId: 8, fullName: 'Grace Hopper' }));
    const { user } = JSON.parse((await ask(open, second)).text) as { user: object };
    expect(user).toMatchObject({ userId: 8, fullName: 'Grace Hopper' });
  });

  it('on a foreign origin is refused, whatever ticket it has', async () => {
    const open = await withPane();
    const answer = await ask(open, await ticketOf(open), { origin: 'https://evil.example' });
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
      403,
      { error: { code: 'origin-refused' } },
    ]);
  });

  it('finds no call that isn’t kept any more', async () => {
    const one = await withPane();
    const ticket = await ticketOf(one);
    const answer = await ask(await withPane(), ticket);
    expect([answer.status, JSON.parse(answer.text)]).toMatchObject([404, { error: { code: 'not-found' } }]);
  });

  it.each([
    ['PUT', id, 'GET, OPTIONS'],
    ['GET', `${id}/done`, 'POST, OPTIONS'],
  ])('can’t %s %s', async (method, path, allow) => {
    const open = await withPane();
    const answer = await ask(open, undefined, { method, path });
    expect([answer.status, answer.headers['allow']]).toEqual([405, allow]);
  });
});

it.each(['short', ''])('a secret that is short (%j) is refused', async (given) => {
  await expect(withPane({ secret: given })).rejects.toThrow(/too short/);
});
