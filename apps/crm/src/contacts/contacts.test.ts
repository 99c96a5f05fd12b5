import type { Contact } from '@offhook/core';
import { demoContacts } from '@offhook/demo-kit';
import { createCrm, type Crm } from '../createCrm.js';
import { client, type Client } from '../testing/client.js';
import { callWrite } from '../testing/writes.js';
import type { Activity } from './activities.js';
import type { ContactPage } from './contacts.js';

let crm: Crm;
let crmClient: Client;
let time: number;

beforeEach(() => {
  time = 1_800_000_000_000;
  crm = createCrm({ file: ':memory:', now: () => time });
  crmClient = client(crm);
});

afterEach(() => crm.close());

const contact = (id: string, name: string, more: Partial<Contact> = {}): Contact => ({
  id,
  source: 'TestService',
  name,
  phones: [],
  emails: [],
  ...more,
});

const add = async (one: Contact): Promise<void> => {
  const { status } = await crmClient.send('PUT', `/contacts/${encodeURIComponent(one.id)}`, {
    session: 'a',
    contact: one,
  });
  expect(status).toBe(200);
};

const remove = (id: string) => crmClient.send<Contact>('DELETE', `/contacts/${id}?session=a`);

const page = async (query = ''): Promise<ContactPage> =>
  (await crmClient.get<ContactPage>(`/contacts?session=a${query}`)).json;

const names = (contacts: readonly Contact[]): readonly string[] => contacts.map(({ name }) => name);

const search = async (q: string): Promise<readonly string[]> =>
  names((await crmClient.get<Contact[]>(`/contacts/search?session=a&q=${encodeURIComponent(q)}`)).json);

async function match(...numbers: readonly string[]): Promise<Record<string, readonly string[]>> {
  const asked = { session: 'a', numbers };
  const { json } = await crmClient.send<Record<string, Contact[]>>('POST', '/contacts/match', asked);
  return Object.fromEntries(Object.entries(json).map(([number, found]) => [number, names(found)]));
}

describe('all contacts', () => {
  test('every session begins with the demo’s, as core writes a contact', async () => {
    for (const session of ['a', 'b']) {
      const { json } = await crmClient.get<ContactPage>(`/contacts?session=${session}`);
      expect(json.contacts).toEqual(demoContacts.map((one) => ({ ...one, updatedAt: expect.any(Number) })));
      expect(json.nextPage).toBeNull();
    }
  });

  test('pages hold each contact once, and the last one says so', async () => {
    const first = await page('&size=2');
    expect(names(first.contacts)).toEqual(['John Doe', 'Jennifer Doe']);
    expect(first.nextPage).toBe(2);
    const second = await page('&size=2&page=2');
    expect(names(second.contacts)).toEqual(['Ada Lovelace']);
    expect(second.nextPage).toBeNull();
  });

  test('a contact deleted between two pages takes none of the next page along', async () => {
    await page('&size=2');
    await remove('1');
    expect(names((await page('&size=2&page=2')).contacts)).toEqual(['Ada Lovelace']);
  });

  test('`since` gives what changed after it and nothing else, though all happens in one millisecond', async () => {
    const { at } = await page();
    expect((await page(`&since=${at}`)).contacts).toEqual([]);
    await add(contact('4', 'Grace Hopper'));
    await remove('2');
    const changes = await page(`&since=${at}`);
    expect(changes.contacts).toEqual([
      { ...demoContacts[1], deleted: true, updatedAt: expect.any(Number) },
      contact('4', 'Grace Hopper', { updatedAt: expect.any(Number) as number }),
    ]);
    expect((await page(`&since=${changes.at}`)).contacts).toEqual([]);
    expect(names((await page()).contacts)).toEqual(['John Doe', 'Ada Lovelace', 'Grace Hopper']);
  });

  test('changes have growing times, though the clock goes back', async () => {
    const { at } = await page();
    time -= 60_000;
    await add(contact('4', 'Grace Hopper'));
    expect(names((await page(`&since=${at}`)).contacts)).toEqual(['Grace Hopper']);
  });
});

