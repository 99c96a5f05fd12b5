import { fakeContacts } from '@offhook/testing';
import { settle } from '../testing/promises.js';
import { setUp } from '../testing/setUp.js';
import { contactMatch } from './contactMatch.js';

const number = '+12165550181';

describe('a contact match', () => {
  it('is looked up when somebody listens, and given up when nobody does', async () => {
    const contacts = fakeContacts();
    contacts.holds = true;
    const match = contactMatch(setUp({ contacts }).phone, number);
    expect(match.value.status).toBe('pending');
    expect(contacts.asked).toHaveLength(0);
    match.listen(() => {})();
    expect(contacts.asked[0]?.signal.aborted).toBe(true);
    contacts.asked[0]?.answer(contacts.contacts);
    await settle();
    expect(match.value.status).toBe('pending');
  });

  it('follows the contacts: one, none, one again; an older answer replaces no newer one', async () => {
    const contacts = fakeContacts();
    const everybody = contacts.contacts;
    const match = contactMatch(setUp({ contacts }).phone, number);
    const told: string[] = [];
    match.listen(({ status }) => told.push(status));
    await settle();
    contacts.become([]);
    await settle();
    contacts.holds = true;
    contacts.become(everybody);
    contacts.become(everybody);
    contacts.asked.at(-1)?.answer(everybody.slice(0, 1));
    await settle();
    contacts.asked.at(-2)?.answer([]);
    await settle();
    expect(told).toEqual(['one', 'none', 'one']);
  });

  it('is none without a number, without contacts, and where the look-up fails, which lastError tells', async () => {
    const contacts = fakeContacts();
    expect(contactMatch(setUp({ contacts }).phone, '').value.status).toBe('none');
    expect(contactMatch(setUp().phone, number).value.status).toBe('none');
    contacts.refuses = new Error('The host is down.');
    const match = contactMatch(setUp({ contacts }).phone, number);
    match.listen(() => {});
    await settle();
    expect(match.value).toMatchObject({ status: 'none', contacts: [] });
    expect(match.value.lastError).toMatchObject({ code: 'handler-failed', cause: contacts.refuses });
  });
});
