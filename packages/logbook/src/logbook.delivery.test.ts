import type { Ask, CallLogEntry, Contact, Provide } from '@offhook/core';
import { virtualClock } from '@offhook/testing';
import { EMPTY, NEVER, of, throwError, type Observable } from 'rxjs';
import { openDesk, type DeskOptions } from './testing/desk.js';
import { fakeBrowser } from './testing/fakeBrowser.js';
import { fakeCrm } from './testing/fakeCrm.js';
import { settle } from './testing/settle.js';

const number = '+12165325078';
const ada: Contact = { id: 'ada', source: 'crm', name: 'Ada', phones: [], emails: [] };
const bob: Contact = { ...ada, id: 'bob', name: 'Bob' };

function setUp({ provide: more, ...options }: Partial<DeskOptions> = {}) {
  const clock = virtualClock();
  const browser = fakeBrowser(clock);
  const crm = fakeCrm();
  const provide: Provide = { callLog: { write: crm.write }, messageLog: { write: crm.write }, ...more };
  const open = () => openDesk({ browser, clock, provide, ...options });
  return { clock, browser, crm, open, desk: open() };
}

type Scene = ReturnType<typeof setUp>;

const told = ({ desk }: Scene): readonly string[] =>
  desk.events.flatMap((event) =>
    event.type === 'log.changed' ? `${event.call.log.status} ${event.call.log.waiting}` : [],
  );
const errors = ({ desk }: Scene): readonly unknown[] => desk.events.filter(({ type }) => type === 'error');

