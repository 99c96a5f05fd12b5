import { createCurrent, type HandlerName, type Provide } from '@offhook/core';
import { spoiltFrames } from '@offhook/testing';
import { concat, NEVER, of, throwError } from 'rxjs';
import { message } from '../testing/frames.js';
import { serving } from '../testing/service.js';
import { settle } from '../testing/widget.js';

const call = {
  sessionId: '1',
  telephonySessionId: 's-1',
  direction: 'Inbound',
  from: { phoneNumber: '+1' },
  to: { phoneNumber: '+2' },
  result: 'Ringing',
};

interface Case {
  readonly handler: HandlerName;
  readonly path: string;
  readonly body: object;
  /** A whole answer of the handler's, and the widget's. */
  readonly value: unknown;
  readonly answer: unknown;
  /** The answer of who has nothing. */
  readonly empty: unknown;
  /** How long the widget listens: today's, and that of 2019. Without it the handler may take its time. */
  readonly ms?: readonly [number, number];
  /** What is no answer of this handler. */
  readonly garbage?: readonly unknown[];
}

const ok = { data: 'ok' };
const garbage = [null, 0, 7, 'text', '', true, Symbol('odd'), () => {}, 10n, NaN];

const cases: readonly Case[] = [
  {
    handler: 'contacts.sync',
    path: '/contacts',
    body: { page: 1, syncTimestamp: 5 },
    value: { contacts: [], at: 9 },
    answer: { data: [], nextPage: null, syncTimestamp: 9 },
    empty: { data: [], nextPage: null, syncTimestamp: 5 },
    ms: [60_000, 8_000],
    garbage: [...garbage, {}, [], { contacts: 'all' }],
  },
  {
    handler: 'contacts.search',
    path: '/contacts/search',
    body: { searchString: 'ada' },
    value: [],
    answer: { data: [] },
    empty: { data: [] },
    ms: [30_000, 3_000],
    garbage: [...garbage, {}, { data: [] }],
  },
  {
    handler: 'contacts.match',
    path: '/contacts/match',
    body: { phoneNumbers: ['+1'] },
    value: { '+1': [] },
    answer: { data: { '+1': [] } },
    empty: { data: {} },
    ms: [30_000, 6_000],
    garbage: [...garbage, []],
  },
  {
    handler: 'activities.list',
    path: '/activities',
    body: { contact: { id: '1' } },
    value: [],
    answer: { data: [] },
    empty: { data: [] },
    ms: [3_000, 3_000],
    garbage: [...garbage, {}],
  },
  {
    handler: 'activities.open',
    path: '/activity',
    body: { activity: { id: '1' } },
    value: undefined,
    answer: ok,
    empty: ok,
  },
  {
    handler: 'callLog.write',
    path: '/callLogger',
    body: { call },
    value: undefined,
    answer: ok,
    empty: ok,
    ms: [15_000, 3_000],
  },
  {
    handler: 'callLog.match',
    path: '/callLogger/match',
    body: { sessionIds: ['1'] },
    value: { '1': [{ id: 'a' }] },
    answer: { data: { '1': [{ id: 'a' }] } },
    empty: { data: {} },
    ms: [30_000, 3_000],
    garbage: [...garbage, []],
  },
  {
    handler: 'messageLog.write',
    path: '/messageLogger',
    body: { conversation: { conversationLogId: '1/1/1/2026', type: 'SMS', messages: [message()] } },
    value: undefined,
    answer: ok,
    empty: ok,
    ms: [15_000, 3_000],
  },
  {
    handler: 'messageLog.match',
    path: '/messageLogger/match',
    body: { conversationLogIds: ['1/1/1/2026'] },
    value: { '1/1/1/2026': [{ id: 'a' }] },
    answer: { data: { '1/1/1/2026': [{ id: 'a' }] } },
    empty: { data: {} },
    ms: [30_000, 3_000],
    garbage: [...garbage, []],
  },
  {
    handler: 'authorization.toggle',
    path: '/authorize',
    body: { authorized: true },
    value: undefined,
    answer: ok,
    empty: ok,
  },
  {
    handler: 'settings.change',
    path: '/settings',
    body: { settings: [], setting: { id: 'pop', value: true } },
    value: undefined,
    answer: ok,
    empty: ok,
  },
  {
    handler: 'invites.conference',
    path: '/conference/invite',
    body: { conference: { hostCode: '1' } },
    value: undefined,
    answer: ok,
    empty: ok,
  },
  {
    handler: 'invites.meeting',
    path: '/meeting/invite',
    body: { meeting: { topic: 'x' } },
    value: undefined,
    answer: ok,
    empty: ok,
  },
];

