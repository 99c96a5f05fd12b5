import { OffhookError, type Contact, type ContactPage, type ContactsPort, type Provide } from '@offhook/core';
import { Subject } from 'rxjs';
import { logged, ringing } from './testing/frames.js';
import { settle, widget } from './testing/widget.js';

const person = (id: string, ...numbers: readonly string[]): Contact => ({
  id,
  source: 'crm',
  name: `Person ${id}`,
  phones: numbers.map((number) => ({ number, type: 'mobile' })),
  emails: [],
});

type Sync = NonNullable<NonNullable<Provide['contacts']>['sync']>;

const people = (count: number, from = 1): readonly Contact[] =>
  Array.from({ length: count }, (_, index) => person(`c${from + index}`, `+3491${from + index}`));

/** A host whose contacts are in these pages. */
function host(pages: readonly (readonly Contact[])[]) {
  const asked: Parameters<Sync>[] = [];
  const sync: Sync = (input, ask) => {
    asked.push([input, ask]);
    const { page } = input;
    return { contacts: pages[page - 1] ?? [], nextPage: page < pages.length ? page + 1 : undefined };
  };
  return { asked, inputs: () => asked.map(([input]) => input), provide: { contacts: { sync } } };
}

describe('the host’s contacts', () => {
  it('S3-20: S3-21: S3-22: are pushed when somebody is logged in, page by page, each with its numbers', async () => {
    const { provide, inputs } = host([
      [person('id1', '+34911085460'), person('id2', '+34911085460', '+34911085461')],
      [person('id3')],
    ]);
    const it = widget({}, { provide });
    await settle(it);
    expect(it.pushed()).toEqual([]);
    it.say(logged());
    await settle(it);
    expect(it.channel.sent).toEqual([
      {
        type: 'contacts',
        data: {
          contacts: [
            { id: 'id1', name: 'Person id1', phones: ['+34911085460'] },
            { id: 'id2', name: 'Person id2', phones: ['+34911085460', '+34911085461'] },
          ],
        },
      },
      { type: 'contacts', data: { contacts: [{ id: 'id3', name: 'Person id3', phones: [] }] } },
    ]);
    expect(inputs()).toEqual([{ page: 1 }, { page: 2 }]);
  });

  it.each([
    ['S3-22: the word logged', logged()],
    ['S3-22: the event phone:logged', { type: 'phone:logged', data: {} }],
    ['whatever the widget says first', ringing()],
  ])('are pushed upon %s', async (_name, frame) => {
    const it = widget({}, { provide: host([people(1)]).provide });
    it.say(frame);
    await settle(it);
    expect(it.pushed()).toHaveLength(1);
  });

  it('S3-20: are pushed again each time that the widget was loaded anew', async () => {
    const { provide, inputs } = host([people(2)]);
    const it = widget({}, { provide });
    for (let load = 1; load <= 3; load += 1) {
      it.say(logged());
      await settle(it);
      expect(it.pushed()).toHaveLength(load);
    }
    expect(inputs()).toEqual([{ page: 1 }, { page: 1 }, { page: 1 }]);
  });

  it('S3-24: go out in chunks, each in a task of its own', async () => {
    const it = widget({ contacts: { chunk: 100 } }, { provide: host([people(250)]).provide });
    it.say(logged());
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    expect(it.pushed()).toHaveLength(0);
    await settle(it);
    expect(it.pushed().map(({ length }) => length)).toEqual([100, 100, 50]);
  });

  it('S3-24: all 250,000 of them arrive, once each, a thousand at a time', async () => {
    const it = widget({}, { provide: host([people(250_000)]).provide });
    it.say(logged());
    await settle(it);
    it.clock.advance(0);
    expect(it.pushed()).toHaveLength(250);
    expect(new Set(it.pushed().flatMap((chunk) => chunk.map(({ id }) => id))).size).toBe(250_000);
  });

  it('S3-20: a newer push ends the one before: none goes out for it any more', async () => {
    const { provide, asked } = host([people(3), people(3, 4)]);
    const it = widget({ contacts: { chunk: 2 } }, { provide });
    it.say(logged());
    await Promise.resolve();
    it.say(logged());
    expect(asked[0]?.[1].signal.aborted).toBe(true);
    await settle(it);
    expect(it.pushed().flat()).toHaveLength(6);
    expect(asked[1]?.[1].signal.aborted).toBe(false);
  });

  it('S3-20: an answer that comes after the widget was loaded anew is left aside', async () => {
    const answers: ((page: ContactPage) => void)[] = [];
    const sync: Sync = () => new Promise((answer) => answers.push(answer));
    const it = widget({}, { provide: { contacts: { sync } } });
    it.say(logged(), logged());
    answers[0]?.({ contacts: people(1) });
    await settle(it);
    expect(it.pushed()).toEqual([]);
    answers[1]?.({ contacts: people(2) });
    await settle(it);
    expect(it.pushed().map(({ length }) => length)).toEqual([2]);
  });

  it('S3-21: tombstones and whoever has no id or name are left out, the latter with a word', async () => {
    const broken = [{ ...person('a'), name: '' }, { ...person('b'), id: '' }, null] as Contact[];
    const gone = { ...person('gone'), deleted: true };
    const it = widget({}, { provide: host([[gone, ...broken, person('ok')]]).provide });
    it.say(logged());
    await settle(it);
    expect(it.pushed().flat()).toMatchObject([{ id: 'ok' }]);
    expect(it.events.filter(({ type }) => type === 'error')).toMatchObject([
      { error: { code: 'invalid-argument', message: expect.stringContaining('3 contacts') } },
    ]);
  });

  it('S3-20: those that changed are pushed when the host says so, as of the time of the first page', async () => {
    const changes$ = new Subject<void>();
    const inputs: object[] = [];
    const sync: Sync = (input) => {
      inputs.push(input);
      return { contacts: people(1), nextPage: input.page === 1 ? 2 : undefined, at: 1_000 * inputs.length };
    };
    const it = widget({}, { provide: { contacts: { sync, changes$ } } });
    changes$.next();
    await settle(it);
    expect(inputs).toEqual([]);
    it.say(logged());
    await settle(it);
    changes$.next();
    changes$.next();
    it.clock.advance(1_000);
    await settle(it);
    changes$.next();
    it.clock.advance(1_000);
    await settle(it);
    expect(inputs).toEqual([
      { page: 1 },
      { page: 2 },
      { page: 1, since: 1_000 },
      { page: 2, since: 1_000 },
      { page: 1, since: 3_000 },
      { page: 2, since: 3_000 },
    ]);
  });

  it('S3-20: what changes while all are read waits for that, and is not lost', async () => {
    const changes$ = new Subject<void>();
    const { provide, inputs } = host([people(1)]);
    const held: (() => void)[] = [];
    const sync: Sync = async (input, ask) => {
      await new Promise<void>((go) => held.push(go));
      return (await provide.contacts.sync(input, ask)) as ContactPage;
    };
    const it = widget({}, { provide: { contacts: { sync, changes$ } } });
    it.say(logged());
    const began = it.clock.now();
    changes$.next();
    it.clock.advance(3_000);
    held[0]?.();
    await settle(it);
    it.clock.advance(1_000);
    held[1]?.();
    await settle(it);
    expect(inputs()).toEqual([{ page: 1 }, { page: 1, since: began }]);
  });

  it('S3-20: a host that fails is told of, and asked for all when the widget starts the next time', async () => {
    let fails = true;
    const sync: Sync = () => {
      if (fails) throw new Error('no database');
      return { contacts: people(1) };
    };
    const it = widget({}, { provide: { contacts: { sync } } });
    it.say(logged());
    await settle(it);
    expect(it.events.filter(({ type }) => type === 'error')).toMatchObject([
      { handler: 'contacts.sync', error: { code: 'handler-failed', cause: new Error('no database') } },
    ]);
    fails = false;
    it.say(logged());
    await settle(it);
    expect(it.pushed()).toHaveLength(1);
  });

  it.each<[string, unknown]>([
    ['no list', { contacts: 'all' }],
    ['a next page that is none', { contacts: [], nextPage: 'two' }],
    ['a page that was there', { contacts: [], nextPage: 1 }],
    ['nothing', undefined],
  ])('S3-20: an answer with %s is the handler’s error', async (_name, answer) => {
    const it = widget({}, { provide: { contacts: { sync: () => answer as ContactPage } } });
    it.say(logged());
    await settle(it);
    expect(it.events.filter(({ type }) => type === 'error')).toMatchObject([
      { handler: 'contacts.sync', error: { code: 'handler-failed' } },
    ]);
    expect(it.pushed()).toEqual([]);
  });

  it('S3-20: come from the contacts of the client where no handler gives them', async () => {
    const contacts: ContactsPort = {
      match: () => [],
      async *pages() {
        yield people(2);
        yield people(1, 3);
      },
    };
    const it = widget({}, { contacts });
    it.say(logged());
    await settle(it);
    expect(it.pushed().map(({ length }) => length)).toEqual([2, 1]);
  });

  it('S3-20: nothing goes out, and nothing waits, after the client was closed', async () => {
    const { provide, asked } = host([people(2_500)]);
    const it = widget({}, { provide });
    it.say(logged());
    await Promise.resolve();
    it.phone.close();
    expect(asked[0]?.[1].signal.aborted).toBe(true);
    expect(it.clock.pending).toBe(0);
    await settle(it);
    expect(it.pushed()).toEqual([]);
    expect(it.clock.pending).toBe(0);
  });
});

