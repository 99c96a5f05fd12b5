import type { CallLogEntry, MessageLogEntry } from '@offhook/core';
import { createCrmClient, type CrmClient } from './createCrmClient.js';

const { signal } = new AbortController();

interface Asked {
  readonly line: string;
  readonly body: unknown;
}

/** A client, and what it asks of a CRM that answers so. */
function asking(answer: unknown, status = 200): { readonly crm: CrmClient; readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const crm = createCrmClient({
    session: 'mine',
    fetch: (path, { method = 'GET', body } = {}) => {
      asked.push({
        line: `${method} ${path as string}`,
        body: body ? JSON.parse(body as string) : undefined,
      });
      return Promise.resolve(Response.json(answer, { status }));
    },
  });
  return { crm, asked };
}

test('contacts come page by page, the last one without a next', async () => {
  const { crm, asked } = asking({ contacts: [], nextPage: 3, at: 7 });
  expect(await crm.contacts({ page: 2, since: 5 }, signal)).toEqual({ contacts: [], nextPage: 3, at: 7 });
  expect(asked[0]?.line).toBe('GET /crm/contacts?session=mine&page=2&since=5');
  const last = asking({ contacts: [], nextPage: null, at: 7 }).crm;
  expect(await last.contacts({ page: 1 }, signal)).toEqual({ contacts: [], at: 7 });
});

test('people are searched by what one types, and matched by their numbers', async () => {
  const { crm, asked } = asking({});
  await crm.search('Ada & co', signal);
  await crm.match(['+1', '+2'], signal);
  expect(asked).toEqual([
    { line: 'GET /crm/contacts/search?session=mine&q=Ada+%26+co', body: undefined },
    { line: 'POST /crm/contacts/match', body: { session: 'mine', numbers: ['+1', '+2'] } },
  ]);
});

test('a contact’s history has its times in our words', async () => {
  const { crm, asked } = asking([{ id: 'a', subject: 'Offer', time: 9 }]);
  expect(await crm.activities('3/4', signal)).toEqual([{ id: 'a', subject: 'Offer', at: 9 }]);
  expect(asked[0]?.line).toBe('GET /crm/contacts/3%2F4/activities?session=mine');
});

test('a call is written whole, without what the CRM has no column for', async () => {
  const { crm, asked } = asking({ id: '1' });
  const entry: CallLogEntry = {
    key: 'ringcentral:s-1/2',
    writeId: 'w1',
    connector: 'ringcentral',
    vendorIds: ['s-1'],
    contact: { id: '3', source: 'TestService', name: 'Ada', phones: [], emails: [] },
    note: 'Blue',
    phase: 'recording',
    sessionId: '1',
    direction: 'inbound',
    remote: { number: '+1' },
    local: { number: '+2' },
    talkMs: 10,
    recordings: [{ id: 'r', link: 'https://a/b', fetch: () => Promise.resolve(new Blob()) }],
  };
  await crm.writeCall(entry, signal);
  expect(asked).toEqual([
    {
      line: 'PUT /crm/logs/ringcentral%3As-1%2F2',
      body: {
        session: 'mine',
        writeId: 'w1',
        vendor: 'ringcentral',
        vendorIds: ['s-1'],
        contactId: '3',
        note: 'Blue',
        phase: 'recording',
        sessionId: '1',
        direction: 'inbound',
        remote: { number: '+1' },
        talkMs: 10,
        recordings: [{ id: 'r', link: 'https://a/b' }],
      },
    },
  ]);
});

test('messages are written under their conversation', async () => {
  const { crm, asked } = asking({ id: '1' });
  const entry: MessageLogEntry = {
    key: 'ringcentral:5/2026-01-02',
    writeId: 'w1',
    connector: 'ringcentral',
    vendorIds: ['5'],
    conversationLogId: '5/2026-01-02',
    kind: 'sms',
    parties: [{ number: '+1' }],
    messages: [
      {
        id: 'm',
        direction: 'inbound',
        from: { number: '+1' },
        to: [],
        text: 'Hi',
        at: 3,
        read: true,
        status: 'received',
        attachments: [{ id: 'f', fetch: () => Promise.resolve(new Blob()) }],
      },
    ],
  };
  await crm.writeMessages(entry, signal);
  expect(asked).toEqual([
    {
      line: 'PUT /crm/messages/5%2F2026-01-02',
      body: {
        session: 'mine',
        writeId: 'w1',
        vendor: 'ringcentral',
        parties: [{ number: '+1' }],
        messages: [{ id: 'm', at: 3, direction: 'inbound', text: 'Hi', attachments: [{ id: 'f' }] }],
      },
    },
  ]);
});

test('what is logged is asked for by the vendor’s ids', async () => {
  const { crm, asked } = asking({});
  await crm.matchCalls(['1'], signal);
  await crm.matchMessages(['2'], signal);
  expect(asked).toEqual([
    { line: 'POST /crm/logs/match', body: { session: 'mine', sessionIds: ['1'] } },
    { line: 'POST /crm/messages/match', body: { session: 'mine', conversationLogIds: ['2'] } },
  ]);
});

describe('what fails', () => {
  test('is told in the CRM’s own words, and whether another try may help', async () => {
    const refused = { error: { code: 'invalid-request', message: 'Note has more than 5 characters.' } };
    await expect(asking(refused, 400).crm.search('a', signal)).rejects.toMatchObject({
      code: 'invalid-argument',
      message: 'Note has more than 5 characters.',
    });
    const offline = { error: { code: 'offline', message: 'The CRM is offline.' } };
    await expect(asking(offline, 503).crm.search('a', signal)).rejects.toMatchObject({
      code: 'handler-failed',
      message: 'The CRM is offline. Try again when it is back.',
    });
    await expect(asking('?', 502).crm.search('a', signal)).rejects.toMatchObject({
      code: 'handler-failed',
      message: 'The CRM answered with status 502. Try again.',
    });
  });

  test('is told where nobody answers, with what to do', async () => {
    const fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(createCrmClient({ session: 'mine', fetch }).search('a', signal)).rejects.toMatchObject({
      code: 'handler-failed',
      message: 'The CRM can’t be reached. Check the connection, then try again.',
    });
  });

  test('by the signal is the signal’s own reason', async () => {
    const giveUp = new AbortController();
    const fetch = jest.fn<Promise<Response>, Parameters<typeof globalThis.fetch>>(
      (_path, init) =>
        new Promise((_, failed) =>
          init?.signal?.addEventListener('abort', () => failed(new Error('aborted'))),
        ),
    );
    const search = createCrmClient({ session: 'mine', fetch }).search('a', giveUp.signal);
    giveUp.abort('typed on');
    await expect(search).rejects.toBe('typed on');
  });
});
