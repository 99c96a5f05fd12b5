import type { Contact, ContactPage, Provide } from '@offhook/core';
import { concat, NEVER, of, Subject, throwError } from 'rxjs';
import { serving } from '../testing/service.js';
import { settle } from '../testing/widget.js';

const ada: Contact = {
  id: '123456',
  source: 'crm',
  name: 'Ada',
  phones: [{ number: '+12165325078', type: 'direct' }],
  emails: ['ada@crm.example'],
};

const wireAda = {
  id: '123456',
  name: 'Ada',
  type: 'Offhook',
  phoneNumbers: [{ phoneNumber: '+12165325078', phoneType: 'direct' }],
  emails: ['ada@crm.example'],
};

const contacts = (given: Provide['contacts']) => ({ provide: { contacts: given ?? {} } });

describe('all contacts', () => {
  it('S1-17, S1-23, S1-24: come under their ids and names', async () => {
    const { ask, answers } = serving(contacts({ sync: () => ({ contacts: [ada] }) }));
    const id = ask('/contacts', { page: 1, syncTimestamp: null });
    await settle();
    expect(answers(id)).toMatchObject([{ data: [{ id: '123456', name: 'Ada' }], nextPage: null }]);
  });

  it('S1-25, S1-26, S1-28: have the service’s name, numbers and addresses', async () => {
    const { ask, answers } = serving(contacts({ sync: async () => ({ contacts: [ada] }) }), {
      service: { name: 'Acme' },
    });
    const id = ask('/contacts', { page: 1, syncTimestamp: null });
    await settle();
    expect(answers(id)).toMatchObject([{ data: [{ ...wireAda, type: 'Acme' }] }]);
  });

  it.each([
    ['S1-27: fax', 'fax'],
    ['S1-27: Mobile', 'mobile'],
    ['S1-27: direct', 'direct'],
    ['S1-27: carrier pigeon', 'unknown'],
    ['S1-27: ', 'unknown'],
  ])('%s is a kind of number: %s', (title, phoneType) => {
    const type = title.slice('S1-27: '.length);
    const phones = [{ number: '+1', type }];
    const { ask, answers } = serving(contacts({ sync: () => ({ contacts: [{ ...ada, phones }] }) }));
    const id = ask('/contacts', { page: 1 });
    expect(answers(id)).toMatchObject([{ data: [{ phoneNumbers: [{ phoneNumber: '+1', phoneType }] }] }]);
  });

  it('S1-19, S1-20, S1-21: come page by page, since a time, until there is no next page', () => {
    const sync = jest.fn(({ page }: { page: number }): ContactPage => ({
      contacts: [{ ...ada, id: `${page}` }],
      ...(page < 2 && { nextPage: page + 1 }),
    }));
    const { ask, answers } = serving(contacts({ sync }));
    const first = ask('/contacts', { page: 1, syncTimestamp: 1_111, type: 'api' });
    const second = ask('/contacts', { page: 2, syncTimestamp: 1_111, type: 'api' });
    ask('/contacts', { page: 1, syncTimestamp: null });
    expect(answers(first)).toMatchObject([{ data: [{ id: '1' }], nextPage: 2 }]);
    expect(answers(second)).toMatchObject([{ data: [{ id: '2' }], nextPage: null }]);
    expect(sync.mock.calls.map(([input]) => input)).toEqual([
      { page: 1, since: 1_111 },
      { page: 2, since: 1_111 },
      { page: 1 },
    ]);
  });

  it('S1-22: keep the first page’s time stamp for the whole run', () => {
    const { ask, answers, clock } = serving(
      contacts({ sync: ({ page }) => ({ contacts: [], at: 5_000 + page, nextPage: page + 1 }) }),
    );
    const first = ask('/contacts', { page: 1, syncTimestamp: 1_000 });
    clock.advance(500);
    const second = ask('/contacts', { page: 2, syncTimestamp: 1_000 });
    expect([...answers(first), ...answers(second)]).toMatchObject([
      { syncTimestamp: 5_001 },
      { syncTimestamp: 5_001 },
    ]);
    const next = ask('/contacts', { page: 1, syncTimestamp: 5_001 });
    expect(answers(next)).toMatchObject([{ syncTimestamp: 5_001 }]);
  });

  it('S1-22: are as of the question, where the handler doesn’t say', () => {
    const { ask, answers, clock } = serving(contacts({ sync: () => ({ contacts: [] }) }));
    const id = ask('/contacts', { page: 1, syncTimestamp: null });
    expect(answers(id)).toMatchObject([{ syncTimestamp: clock.now() }]);
  });

  it('S1-29: deleted ones are told to who has them, by their ids alone if need be', () => {
    const gone = { ...ada, id: '7', name: '', deleted: true };
    const { ask, answers } = serving(contacts({ sync: () => ({ contacts: [ada, gone] }) }));
    const delta = ask('/contacts', { page: 1, syncTimestamp: 1_000 });
    const all = ask('/contacts', { page: 1, syncTimestamp: null });
    expect(answers(delta)).toMatchObject([{ data: [{ id: '123456' }, { id: '7', deleted: true }] }]);
    expect(answers(all)).toMatchObject([{ data: [{ id: '123456' }] }]);
  });

  it('keeps what the widget has when a first page fails', () => {
    const { ask, answers, failures } = serving(
      contacts({
        sync() {
          throw new Error('down');
        },
      }),
    );
    const delta = ask('/contacts', { page: 1, syncTimestamp: 1_000 });
    const all = ask('/contacts', { page: 1, syncTimestamp: null });
    expect(answers(delta)).toEqual([{ data: [], nextPage: null, syncTimestamp: 1_000 }]);
    expect(answers(all)).toEqual([{ data: [], nextPage: null, syncTimestamp: null }]);
    expect(failures()).toEqual(['contacts.sync', 'contacts.sync']);
  });

  it('begins where a run began that has lost a page, whatever the widget says', () => {
    const asked: unknown[] = [];
    let down = true;
    const { ask } = serving(
      contacts({
        sync({ page, since }) {
          asked.push([page, since]);
          if (page === 2 && down) throw new Error('down');
          return { contacts: [ada], at: 9_000, ...(page === 1 && { nextPage: 2 }) };
        },
      }),
    );
    ask('/contacts', { page: 1, syncTimestamp: 1_000 });
    ask('/contacts', { page: 2, syncTimestamp: 1_000 });
    down = false;
    ask('/contacts', { page: 1, syncTimestamp: 9_000 });
    ask('/contacts', { page: 2, syncTimestamp: 9_000 });
    ask('/contacts', { page: 1, syncTimestamp: 9_000 });
    expect(asked).toEqual([
      [1, 1_000],
      [2, 1_000],
      [1, 1_000],
      [2, 1_000],
      [1, 9_000],
    ]);
  });

  it.each([[1], [0], ['2'], [NaN]])(
    'refuses a page after page 1 that is %p, which would never end',
    (nextPage) => {
      const page = { contacts: [], nextPage } as unknown as ContactPage;
      const { ask, answers, failures } = serving(contacts({ sync: () => page }));
      const id = ask('/contacts', { page: 1, syncTimestamp: null });
      expect(answers(id)).toEqual([{ data: [], nextPage: null, syncTimestamp: null }]);
      expect(failures()).toEqual(['contacts.sync']);
    },
  );

  it('leaves out what has no id or no name, and tells of it', () => {
    const garbage = [ada, {}, null, { id: '8' }, { name: 'Bob' }, 7] as unknown as readonly Contact[];
    const { ask, answers, failures } = serving(contacts({ sync: () => ({ contacts: garbage }) }));
    const id = ask('/contacts', { page: 1, syncTimestamp: null });
    expect(answers(id)).toMatchObject([{ data: [wireAda] }]);
    expect(failures()).toEqual(['contacts.sync']);
  });

  it('U-44: are fetched again when the host says that they changed, but not by the widget of 2019', () => {
    const changes$ = new Subject<void>();
    const given = { changes$, sync: () => ({ contacts: [] }) };
    const current = serving(contacts(given));
    const old = serving(contacts(given), { profile: '2019' });
    changes$.next();
    expect(current.sent('adapter-sync-third-party-contacts')).toEqual([
      { type: 'rc-adapter-sync-third-party-contacts' },
    ]);
    expect(old.sent('adapter-sync-third-party-contacts')).toEqual([]);
    current.phone.close();
    changes$.next();
    expect(current.sent('adapter-sync-third-party-contacts')).toHaveLength(1);
  });
});

