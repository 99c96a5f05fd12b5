import { createCurrent, type Call, type Contact, type Offhook } from '@offhook/core';
import { demoContacts } from '../contacts/demoContacts.js';
import { followIncoming, type OpenedContact } from './followIncoming.js';

const [john, jennifer, ada] = demoContacts as [Contact, Contact, Contact];

const ringing = (id: string, ...contacts: readonly Contact[]): Call =>
  ({
    id,
    match: { status: contacts.length === 1 ? 'one' : contacts.length === 0 ? 'pending' : 'many', contacts },
  }) as unknown as Call;

/** A desk with tabs that let this one run each key once. */
function following() {
  const incomingCalls = createCurrent<readonly Call[]>([]);
  const asked: string[] = [];
  const opened: OpenedContact[] = [];
  let on = true;
  const client = {
    incomingCalls,
    tabs: {
      runOnce: async (key: string, effect: () => unknown, policy: string) => {
        asked.push(`${key} ${policy}`);
        await effect();
        return true;
      },
    },
  } as unknown as Offhook;
  const stop = followIncoming(client, { wanted: () => on, open: (contact) => opened.push(contact) });
  return { incomingCalls, asked, opened, stop, turnOff: () => (on = false) };
}

test('the page of the one contact is opened once for a call, in a tab that is seen', () => {
  const { incomingCalls, asked, opened } = following();
  incomingCalls.set([ringing('a')]);
  expect(opened).toEqual([]);
  incomingCalls.set([ringing('a', ada)]);
  incomingCalls.set([ringing('a', ada), ringing('b', john)]);
  expect(opened).toEqual([
    { callId: 'a', contact: ada },
    { callId: 'b', contact: john },
  ]);
  expect(asked).toEqual(['open-contact:a visible', 'open-contact:b visible']);
});

test('nobody is guessed where two fit', () => {
  const { incomingCalls, opened } = following();
  incomingCalls.set([ringing('a', john, jennifer)]);
  expect(opened).toEqual([]);
});

test('nothing is opened while the setting is off, or after the end', () => {
  const off = following();
  off.turnOff();
  off.incomingCalls.set([ringing('a', ada)]);
  const ended = following();
  ended.stop();
  ended.incomingCalls.set([ringing('a', ada)]);
  expect([...off.opened, ...ended.opened]).toEqual([]);
});
