import { fakeConnector } from '@offhook/testing';
import { of, Subject } from 'rxjs';
import type { ConnectorContext } from './connector.js';
import type { Authorization } from './model/authorization.js';
import type { Contact } from './model/contact.js';
import { OffhookError } from './model/error.js';
import type { Setting } from './model/setting.js';
import { memoryContacts } from './ports/contacts.js';
import type { LogContext, LogPort } from './ports/log.js';
import type { Ask } from './ports/provide.js';
import { createCurrent } from './stream/state.js';
import { settle } from './testing/promises.js';
import { setUp } from './testing/setUp.js';

const number = '+12165325078';
const ada: Contact = {
  id: 'ada',
  source: 'crm',
  name: 'Ada',
  phones: [{ number, type: 'work' }],
  emails: [],
};

/** A connector that keeps what the client gives it. */
function nosy() {
  const contexts: ConnectorContext[] = [];
  const line = fakeConnector({ id: 'nosy' });
  const connect = line.connect.bind(line);
  Object.assign(line, {
    connect: (context: ConnectorContext) => {
      contexts.push(context);
      return connect(context);
    },
  });
  return { line, contexts };
}

/** A log that keeps what the client gives it. */
function nosyLog() {
  const contexts: LogContext[] = [];
  const closed = jest.fn();
  const log: LogPort = {
    connect(context) {
      contexts.push(context);
      return {
        pending: createCurrent(0),
        call: async () => {},
        messages: async () => {},
        logged: async () => ({}),
        annotate: async () => {},
        close: closed,
      };
    },
  };
  return { log, closed, context: () => contexts[0]! };
}

describe('what the host provides', () => {
  it('is given to each connector, and to the app’s own screens', () => {
    const { line, contexts } = nosy();
    const provide = { contacts: { search: () => [ada] } };
    const { phone } = setUp({ others: [line], provide });
    expect(contexts[0]?.provide).toBe(provide);
    expect(phone.provide).toBe(provide);
  });

  it('is nothing, with no log and no other tabs, unless given', async () => {
    const { line, contexts } = nosy();
    const { phone } = setUp({ others: [line] });
    const effect = jest.fn();
    expect(contexts[0]).toMatchObject({ provide: {}, log: undefined });
    expect(phone.tabs.leader.value).toBe(true);
    expect(await phone.tabs.runOnce('pop', effect)).toBe(true);
    expect(await phone.tabs.runOnce('pop', effect)).toBe(false);
    expect(effect).toHaveBeenCalledTimes(1);
  });

  it('names callers: the handler that answers vendors answers the client, too', async () => {
    const match = jest.fn(async (numbers: readonly string[], _: Ask) => ({ [numbers[0]!]: [ada] }));
    const { phone, line } = setUp({ provide: { contacts: { match } } });
    const call = line.ring({ number });
    expect(phone.calls.get(call.id).value?.match.status).toBe('pending');
    await settle();
    expect(phone.calls.get(call.id).value?.match).toEqual({ status: 'one', contacts: [ada] });
    expect(match.mock.calls[0]).toMatchObject([[number], { connector: 'host', deadline: Infinity }]);
  });

  it('adds up what an Observable finds, and takes a plain value at once', async () => {
    const bob = { ...ada, id: 'bob' };
    const found = of({ other: [bob] }, { [number]: [ada] }, {});
    const first = setUp({ provide: { contacts: { match: () => found } } });
    const { id } = first.line.ring({ number });
    await settle();
    expect(first.phone.calls.get(id).value?.match.contacts).toEqual([ada]);

    const second = setUp({ provide: { contacts: { match: () => ({}) } } });
    expect(second.phone.calls.get(second.line.ring({ number }).id).value?.match.status).toBe('none');
  });

  it('has a match where only the contacts port was given, so that this serves vendors as well', async () => {
    const { phone } = setUp({ contacts: memoryContacts([ada]) });
    const ask: Ask = { connector: 'host', signal: new AbortController().signal, deadline: Infinity };
    await expect(phone.provide.contacts?.match?.([number, '999'], ask)).resolves.toEqual({
      [number]: [ada],
      '999': [],
    });
  });

  it('has a search where the port has one', async () => {
    const ask: Ask = { connector: 'host', signal: new AbortController().signal, deadline: Infinity };
    const search = jest.fn((_: string) => [ada]);
    const { phone } = setUp({ contacts: { match: () => [], search } });
    await expect(phone.provide.contacts?.search?.('ad', ask)).resolves.toEqual([ada]);
    expect(search).toHaveBeenCalledWith('ad', ask.signal);
    expect(setUp({ contacts: memoryContacts([]) }).phone.provide.contacts?.search).toBeUndefined();
  });

  it('is told of as it changes: contacts, authorization, settings', () => {
    const status = createCurrent<Authorization>({ authorized: false });
    const values = createCurrent<readonly Setting[]>([]);
    const changes$ = new Subject<void>();
    const { phone, events } = setUp({
      provide: {
        contacts: { changes$ },
        authorization: { status, toggle: () => {} },
        settings: { values, change: () => {} },
      },
    });
    changes$.next();
    status.set({ authorized: true, account: 'kim' });
    values.set([{ id: 'pop', name: 'Pop', type: 'boolean', value: true }]);
    expect(events.slice(-3)).toMatchObject([
      { type: 'contacts.changed' },
      { type: 'authorization.changed', authorization: { authorized: true, account: 'kim' } },
      { type: 'settings.changed', settings: [{ id: 'pop' }] },
    ]);
    phone.close();
    const count = events.length;
    status.set({ authorized: false });
    changes$.next();
    expect(events).toHaveLength(count);
    expect(changes$.observed).toBe(false);
  });
});