describe('search', () => {
  test.each([
    ['love', ['Ada Lovelace']],
    ['ADA LOV', ['Ada Lovelace']],
    ['ovelace', []],
    ['analytical', ['Ada Lovelace']],
    ['jennifer.doe@ex', ['Jennifer Doe']],
    ['(216) 532', ['Ada Lovelace']],
    ['0666 777', ['Jennifer Doe']],
    ['66655', ['John Doe', 'Jennifer Doe']],
    ['', []],
    ['% _', []],
  ])('%j finds %j', async (text, found) => {
    expect(await search(text)).toEqual(found);
  });

  test('accents don’t matter, neither in the name nor in what is searched for', async () => {
    await add(contact('4', 'Zoë Ångström'));
    expect(await search('zoe angs')).toEqual(['Zoë Ångström']);
    expect(await search('ÅNG')).toEqual(['Zoë Ångström']);
  });

  test('it finds 50 at most, and nobody by an earlier name or who is deleted', async () => {
    for (let n = 0; n < 55; n += 1) await add(contact(`many-${n}`, `Many ${n}`));
    expect(await search('many')).toHaveLength(50);
    await add(contact('many-0', 'Renamed'));
    expect(await search('renamed')).toEqual(['Renamed']);
    expect(await search('many 0')).toEqual([]);
    await remove('many-0');
    expect(await search('renamed')).toEqual([]);
  });
});

describe('match', () => {
  test('each number is answered as it was asked, also one that nobody has', async () => {
    expect(await match('+34666555444', '666 777 888', '(216) 532-5078', '+12165329999')).toEqual({
      '+34666555444': ['John Doe', 'Jennifer Doe'],
      '666 777 888': ['Jennifer Doe'],
      '(216) 532-5078': ['Ada Lovelace'],
      '+12165329999': [],
    });
  });

  test('a new number is found, the old one no more', async () => {
    await add(contact('3', 'Ada Lovelace', { phones: [{ number: '101', type: 'extension' }] }));
    expect(await match('101', '+12165325078')).toEqual({ '101': ['Ada Lovelace'], '+12165325078': [] });
    await remove('3');
    expect(await match('101')).toEqual({ '101': [] });
  });
});

describe('one contact', () => {
  test('a change in one session is not in another', async () => {
    await add(contact('4', 'Grace Hopper'));
    expect((await crmClient.get<ContactPage>('/contacts?session=b')).json.contacts).toHaveLength(3);
  });

  test('ids with slashes are ids', async () => {
    await add(contact('book/7?x=%2F', 'Slash'));
    expect(await search('slash')).toEqual(['Slash']);
  });

  test('the address and the body name the same one', async () => {
    const body = { session: 'a', contact: contact('4', 'Grace Hopper') };
    expect(await crmClient.send('PUT', '/contacts/5', body)).toMatchObject({
      status: 400,
      json: { error: { fields: { 'contact.id': expect.any(String) } } },
    });
  });

  test('deleting twice is deleting once, and nobody can’t be deleted', async () => {
    const first = await remove('1');
    expect(first).toMatchObject({ status: 200, json: { name: 'John Doe', deleted: true } });
    expect(await remove('1')).toEqual(first);
    expect(await remove('nobody')).toMatchObject({ status: 404, json: { error: { code: 'not-found' } } });
  });

  test('one that comes back after being deleted is whole again', async () => {
    await remove('1');
    await add(contact('1', 'John Doe'));
    expect(await search('john')).toEqual(['John Doe']);
  });
});

describe('activities', () => {
  const activities = async (id: string): Promise<readonly Activity[]> =>
    (await crmClient.get<Activity[]>(`/contacts/${id}/activities?session=a`)).json;

  test('Ada has two from the start, newest first, and others have none', async () => {
    const found = await activities('3');
    expect(found).toHaveLength(2);
    expect(found[0]?.time).toBeGreaterThan(found[1]?.time ?? Infinity);
    expect(await activities('1')).toEqual([]);
    expect(await activities('nobody')).toEqual([]);
  });

  test('a logged call is one more, with its note', async () => {
    const logged = callWrite('w', { contactId: '3', startedAt: time, note: 'Wants a discount' });
    await crmClient.send('PUT', '/logs/call-1', logged);
    const found = await activities('3');
    expect(found).toHaveLength(3);
    expect(found[0]).toMatchObject({ subject: 'Inbound call: Wants a discount', time });
  });

  test('a call that turns out to be another contact’s moves there', async () => {
    await crmClient.send('PUT', '/logs/call-1', callWrite('w1', { contactId: '1' }));
    await crmClient.send('PUT', '/logs/call-1', callWrite('w2', { contactId: '2' }));
    expect(await activities('1')).toEqual([]);
    expect(await activities('2')).toHaveLength(1);
  });
});
