import { createCrm, type Crm } from '../createCrm.js';
import { client, type Client } from '../testing/client.js';
import { callWrite, messageWrite } from '../testing/writes.js';

let crm: Crm;
let crmClient: Client;

beforeEach(() => {
  crm = createCrm({ file: ':memory:' });
  crmClient = client(crm);
});

afterEach(() => crm.close());

describe('what is refused', () => {
  test.each([
    ['/faults', { session: 'a', ofline: true }, { ofline: 'Is unknown.' }],
    ['/faults', { session: 'a', failRate: 1.5 }, { failRate: 'Is more than 1.' }],
    ['/faults', { session: 'a', delayMs: '5' }, { delayMs: 'Is not of the type number.' }],
    ['/faults', { session: 'x'.repeat(201) }, { session: 'Has more than 200 characters.' }],
    ['/faults', { session: 'a\u0000b' }, { session: 'Has characters that cannot be in a name.' }],
    ['/reset', { session: 'a', all: true }, { all: 'Is unknown.' }],
    ['/logs/match', { session: 'a' }, { sessionIds: 'Is missing.' }],
    ['/contacts/match', { session: 'a', numbers: [5] }, { 'numbers.0': 'Is not of the type string.' }],
  ])('POST %s %j names what is wrong', async (path, body, fields) => {
    expect(await crmClient.send('POST', path, body)).toEqual({
      status: 400,
      json: { error: { code: 'invalid-request', message: expect.any(String), fields } },
    });
  });

  test.each([
    ['phase', { phase: 'done' }, 'Is not a phase of a call.'],
    ['note', { note: null }, 'Is not of the type string.'],
    [
      'recordings.0.link',
      { recordings: [{ id: '1', link: 'javascript:x' }] },
      'Is not the address of a web page.',
    ],
    ['writeId', { writeId: '' }, 'Is empty.'],
  ])('a log’s %s is checked', async (field, more, problem) => {
    const { status, json } = await crmClient.send('PUT', '/logs/c', callWrite('w', more));
    expect([status, json]).toMatchObject([400, { error: { fields: { [field]: problem } } }]);
  });

  test.each(['/contacts?page=0', '/contacts?size=1001', '/contacts?since=x', '/logs?sesion=a'])(
    'GET %s is refused',
    async (path) => {
      expect((await crmClient.get(path)).status).toBe(400);
    },
  );

  test('what isn’t JSON, is too large, or is not there, is said so', async () => {
    const post = (body: string) => crm.app.request('/reset', { method: 'POST', body });
    const broken = await post('{');
    expect([broken.status, await broken.json()]).toMatchObject([400, { error: { code: 'invalid-json' } }]);
    const listed = await post('[]');
    expect([listed.status, await listed.json()]).toMatchObject([400, { error: { code: 'invalid-request' } }]);
    const large = await post(JSON.stringify({ session: 'x'.repeat(1_048_576) }));
    expect([large.status, await large.json()]).toMatchObject([413, { error: { code: 'too-large' } }]);
    expect(await crmClient.get('/nothing')).toMatchObject({
      status: 404,
      json: { error: { code: 'not-found' } },
    });
    expect((await crmClient.send('POST', '/logs')).status).toBe(404);
  });

  test('an error of its own is reported, and the answer doesn’t tell it', async () => {
    const reported: Error[] = [];
    const broken = createCrm({
      file: ':memory:',
      report: (error) => reported.push(error),
      now: () => {
        throw new Error('no clock');
      },
    });
    const answer = await client(broken).get('/contacts');
    expect(answer).toMatchObject({ status: 500, json: { error: { code: 'failed' } } });
    expect(JSON.stringify(answer)).not.toContain('no clock');
    expect(reported.map(({ message }) => message)).toEqual(['no clock']);
    // The transaction is undone: the CRM goes on.
    expect((await client(broken).get('/logs')).status).toBe(200);
    broken.close();
  });
});

describe('sessions', () => {
  test('without a name it is the demo’s, in a query as in a body', async () => {
    const { session: _, ...write } = callWrite('w');
    await crmClient.send('PUT', '/logs/c', write);
    for (const path of ['/logs', '/logs?session=', '/logs?session=demo']) {
      expect((await crmClient.get(path)).json).toHaveLength(1);
    }
  });

  test('a reset empties one session: its rows, its faults and its contacts', async () => {
    const contact = { id: '4', source: 's', name: 'Grace Hopper', phones: [], emails: [] };
    for (const session of ['a', 'b']) {
      await crmClient.send('PUT', '/logs/c', callWrite('w', { session, contactId: '3' }));
      await crmClient.send('PUT', '/messages/m', messageWrite('w', [], { session }));
      await crmClient.send('PUT', '/contacts/4', { session, contact });
      await crmClient.send('DELETE', `/contacts/1?session=${session}`);
    }
    expect(await crmClient.send('POST', '/reset', { session: 'a' })).toEqual({
      status: 200,
      json: { session: 'a' },
    });
    const counts = async (session: string) =>
      Promise.all(
        ['/logs', '/messages', '/contacts/search', '/contacts/3/activities'].map(async (path) => {
          const query = path.endsWith('search') ? '&q=example' : '';
          return (await crmClient.get<unknown[]>(`${path}?session=${session}${query}`)).json.length;
        }),
      );
    expect(await counts('a')).toEqual([0, 0, 3, 2]);
    expect(await counts('b')).toEqual([1, 1, 2, 3]);
  });

  test('after a reset the same write is a new one', async () => {
    await crmClient.send('PUT', '/logs/c', callWrite('w'));
    await crmClient.send('POST', '/reset', { session: 'a' });
    await crmClient.send('PUT', '/logs/c', callWrite('w'));
    expect((await crmClient.get('/logs?session=a')).json).toMatchObject([{ updates: 1 }]);
  });
});

describe('pages that ask', () => {
  const from = (origin: string, init: RequestInit = {}, path = '/logs') =>
    crm.app.request(path, { ...init, headers: { origin } });

  test.each(['http://localhost:5173', 'http://127.0.0.1:4301', 'http://[::1]:80', 'http://app.localhost'])(
    '%s is of this machine: it may read and write',
    async (origin) => {
      expect((await from(origin)).headers.get('access-control-allow-origin')).toBe(origin);
      const preflight = await from(origin, { method: 'OPTIONS' }, '/logs/c');
      expect(preflight.headers.get('access-control-allow-methods')).toContain('PUT');
      expect((await from(origin, { method: 'POST', body: '{}' }, '/reset')).status).toBe(200);
    },
  );

  test.each(['https://example.com', 'http://localhost.example.com', 'null'])(
    '%s is not: it may do neither',
    async (origin) => {
      expect((await from(origin)).headers.has('access-control-allow-origin')).toBe(false);
      const written = await from(origin, { method: 'POST', body: '{}' }, '/reset');
      expect([written.status, await written.json()]).toMatchObject([
        403,
        { error: { code: 'foreign-origin' } },
      ]);
    },
  );

  test('the CRM’s own origin may write, whatever it is called', async () => {
    const headers = { origin: 'https://demo.example', host: 'demo.example' };
    const written = await crm.app.request('/reset', { method: 'POST', body: '{}', headers });
    expect(written.status).toBe(200);
  });

  test('no answer is kept', async () => {
    expect((await crm.app.request('/logs')).headers.get('cache-control')).toBe('no-store');
    expect((await crm.app.request('/nothing')).headers.get('cache-control')).toBe('no-store');
  });
});