describe('the log', () => {
  it('is given to connectors, sees the events and the calls, and closes with the client', () => {
    const { log, closed, context } = nosyLog();
    const { line: other, contexts } = nosy();
    const { phone, line } = setUp({ log, others: [other] });
    const seen: string[] = [];
    context().events$.subscribe(({ type }) => seen.push(type));
    const { id } = line.ring({ number });
    expect(contexts[0]?.log).toBe(phone.log);
    expect(seen).toContain('call.ringing');
    expect(context().call(id)).toBe(phone.calls.get(id).value);
    phone.close();
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('knows which of a vendor’s ids last, and whether they come again', () => {
    const { log, context } = nosyLog();
    const fleeting = {
      ...fakeConnector({ id: 'fleeting', recyclesIds: true }),
      isLasting: (id: string) => id !== '7',
    };
    setUp({ log, others: [fleeting] });
    expect(['7', '8'].map((id) => context().isLasting('fleeting', id))).toEqual([false, true]);
    expect(context().isLasting('fake', '7')).toBe(true);
    expect(['fleeting', 'fake'].map((id) => context().recyclesIds(id))).toEqual([true, false]);
  });

  it('tells what became of a call’s entry, while it lives and when it has ended', () => {
    const { log, context } = nosyLog();
    const { phone, line, events } = setUp({ log });
    const call = line.ring({ number });
    context().told(call.id, { status: 'saving', waiting: 1 });
    expect(phone.calls.get(call.id).value?.log.status).toBe('saving');
    expect(events.at(-1)).toMatchObject({ type: 'log.changed', call: { log: { waiting: 1 } } });
    call.end();
    context().told(call.id, { status: 'saved', waiting: 0, note: 'Blue' });
    expect(phone.recentCalls.value[0]?.log).toEqual({ status: 'saved', waiting: 0, note: 'Blue' });
    const count = events.length;
    context().told(call.id, { status: 'saved', waiting: 0, note: 'Blue' });
    context().told('fake:nobody', { status: 'saved', waiting: 0 });
    expect(events).toHaveLength(count);
  });

  it('tells what became of a thread’s entry', () => {
    const { log, context } = nosyLog();
    const { phone, line, events } = setUp({ log });
    const id = line.message({ number });
    context().told(id, { status: 'saved', waiting: 0 });
    expect(phone.inbox.get(id).value?.log.status).toBe('saved');
    expect(events.at(-1)).toMatchObject({ type: 'inbox.log.changed', connector: 'fake', thread: { id } });
    context().told(id, { status: 'saved', waiting: 0 });
    expect(events.filter(({ type }) => type === 'inbox.log.changed')).toHaveLength(1);
  });

  it('tells of a handler that failed', () => {
    const { log, context } = nosyLog();
    const { events } = setUp({ log });
    context().failed('callLog.write', new OffhookError('handler-failed', 'It failed.'));
    expect(events.at(-1)).toMatchObject({ type: 'error', handler: 'callLog.write' });
  });
});