const hostile = spoiltFrames({ body: 1 }, 1).map(({ frame }) => ({
  frame: (frame as { body?: unknown }).body,
}));

/** A host that provides everything, each handler doing the same. */
function host(handle: () => unknown): Provide {
  const h = handle as () => never;
  return {
    contacts: { sync: h, search: h, match: h },
    activities: { list: h, open: h },
    callLog: { write: h, match: h },
    messageLog: { write: h, match: h },
    authorization: { status: createCurrent({ authorized: false }), toggle: h },
    settings: {
      values: createCurrent([{ id: 'pop', name: 'Pop', type: 'boolean' as const, value: false }]),
      change: h,
    },
    invites: { conference: h, meeting: h },
  };
}

const timed = cases.filter(({ ms }) => ms);
const inTheirTime = cases.filter(({ ms }) => !ms);

test('all thirteen handlers are here', () => {
  expect(new Set(cases.map(({ handler }) => handler)).size).toBe(13);
});

describe.each(cases)('$handler', ({ path, body, value, answer, empty, handler }) => {
  it.each<[string, () => unknown]>([
    ['at once', () => value],
    ['by a promise', () => Promise.resolve(value)],
    ['by an Observable', () => of(value)],
    ['by a value that is followed by none', () => concat(of(value), NEVER)],
  ])('S1-8, S1-9, S1-10: answers %s, once', async (_, handle) => {
    const { ask, answers, clock } = serving({ provide: host(handle) });
    const id = ask(path, body);
    await settle();
    clock.advance(600_000);
    expect(answers(id)).toEqual([answer]);
  });

  it.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('down');
      },
    ],
    ['rejects', () => Promise.reject(new Error('down'))],
    ['gives an Observable that fails', () => throwError(() => new Error('down'))],
  ])('S1-10: has a valid answer though it %s, and is named', async (_, handle) => {
    const { ask, answers, clock, failures } = serving({ provide: host(handle) });
    const id = ask(path, body);
    await settle();
    expect(answers(id)).toEqual([empty]);
    expect(failures()).toEqual([handler]);
    clock.advance(600_000);
    expect(answers(id)).toHaveLength(1);
  });
});

describe.each(timed)('$handler', ({ path, body, value, empty, handler, ms = [0, 0] }) => {
  it.each([
    ['current', ms[0]],
    ['2019', ms[1]],
  ] as const)('S1-12: has a valid answer though it never settles, in the time of %s', (profile, limit) => {
    const { ask, answers, clock, events } = serving(
      { provide: host(() => new Promise(() => {})) },
      { profile },
    );
    const id = ask(path, body);
    clock.advance(limit - 1_501);
    const early = answers(id);
    clock.advance(1_500);
    expect(answers(id)).toEqual([empty]);
    // No earlier than need be.
    expect(early).toHaveLength(limit > 10_000 ? 0 : early.length);
    expect(events.filter(({ type }) => type === 'request.late')).toMatchObject([{ handler }]);
    clock.advance(600_000);
    expect(answers(id)).toHaveLength(1);
  });

  it('S1-12: answers nothing more when its answer comes too late', async () => {
    let find = (_: unknown): void => {};
    const { ask, answers, clock, told } = serving({
      provide: host(() => new Promise((resolve) => (find = resolve))),
    });
    const id = ask(path, body);
    clock.advance(ms[0]);
    find(value);
    await settle();
    expect(answers(id)).toEqual([empty]);
    expect(told('request')).toEqual(['request.received', 'request.late']);
  });
});