describe('a write', () => {
  it('is told of as it goes: saving, saved, and with its note', async () => {
    const scene = setUp();
    const call = scene.desk.line.ring({ id: 's1', number });
    await scene.desk.phone.log?.annotate(call.id, { note: 'Blue' });
    await settle();
    expect(told(scene)).toEqual(['saving 1', 'saved 0']);
    expect(scene.desk.phone.calls.get(call.id).value?.log).toEqual({
      status: 'saved',
      waiting: 0,
      note: 'Blue',
    });
  });

  it('waits when it fails, is tried again, and tells of the failure once', async () => {
    const scene = setUp();
    const { crm, clock, desk } = scene;
    const boom = new Error('503');
    crm.instead = () => Promise.reject(boom);
    desk.line.ring({ id: 's1', number }).end();
    await settle();
    expect(told(scene)).toEqual(['saving 1', 'waiting 1']);
    expect(desk.phone.log?.pending.value).toBe(1);
    for (let second = 0; second < 5; second += 1) {
      clock.advance(1_000);
      await settle();
    }
    desk.line.ring({ id: 's2', number }).end();
    await settle();
    expect(crm.tries).toBe(7);
    expect(errors(scene)).toMatchObject([
      { handler: 'callLog.write', error: { code: 'handler-failed', cause: boom } },
    ]);
    crm.instead = undefined;
    clock.advance(1_000);
    await settle();
    expect(crm.rows.size).toBe(2);
    expect(told(scene).at(-1)).toBe('saved 0');
    expect(desk.phone.log?.pending.value).toBe(0);
  });

  it('tells of a new run of failures, but not again of a write that fails for ever', async () => {
    const scene = setUp();
    const { crm, clock, desk } = scene;
    const failing = new Set(['fake:s1']);
    const write = crm.write;
    crm.instead = (entry, ask) => {
      if (failing.has(entry.key)) throw new Error('400');
      crm.instead = undefined;
      return write(entry, ask);
    };
    const fail = crm.instead;
    const end = async (id: string): Promise<void> => {
      crm.instead = fail;
      desk.line.ring({ id, number }).end();
      await settle();
      crm.instead = fail;
      clock.advance(1_000);
      await settle();
    };
    await end('s1');
    await end('s2');
    expect(errors(scene)).toHaveLength(1);
    failing.add('fake:s3');
    await end('s3');
    expect(errors(scene)).toHaveLength(2);
  });

  it('keeps its writeId over tries, has a deadline, and is given up after half a minute', async () => {
    const { crm, clock, desk } = setUp();
    const asks: Ask[] = [];
    const ids: string[] = [];
    crm.instead = (entry, ask) => {
      asks.push(ask);
      ids.push(entry.writeId);
      return new Promise(() => {});
    };
    desk.line.ring({ id: 's1', number }).end();
    await settle();
    expect(asks).toMatchObject([{ connector: 'fake', deadline: clock.now() + 30_000 }]);
    clock.advance(29_999);
    await settle();
    expect(asks[0]?.signal.aborted).toBe(false);
    clock.advance(1);
    await settle();
    expect(asks[0]?.signal.reason).toMatchObject({ code: 'timeout' });
    clock.advance(1_000);
    await settle();
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
  });

  it.each<[string, Observable<unknown>, string]>([
    ['a value', of(1), 'saved'],
    ['none', EMPTY, 'saved'],
    ['an error', throwError(() => new Error('503')), 'waiting'],
    ['no end', NEVER, 'saving'],
  ])('may be answered with an Observable that has %s', async (_, answer, status) => {
    const { crm, desk } = setUp();
    crm.instead = () => answer;
    desk.line.ring({ id: 's1', number }).end();
    await settle();
    expect(desk.phone.recentCalls.value[0]?.log.status).toBe(status);
  });

  it('unsubscribes from what takes too long, and when the client closes', async () => {
    const { crm, desk, clock, browser } = setUp();
    let open = 0;
    crm.instead = () =>
      new (NEVER.constructor as typeof Observable)(() => {
        open += 1;
        return () => void (open -= 1);
      });
    desk.line.ring({ id: 's1', number }).end();
    await settle();
    expect(open).toBe(1);
    clock.advance(30_000);
    await settle();
    expect(open).toBe(0);
    clock.advance(1_000);
    await settle();
    expect(open).toBe(1);
    desk.phone.close();
    await settle();
    expect(open).toBe(0);
    expect([browser.open, clock.pending]).toEqual([0, 0]);
  });

  it('goes on in another tab, and after a reload, when its tab has closed', async () => {
    const { crm, desk, clock, open } = setUp();
    crm.instead = () => NEVER;
    desk.line.ring({ id: 's1', number }).end();
    await settle();
    desk.phone.close();
    await settle();
    crm.instead = undefined;
    const { phone, line } = open();
    clock.advance(0);
    await settle();
    expect(crm.rows.get('fake:s1')).toMatchObject({ phase: 'final' });
    line.ring({ id: 's1', number });
    await settle();
    expect(phone.calls.get('fake:s1').value?.log).toEqual({ status: 'saved', waiting: 0 });
  });

  it('is told of in each tab that knows the call', async () => {
    const scene = setUp({ auto: false });
    const other = scene.open();
    const call = scene.desk.line.ring({ id: 's1', number });
    other.line.ring({ id: 's1', number });
    await other.phone.log?.annotate(call.id, { note: 'Blue' });
    await settle();
    expect(scene.desk.phone.calls.get(call.id).value?.log).toEqual({
      status: 'saved',
      waiting: 0,
      note: 'Blue',
    });
  });
});

describe('what has been logged', () => {
  it('is found by any of the vendor’s ids', async () => {
    const { desk, crm, clock } = setUp();
    await desk.phone.log?.call({ connector: 'fake', vendorIds: ['s1', '7'], phase: 'final', note: 'Blue' });
    crm.instead = () => NEVER;
    await desk.phone.log?.call({ connector: 'fake', vendorIds: ['s2', '8'], phase: 'final' });
    await settle();
    expect(await desk.phone.log?.logged('fake', ['7', '8', '9', 's1'])).toEqual({
      7: [{ id: 'fake:s1', note: 'Blue' }],
      s1: [{ id: 'fake:s1', note: 'Blue' }],
    });
    expect(clock.pending).toBeGreaterThan(0);
  });
});