describe('the command contacts.push', () => {
  it('S3-20: S3-21: sends what it is given, and again after each reload, as long as the page lives', async () => {
    const it = widget();
    it.say(logged());
    const done = it.phone.execute({ type: 'contacts.push', contacts: [person('a', '+34911085460')] });
    await expect(done).resolves.toEqual({ by: 'sent' });
    await settle(it);
    void it.phone.execute({ type: 'contacts.push', contacts: [person('b'), person('a', '+34911085461')] });
    await settle(it);
    expect(it.pushed().map((chunk) => chunk.map(({ id }) => id))).toEqual([['a'], ['b', 'a']]);
    it.say(logged());
    await settle(it);
    expect(it.pushed()[2]).toEqual([
      { id: 'a', name: 'Person a', phones: ['+34911085461'] },
      { id: 'b', name: 'Person b', phones: [] },
    ]);
  });

  it('S3-20: what it was given and had no time to go out yet goes out after a reload', async () => {
    const it = widget({ contacts: { chunk: 2 } });
    it.say(logged());
    void it.phone.execute({ type: 'contacts.push', contacts: people(5) });
    it.clock.advance(0);
    it.say(logged());
    await settle(it);
    expect(
      new Set(
        it
          .pushed()
          .flat()
          .map(({ id }) => id),
      ).size,
    ).toBe(5);
  });

  it('S3-21: a tombstone among them is forgotten', async () => {
    const it = widget();
    it.say(logged());
    void it.phone.execute({ type: 'contacts.push', contacts: people(2) });
    void it.phone.execute({ type: 'contacts.push', contacts: [{ ...person('c1'), deleted: true }] });
    await settle(it);
    it.say(logged());
    await settle(it);
    expect(it.pushed().map((chunk) => chunk.map(({ id }) => id))).toEqual([['c1', 'c2'], ['c2']]);
  });

  it('S3-20: without contacts sends all of the host’s, even where none are pushed unasked', async () => {
    const it = widget({ contacts: { push: false } }, { provide: host([people(2)]).provide });
    it.say(logged());
    await settle(it);
    expect(it.pushed()).toEqual([]);
    await it.phone.execute({ type: 'contacts.push' });
    await settle(it);
    expect(it.pushed()).toHaveLength(1);
    it.say(logged());
    await settle(it);
    expect(it.pushed()).toHaveLength(1);
  });

  it('S3-20: without contacts, and without any of the host’s, says what to give', async () => {
    const it = widget();
    it.say(logged());
    const refused = it.phone.execute({ type: 'contacts.push' });
    await expect(refused).rejects.toBeInstanceOf(OffhookError);
    await expect(refused).rejects.toMatchObject({ code: 'not-supported' });
  });

  it('S3-24: no trace names a contact or a number', async () => {
    const it = widget({}, { provide: host([people(3)]).provide });
    it.say(logged());
    void it.phone.execute({ type: 'contacts.push', contacts: people(2) });
    await settle(it);
    expect(it.traced).toEqual([['contacts'], ['contacts']]);
  });
});