describe('a search', () => {
  it('S1-30: finds who fits the text', async () => {
    const search = jest.fn(async () => [ada]);
    const { ask, answers } = serving(contacts({ search }));
    const id = ask('/contacts/search', { searchString: 'tes' });
    await settle();
    expect(search).toHaveBeenCalledWith('tes', expect.objectContaining({ connector: 'ringcentral' }));
    expect(answers(id)).toEqual([{ data: [wireAda] }]);
  });
});

describe('a match', () => {
  it('S1-31, S1-32: answers by the numbers as they were spelt, and asks for each once', () => {
    const match = jest.fn(() => ({ '+12165325078': [ada], '0216 532 50 78': [], unasked: [ada] }));
    const { ask, answers } = serving(contacts({ match }));
    const id = ask('/contacts/match', {
      phoneNumbers: ['+12165325078', '0216 532 50 78', '+1', '+12165325078', 7, ''],
      callerIds: {},
    });
    expect(match).toHaveBeenCalledWith(['+12165325078', '0216 532 50 78', '+1'], expect.anything());
    expect(answers(id)).toEqual([{ data: { '+12165325078': [wireAda], '0216 532 50 78': [] } }]);
  });

  it('S1-32: finds nobody under what every object has', () => {
    const { ask, answers, failures } = serving(contacts({ match: () => ({}) }));
    const id = ask('/contacts/match', { phoneNumbers: ['constructor', '__proto__', 'toString'] });
    expect(answers(id)).toEqual([{ data: {} }]);
    expect(failures()).toEqual([]);
  });

  it('says nothing of a number whose matches are garbage', () => {
    const garbage = { '+1': [null], '+2': [{ name: 'Bob' }, ada], '+3': 'Bob' } as never;
    const { ask, answers, failures } = serving(contacts({ match: () => garbage }));
    const id = ask('/contacts/match', { phoneNumbers: ['+1', '+2', '+3'] });
    expect(answers(id)).toEqual([{ data: { '+2': [wireAda] } }]);
    expect(failures()).toEqual(['contacts.match']);
  });

  it('U-45: that comes late is kept, asked for again, and used once', async () => {
    let find = (_: object): void => {};
    const match = jest.fn(() => new Promise<object>((resolve) => (find = resolve)));
    const { ask, answers, clock, sent, told } = serving(contacts({ match: match as never }));
    const first = ask('/contacts/match', { phoneNumbers: ['+1', '+2'] });
    clock.advance(30_000);
    expect(answers(first)).toEqual([{ data: {} }]);
    expect(told('request.late')).toHaveLength(1);
    find({ '+1': [ada] });
    await settle();
    expect(sent('adapter-trigger-contact-match')).toEqual([
      { type: 'rc-adapter-trigger-contact-match', phoneNumbers: ['+1'] },
    ]);
    const again = ask('/contacts/match', { phoneNumbers: ['+1'] });
    expect(answers(again)).toEqual([{ data: { '+1': [wireAda] } }]);
    expect(match).toHaveBeenCalledTimes(1);
    ask('/contacts/match', { phoneNumbers: ['+1'] });
    expect(match).toHaveBeenCalledTimes(2);
    expect(answers(first)).toHaveLength(1);
  });

  it('U-45: that is partly found in time is told, and only the rest is asked for again', () => {
    const found = new Subject<Record<string, readonly Contact[]>>();
    const { ask, answers, clock, sent } = serving(contacts({ match: () => found }));
    const id = ask('/contacts/match', { phoneNumbers: ['+1', '+2', '+3'] });
    found.next({ '+1': [ada] });
    clock.advance(29_000);
    expect(answers(id)).toEqual([{ data: { '+1': [wireAda] } }]);
    found.next({ '+2': [] });
    found.complete();
    expect(sent('adapter-trigger-contact-match')).toEqual([
      { type: 'rc-adapter-trigger-contact-match', phoneNumbers: ['+2'] },
    ]);
    expect(answers(id)).toHaveLength(1);
  });

  it('U-45: that was kept is forgotten after five minutes', async () => {
    let find = (_: object): void => {};
    const match = jest.fn(() => new Promise<object>((resolve) => (find = resolve)));
    const { ask, clock } = serving(contacts({ match: match as never }));
    ask('/contacts/match', { phoneNumbers: ['+1'] });
    clock.advance(30_000);
    find({ '+1': [ada] });
    await settle();
    clock.advance(300_000);
    ask('/contacts/match', { phoneNumbers: ['+1'] });
    expect(match).toHaveBeenCalledTimes(2);
  });

  it('U-45: the widget of 2019 hears nothing after its six seconds, and finds it when it asks by itself', async () => {
    let find = (_: object): void => {};
    const match = jest.fn(() => new Promise<object>((resolve) => (find = resolve)));
    const { ask, answers, clock, channel } = serving(contacts({ match: match as never }), {
      profile: '2019',
    });
    const first = ask('/contacts/match', { phoneNumbers: ['+1'] });
    clock.advance(6_000);
    expect(answers(first)).toEqual([{ data: {} }]);
    const before = channel.sent.length;
    find({ '+1': [ada] });
    await settle();
    expect(channel.sent).toHaveLength(before);
    expect(answers(ask('/contacts/match', { phoneNumbers: ['+1'] }))).toEqual([
      { data: { '+1': [wireAda] } },
    ]);
  });

  it('says nothing when it fails half-way, so that the widget asks anew', () => {
    const found = concat(
      of({ '+1': [ada] }),
      throwError(() => new Error('down')),
    );
    const { ask, answers, failures } = serving(contacts({ match: () => found }));
    expect(answers(ask('/contacts/match', { phoneNumbers: ['+1'] }))).toEqual([{ data: {} }]);
    expect(failures()).toEqual(['contacts.match']);
  });

  it('adds up what an Observable gives that never ends', () => {
    const found = concat(of({ '+1': [ada] }), of({ '+2': [] }), NEVER);
    const { ask, answers, clock, sent } = serving(contacts({ match: () => found }));
    const id = ask('/contacts/match', { phoneNumbers: ['+1', '+2', '+3'] });
    clock.advance(600_000);
    expect(answers(id)).toEqual([{ data: { '+1': [wireAda], '+2': [] } }]);
    expect(sent('adapter-trigger-contact-match')).toEqual([]);
  });
});