describe('a file', () => {
  const fetch = async () => new Blob(['sound']);
  const recording = { id: 'r1', link: 'https://media.example/r1?access_token=CANARY', fetch };
  const facts = {
    connector: 'fake',
    vendorIds: ['s1'],
    phase: 'recording',
    recordings: [recording],
  } as const;
  const logged = (entry: unknown) => (entry as CallLogEntry).recordings[0];

  it('can be fetched in the tab that was told of it, and is stored without token and function', async () => {
    const { desk, crm, browser } = setUp();
    await desk.phone.log?.call(facts);
    await settle();
    expect(logged(crm.writes[0])).toEqual({ id: 'r1', link: 'https://media.example/r1', fetch });
    expect(browser.dump()).not.toContain('CANARY');
  });

  it('is written again when it can be fetched for the first time, and no more', async () => {
    const { desk, crm } = setUp();
    const { fetch: _, ...bare } = recording;
    await desk.phone.log?.call({ ...facts, recordings: [bare] });
    await desk.phone.log?.call(facts);
    await desk.phone.log?.call(facts);
    await settle();
    expect(crm.writes.map((entry) => logged(entry)?.fetch)).toEqual([undefined, fetch]);
  });

  it('can’t be fetched after ten minutes', async () => {
    const { desk, crm, clock } = setUp();
    crm.instead = () => Promise.reject(new Error('503'));
    await desk.phone.log?.call(facts);
    await settle();
    clock.advance(10 * 60_000);
    await settle();
    crm.instead = undefined;
    clock.advance(1_000);
    await settle();
    expect(logged(crm.writes[0])).toEqual({ id: 'r1', link: 'https://media.example/r1' });
  });
});

describe('whom an entry is for', () => {
  const provide = { contacts: { match: () => ({ [number]: [ada, bob] }) } };

  it('is the one contact with the number, until somebody chooses another', async () => {
    const { desk, crm } = setUp({ provide: { contacts: { match: () => ({ [number]: [ada] }) } } });
    const call = desk.line.ring({ id: 's1', number });
    call.end();
    await settle();
    expect(crm.rows.get('fake:s1')?.contact).toEqual(ada);
    await desk.phone.log?.call({ connector: 'fake', vendorIds: ['s1'], phase: 'final', contact: bob });
    await settle();
    expect(crm.rows.get('fake:s1')?.contact).toEqual(bob);
  });

  it('is asked for once, over tabs and reloads, where there are several', async () => {
    const asked = jest.fn(async () => bob);
    const { desk, crm, open } = setUp({ provide, resolve: asked });
    const other = open();
    const call = desk.line.ring({ id: 's1', number });
    other.line.ring({ id: 's1', number }).answer();
    call.answer();
    await settle();
    call.end();
    await settle();
    desk.phone.close();
    other.phone.close();
    open().line.ring({ id: 's1', number }).end();
    await settle();
    expect(asked.mock.calls).toMatchObject([[{ key: 'fake:s1' }, [ada, bob]]]);
    expect(crm.rows.get('fake:s1')?.contact).toEqual(bob);
  });

  it('is nobody where the app can’t tell, and where asking fails', async () => {
    const scene = setUp({ provide, resolve: () => undefined });
    scene.desk.line.ring({ id: 's1', number }).end();
    await settle();
    expect(scene.crm.writes).toHaveLength(1);
    expect(scene.crm.writes[0]).not.toHaveProperty('contact');

    const failing = setUp({ provide, resolve: () => Promise.reject(new Error('No dialog')) });
    failing.desk.line.ring({ id: 's1', number }).end();
    await settle();
    expect(failing.crm.writes).toHaveLength(1);
    expect(errors(failing)).toMatchObject([{ error: { code: 'handler-failed' } }]);
  });
});
