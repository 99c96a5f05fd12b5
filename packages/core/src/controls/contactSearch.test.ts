import { fakeContacts } from '@offhook/testing';
import { settle } from '../testing/promises.js';
import { setUp } from '../testing/setUp.js';
import { contactSearch } from './contactSearch.js';

const idsOf = (found: readonly { readonly id: string }[]): string => found.map(({ id }) => id).join();

function searching() {
  const contacts = fakeContacts();
  const { phone } = setUp({ contacts });
  return { contacts, phone, box: contactSearch(phone) };
}

describe('a contact search', () => {
  it('finds who fits, and keeps what was found while it looks for the next', async () => {
    const { contacts, box } = searching();
    await expect(box.search('lee')).resolves.toEqual({ ok: true, result: contacts.contacts });
    contacts.holds = true;
    void box.search('joan');
    await settle();
    expect(box.state.value).toMatchObject({ pending: true, contacts: contacts.contacts });
  });

  it('gives up an older search, which is nobody’s fault and pending no longer', async () => {
    const { contacts, box } = searching();
    contacts.holds = true;
    const older = box.search('ann');
    contacts.holds = false;
    await box.search('joan');
    expect(contacts.asked[0]?.signal.aborted).toBe(true);
    await expect(older).resolves.toEqual({ ok: true, result: [] });
    contacts.asked[0]?.answer(contacts.contacts);
    await settle();
    expect(idsOf(box.state.value.contacts)).toBe('joan');
    expect(box.state.value).toMatchObject({ pending: false, lastError: undefined });
  });

  it('finds nobody for nothing typed, asks nobody, and forgets what went wrong', async () => {
    const { contacts, box } = searching();
    contacts.refuses = new Error('The host is down.');
    await expect(box.search('ann')).resolves.toMatchObject({ ok: false });
    expect(box.state.value.lastError?.cause).toBe(contacts.refuses);
    await expect(box.search('  ')).resolves.toEqual({ ok: true, result: [] });
    expect(contacts.asked).toHaveLength(1);
    expect(box.state.value).toEqual({ contacts: [], pending: false, lastError: undefined });
  });

  it('without a handler says so', async () => {
    const { phone } = setUp();
    const { search, state } = contactSearch(phone);
    await expect(search('ann')).resolves.toMatchObject({ ok: false });
    expect(state.value.lastError?.code).toBe('not-supported');
  });

  it('for a query looks while somebody listens, and anew when contacts change', async () => {
    const { contacts, box } = searching();
    const { state } = box.forQuery('lee');
    await settle();
    expect(contacts.asked).toHaveLength(0);
    const leave = state.listen(() => {});
    await settle();
    expect(idsOf(state.value.contacts)).toBe('ann,joan');
    contacts.become(contacts.contacts.slice(1));
    await settle();
    expect(idsOf(state.value.contacts)).toBe('joan');
    contacts.holds = true;
    contacts.become([]);
    leave();
    expect(contacts.asked.at(-1)?.signal.aborted).toBe(true);
    contacts.become([]);
    expect(contacts.asked).toHaveLength(3);
  });

  it('for another query shows what was found before, whichever of them is left first', async () => {
    const { contacts, box } = searching();
    const leave = box.forQuery('lee').state.listen(() => {});
    await settle();
    contacts.holds = true;
    const { state } = box.forQuery('joan');
    state.listen(() => {});
    leave();
    await settle();
    expect(state.value).toMatchObject({ pending: true, contacts: contacts.contacts });
    expect(contacts.asked[1]?.signal.aborted).toBe(false);
    contacts.asked[1]?.answer([]);
    await settle();
    expect(state.value).toMatchObject({ pending: false, contacts: [] });
  });

  it('for no query waits until it is asked', async () => {
    const { contacts, box } = searching();
    const { state, search } = box.forQuery(undefined);
    state.listen(() => {});
    await settle();
    expect(contacts.asked).toHaveLength(0);
    await search('ann');
    expect(idsOf(state.value.contacts)).toBe('ann');
  });
});
