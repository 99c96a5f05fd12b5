import { createCrm, type Crm } from '../createCrm.js';
import { client, type Client } from '../testing/client.js';
import { callWrite, messageWrite, type LogRow } from '../testing/writes.js';

let crm: Crm;
let crmClient: Client;

beforeEach(() => {
  crm = createCrm({ file: ':memory:', now: () => 1_800_000_000_000 });
  crmClient = client(crm);
});

afterEach(() => crm.close());

const put = (key: string, body: object) =>
  crmClient.send<{ id: string }>('PUT', `/logs/${encodeURIComponent(key)}`, body);
const rows = async (session = 'a'): Promise<readonly LogRow[]> =>
  (await crmClient.get<LogRow[]>(`/logs?session=${session}`)).json;

describe('calls', () => {
  test('the writes of a call make one row, with all that they told', async () => {
    const first = await put('c/1', callWrite('w1', { startedAt: 1 }));
    expect(first).toEqual({ status: 200, json: { id: expect.any(String), key: 'c/1' } });
    await put('c/1', callWrite('w2', { phase: 'final', endedAt: 9, endReason: 'completed', note: 'Hello' }));
    expect(await rows()).toEqual([
      {
        id: first.json.id,
        key: 'c/1',
        vendor: 'ringcentral',
        sessionId: 's-1',
        contactId: null,
        phase: 'final',
        note: 'Hello',
        direction: 'inbound',
        remote: { number: '+12165325078', name: 'Ada Lovelace' },
        startedAt: 1,
        endedAt: 9,
        endReason: 'completed',
        vendorIds: ['s-1', 't-1'],
        recordings: [],
        updates: 2,
        createdAt: 1_800_000_000_000,
        updatedAt: 1_800_000_000_000,
      },
    ]);
  });

  test('a write that was made before changes nothing, and answers as before', async () => {
    const first = await put('c', callWrite('w1'));
    await put('c', callWrite('w2', { note: 'new' }));
    expect(await put('c', callWrite('w1', { note: 'old' }))).toEqual(first);
    expect(await rows()).toMatchObject([{ note: 'new', updates: 2 }]);
  });

  test('the same write many times at once counts once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => put('c', callWrite('w1'))));
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1);
    expect(await rows()).toMatchObject([{ updates: 1 }]);
  });

  test('one writeId for two calls is two writes, and sessions know nothing of each other', async () => {
    await put('c1', callWrite('w'));
    await put('c2', callWrite('w'));
    await put('c1', callWrite('w', { session: 'b' }));
    expect((await rows()).map(({ key }) => key)).toEqual(['c1', 'c2']);
    expect(await rows('b')).toMatchObject([{ key: 'c1', updates: 1 }]);
  });

  test('a call is found by its session id and by each of the vendor’s ids', async () => {
    const { json } = await put('c', callWrite('w1', { note: 'Hello' }));
    await put('c', callWrite('w2', { sessionId: 's-2', vendorIds: ['p/1'] }));
    const asked = { session: 'a', sessionIds: ['s-1', 's-2', 't-1', 'p/1', 'c', 'unknown'] };
    const found = [{ id: json.id, note: 'Hello' }];
    expect(await crmClient.send('POST', '/logs/match', asked)).toEqual({
      status: 200,
      json: { 's-1': found, 's-2': found, 't-1': found, 'p/1': found },
    });
    expect((await crmClient.send('POST', '/logs/match', { ...asked, session: 'b' })).json).toEqual({});
  });

  test('a found call without a note has none', async () => {
    const { json } = await put('c', callWrite('w1'));
    const found = await crmClient.send('POST', '/logs/match', { session: 'a', sessionIds: ['s-1'] });
    expect(found.json).toEqual({ 's-1': [{ id: json.id }] });
  });

  test.each([
    'https://media.example/1?access_token=secret',
    'https://media.example/1?ACCESS%5FTOKEN=secret',
    'https://media.example/1#%61ccess_token=secret',
    'https://go.example/?to=https%3A%2F%2Fmedia.example%2F1%3Faccess_token%3Dsecret',
  ])('a link with a token is refused, and not repeated: %s', async (link) => {
    const answer = await put('c', callWrite('w1', { recordings: [{ id: '1', link }] }));
    expect(answer).toMatchObject({
      status: 400,
      json: { error: { code: 'invalid-request', fields: { 'recordings.0.link': /token/ } } },
    });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(await rows()).toEqual([]);
  });
});

describe('messages', () => {
  const id = '674035477569017905/7/2/2019';
  const path = `/messages/${encodeURIComponent(id)}`;
  const message = (of: string, at: number, text = of) => ({ id: of, at, direction: 'inbound', text });

  test('the writes of a group make one row, each message once, in the order of their times', async () => {
    const first = await crmClient.send('PUT', path, messageWrite('w1', [message('m2', 2), message('m1', 1)]));
    expect(first).toEqual({ status: 200, json: { id: expect.any(String), conversationLogId: id } });
    const second = messageWrite('w2', [message('m3', 3), message('m2', 2, 'edited')]);
    await crmClient.send('PUT', path, second);
    expect(await crmClient.send('PUT', path, second)).toEqual(first);
    expect((await crmClient.get('/messages?session=a')).json).toMatchObject([
      {
        vendor: 'ringcentral',
        conversationLogId: id,
        updates: 2,
        messages: [message('m1', 1), message('m2', 2, 'edited'), message('m3', 3)],
      },
    ]);
  });

  test('a group is found by its id', async () => {
    await crmClient.send('PUT', path, messageWrite('w1', []));
    const asked = { session: 'a', conversationLogIds: [id, 'other'] };
    expect((await crmClient.send('POST', '/messages/match', asked)).json).toEqual({
      [id]: [{ id: expect.any(String) }],
    });
  });

  test('an attachment’s link carries no token', async () => {
    const attachments = [{ id: '1', link: 'https://media.example/1?access_token=secret' }];
    const body = messageWrite('w1', [{ ...message('m1', 1), attachments }]);
    expect((await crmClient.send('PUT', path, body)).status).toBe(400);
  });
});
