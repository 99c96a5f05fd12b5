import type { Contact, MessageLogEntry, MessageLogFacts } from '@offhook/core';
import { virtualClock } from '@offhook/testing';
import { openDesk } from './testing/desk.js';
import { fakeBrowser } from './testing/fakeBrowser.js';
import { fakeCrm } from './testing/fakeCrm.js';
import { settle } from './testing/settle.js';

const number = '+12165325078';
const ada: Contact = { id: 'ada', source: 'crm', name: 'Ada', phones: [], emails: [] };
const bob: Contact = { ...ada, id: 'bob', name: 'Bob' };
const key = 'fake:messages:7/2026-01-05';

const message = (id: string, at: number, text = id): MessageLogFacts['messages'][number] => ({
  id,
  at,
  text,
  direction: 'inbound',
  from: { number },
  to: [],
  read: false,
  status: 'received',
  attachments: [],
});

const facts = (...messages: MessageLogFacts['messages']): MessageLogFacts => ({
  connector: 'fake',
  vendorIds: ['7'],
  conversationLogId: '7/2026-01-05',
  kind: 'sms',
  parties: [{ number }],
  messages,
});

function setUp(resolve?: () => Contact) {
  const clock = virtualClock();
  const browser = fakeBrowser(clock);
  const crm = fakeCrm();
  const open = () =>
    openDesk({
      browser,
      clock,
      provide: { messageLog: { write: crm.write } },
      ...(resolve && { resolve }),
    });
  return { clock, browser, crm, open, desk: open() };
}

describe('messages that a vendor wants logged', () => {
  it('are one row a group: each message once, in the order of their times', async () => {
    const { desk, crm, open } = setUp();
    const other = open();
    await desk.phone.log?.messages(facts(message('m2', 2)));
    await other.phone.log?.messages(facts(message('m1', 1), message('m2', 2, 'changed')));
    await desk.phone.log?.messages(facts(message('m2', 2, 'changed')));
    await settle();
    expect([...crm.rows.keys()]).toEqual([key]);
    expect(crm.rows.get(key)).toEqual({
      key,
      writeId: expect.any(String),
      ...facts(message('m1', 1), message('m2', 2, 'changed')),
    });
    expect(crm.writes).toHaveLength(2);
  });

  it('may have files, which are kept without token and function', async () => {
    const { desk, crm, browser } = setUp();
    const fetch = async () => new Blob();
    const link = 'https://media.example/f1?access_token=CANARY';
    await desk.phone.log?.messages(
      facts({ ...message('m1', 1), attachments: [{ id: 'f1', type: 'audio/mpeg', link, fetch }] }),
    );
    await settle();
    expect((crm.rows.get(key) as MessageLogEntry).messages[0]?.attachments).toEqual([
      { id: 'f1', type: 'audio/mpeg', link: 'https://media.example/f1', fetch },
    ]);
    expect(browser.dump()).not.toContain('CANARY');
  });

  it('are for one contact, asked for where there are several', async () => {
    const asked = jest.fn(() => bob);
    const { desk, crm } = setUp(asked);
    await desk.phone.log?.messages({ ...facts(message('m1', 1)), contacts: [ada, bob] });
    await settle();
    await desk.phone.log?.messages({ ...facts(message('m2', 2)), contacts: [ada, bob], note: 'Blue' });
    await settle();
    expect(asked).toHaveBeenCalledTimes(1);
    expect(crm.rows.get(key)).toMatchObject({
      contact: bob,
      note: 'Blue',
      messages: [{ id: 'm1' }, { id: 'm2' }],
    });
  });

  it('tell the thread what becomes of them', async () => {
    const { desk, crm, clock } = setUp();
    const thread = desk.line.message({ threadId: '7', number });
    crm.instead = () => Promise.reject(new Error('503'));
    await desk.phone.log?.messages(facts(message('m1', 1)));
    await settle();
    expect(desk.phone.inbox.get(thread).value?.log).toEqual({ status: 'waiting', waiting: 1 });
    expect(desk.events.find(({ type }) => type === 'error')).toMatchObject({ handler: 'messageLog.write' });
    crm.instead = undefined;
    clock.advance(1_000);
    await settle();
    expect(desk.phone.inbox.get(thread).value?.log).toEqual({ status: 'saved', waiting: 0 });
  });

  it('leave calls alone where the host logs messages only', async () => {
    const { desk, crm } = setUp();
    desk.line.ring({ id: 's1', number }).end();
    await settle();
    expect(crm.tries).toBe(0);
  });
});