describe.each(timed.filter((each) => each.garbage))('$handler', (each) => {
  const { path, body, empty, handler } = each;
  it.each((each.garbage ?? []).map((value) => [String(value), value]))(
    'S1-10: gives %s, which is no answer',
    async (_, value) => {
      for (const handle of [() => value, async () => value, () => of(value)]) {
        const { ask, answers, failures } = serving({ provide: host(handle) });
        const id = ask(path, body);
        await settle();
        expect(answers(id)).toEqual([empty]);
        expect(failures()).toEqual([handler]);
      }
    },
  );
});

describe.each(inTheirTime)('$handler', ({ path, body }) => {
  it('may give anything, and take its time', async () => {
    for (const value of garbage) {
      const { ask, answers, failures } = serving({ provide: host(async () => value) });
      const id = ask(path, body);
      expect(answers(id)).toEqual([ok]);
      await settle();
      expect(failures()).toEqual([]);
    }
  });
});

describe('a request', () => {
  it('S1-4, S1-6, S1-7: of unknown path is answered at once, and its path told', () => {
    const { ask, answers, events } = serving({ provide: host(() => {}) });
    expect(answers(ask('/vcard', { vcardUri: 'x' }))).toEqual([ok]);
    expect(events.at(-1)).toMatchObject({ type: 'protocol.unknown', name: '/vcard' });
  });

  it.each(cases)('S1-5: on $path is answered at once though nothing handles it', ({ path, body, empty }) => {
    const { ask, answers, told } = serving({ provide: { invites: {}, activities: { list: () => [] } } });
    if (path === '/activities') return;
    const id = ask(path, body);
    expect(answers(id)).toEqual([
      path === '/contacts' ? { ...(empty as object), syncTimestamp: null } : empty,
    ]);
    expect(told('protocol.unknown')).toHaveLength(1);
  });

  it('S1-8: that comes twice under one id is answered once', async () => {
    const search = jest.fn(async () => []);
    const { say, answers } = serving({ provide: { contacts: { search } } });
    const frame = {
      type: 'rc-post-message-request',
      requestId: 'twice',
      path: '/contacts/search',
      body: { searchString: 'ada' },
    };
    say(frame, frame);
    await settle();
    say(frame);
    await settle();
    expect(search).toHaveBeenCalledTimes(1);
    expect(answers('twice')).toHaveLength(1);
  });

  it.each([
    { requestId: '', path: '/contacts' },
    { requestId: 'a' },
    { requestId: 7, path: '/contacts' },
    { path: '/contacts' },
  ])('S1-6: that is no request (%j) goes by', (frame) => {
    const { channel } = serving({ provide: host(() => {}) });
    const before = channel.sent.length;
    expect(channel.receive({ type: 'rc-post-message-request', ...frame })).toBe(false);
    expect(channel.sent).toHaveLength(before);
  });

  it.each(cases)('S1-7: on $path survives every body', async ({ path, body, answer, empty, value }) => {
    const { ask, answers } = serving({ provide: host(() => value) });
    for (const { frame } of [...spoiltFrames(body, 1), ...hostile]) {
      const id = ask(path, frame);
      await settle();
      const [only, ...more] = answers(id);
      expect(more).toEqual([]);
      expect(Object.keys(only as object)).toEqual(Object.keys(empty as object));
      expect(() => structuredClone(only)).not.toThrow();
    }
    const id = ask(path, body);
    await settle();
    expect(answers(id)).toEqual([answer]);
  });

  it('is answered no more once the client is closed', async () => {
    let find = (_: unknown): void => {};
    const { ask, phone, channel, clock } = serving({
      provide: host(() => new Promise((resolve) => (find = resolve))),
    });
    for (const { path, body } of cases) ask(path, body);
    const before = channel.sent.length;
    phone.close();
    find([]);
    await settle();
    expect(clock.pending).toBe(0);
    expect(channel.sent).toHaveLength(before);
  });
});
