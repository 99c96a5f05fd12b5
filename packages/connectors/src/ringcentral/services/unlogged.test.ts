import { createCurrent, type CallLogEntry, type Provide, type TabsPort } from '@offhook/core';
import type { RingCentralOptions } from '../options.js';
import { serving, type Serving } from '../testing/service.js';
import { settle, signedIn } from '../testing/widget.js';

const synced = { type: 'rc-call-history-synced-notify' };

const missed = (id: number, facts: object = {}): object => ({
  id: `CL${id}`,
  sessionId: `${id}`,
  telephonySessionId: `s-${id}`,
  startTime: Date.UTC(2026, 0, 5, 8),
  duration: 0,
  action: 'Phone Call',
  result: 'Missed',
  direction: 'Inbound',
  from: { phoneNumber: '+12165325079' },
  to: { phoneNumber: '+16505550101' },
  ...facts,
});

interface Missing extends Serving {
  readonly entries: CallLogEntry[];
  /** The widget answers the last question. */
  reply(response: unknown): Promise<void>;
  questions(): readonly unknown[];
}

function missing(options: RingCentralOptions = {}, tabs?: TabsPort, provide: Provide = {}): Missing {
  const entries: CallLogEntry[] = [];
  const callLog = { write: (entry: CallLogEntry) => void entries.push(entry) };
  const played = serving({ provide: { callLog, ...provide }, ...(tabs && { tabs }) }, options);
  const asked = () => played.sent('adapter-message-request');
  return {
    ...played,
    entries,
    questions: () => asked().map(({ path, body }) => [path, body]),
    async reply(response) {
      const responseId = asked().at(-1)?.['requestId'];
      played.say({ type: 'rc-adapter-message-response', responseId, response });
      await settle();
    },
  };
}

describe('calls that were missed while no widget was open', () => {
  it('U-52: are asked for page by page once the widget has its call log, and logged', async () => {
    const { say, questions, reply, entries } = missing();
    say(...signedIn);
    expect(questions()).toEqual([]);
    say(synced);
    expect(questions()).toEqual([['/unlogged-calls', { perPage: 100, page: 1 }]]);
    await reply({ calls: [missed(1), missed(2, { recording: { id: '646' } })], hasMore: true });
    expect(questions().at(-1)).toEqual(['/unlogged-calls', { perPage: 100, page: 2 }]);
    await reply({ calls: [missed(3), {}, null], hasMore: false });
    expect(entries).toMatchObject([
      { key: 'ringcentral:s-1', phase: 'final', endReason: 'missed', vendorIds: ['s-1', '1'] },
      { key: 'ringcentral:s-2', phase: 'recording', recordings: [{ id: '646' }] },
      { key: 'ringcentral:s-3', phase: 'final' },
    ]);
    say(synced, ...signedIn, synced);
    expect(questions()).toHaveLength(2);
  });

  it('U-52: are asked for again half a minute later, for what had only just ended; what is over a week old is left', async () => {
    const { say, clock, questions, reply, entries } = missing();
    say(...signedIn, synced);
    await reply({ calls: [missed(1, { startTime: Date.UTC(2025, 11, 29, 8) })], hasMore: false });
    clock.advance(24_999);
    expect(questions()).toHaveLength(1);
    clock.advance(1);
    expect(questions()).toHaveLength(2);
    await reply({ calls: [missed(2)], hasMore: false });
    expect(entries.map(({ key }) => key)).toEqual(['ringcentral:s-2']);
    clock.advance(600_000);
    expect(questions()).toHaveLength(2);
  });

  it('U-52: are asked for some time after the sign-in, if nothing is said of the call log', () => {
    const { say, clock, questions } = missing();
    say(...signedIn);
    clock.advance(9_000);
    expect(questions()).toEqual([]);
    clock.advance(1_000);
    expect(questions()).toHaveLength(1);
  });

  it('U-52: are asked for when somebody else signs in, and not for who has left', () => {
    const { say, clock, questions } = missing();
    const out = { type: 'rc-login-status-notify', loggedIn: false };
    say(...signedIn, out);
    clock.advance(60_000);
    say(synced);
    expect(questions()).toEqual([]);
    say(...signedIn, synced, out);
    clock.advance(600_000);
    say(...signedIn, synced);
    expect(questions()).toHaveLength(2);
  });

  it.each<[string, unknown]>([
    ['U-52: doesn’t know the question', { data: 'no matched path' }],
    ['U-52: gives garbage', { calls: 7, hasMore: 'yes' }],
    ['U-52: gives nothing', null],
  ])('a widget that %s is left in peace', async (_, response) => {
    const { say, questions, reply, entries, failures } = missing();
    say(...signedIn, synced);
    await reply(response);
    expect(questions()).toHaveLength(1);
    expect(entries).toEqual([]);
    expect(failures()).toEqual([]);
  });

  it('U-52: a widget that doesn’t answer within five seconds is left in peace', async () => {
    const { say, clock, questions, reply, entries, failures } = missing();
    say(...signedIn, synced);
    clock.advance(5_000);
    await settle();
    await reply({ calls: [missed(1)] });
    expect(questions()).toHaveLength(1);
    expect(entries).toEqual([]);
    expect(failures()).toEqual([]);
  });

  it('tells of a call that can’t be written, and goes on', async () => {
    const write = jest.fn(async (entry: CallLogEntry): Promise<void> => {
      if (entry.key.endsWith('s-1')) throw new Error('down');
    });
    const { say, reply, failures } = missing({}, undefined, { callLog: { write } });
    say(...signedIn, synced);
    await reply({ calls: [missed(1), missed(2)], hasMore: false });
    expect(write).toHaveBeenCalledTimes(2);
    expect(failures()).toEqual(['callLog.write']);
  });

  it('U-50: are asked for by one tab, and the same call has the same key in each', async () => {
    const ran: string[] = [];
    const tabs: TabsPort = {
      leader: createCurrent(true),
      async runOnce(key, effect, policy) {
        expect(policy).toBe('leader');
        if (ran.includes(key)) return false;
        ran.push(key);
        await effect();
        return true;
      },
    };
    const [first, second] = [missing({}, tabs), missing({}, tabs)];
    for (const { say } of [first, second]) say(...signedIn, synced);
    expect([first.questions().length, second.questions().length]).toEqual([1, 0]);
    for (const { ask } of [first, second]) ask('/callLogger', { call: missed(1) });
    expect(first.entries[0]?.key).toBe(second.entries[0]?.key);
  });

  it.each<[string, RingCentralOptions, Provide]>([
    ['the widget is that of 2019', { profile: '2019' }, {}],
    ['nobody logs calls', {}, { callLog: undefined } as unknown as Provide],
  ])('nobody is asked when %s', (_, options, provide) => {
    const { say, clock, questions } = missing(options, undefined, provide);
    say(...signedIn, synced);
    clock.advance(60_000);
    expect(questions()).toEqual([]);
  });

  it('nobody asks for them whose client was closed before its tab came to lead', () => {
    let lead = (): unknown => undefined;
    const tabs: TabsPort = {
      leader: createCurrent(false),
      runOnce: (_, effect) => new Promise(() => (lead = effect)),
    };
    const { say, phone, clock } = missing({}, tabs);
    say(...signedIn, synced);
    phone.close();
    void lead();
    // A question would wait for its answer.
    expect(clock.pending).toBe(0);
  });

  it('nobody waits for any once the client is closed', () => {
    const { say, phone, clock, questions } = missing();
    say(...signedIn);
    phone.close();
    expect(clock.pending).toBe(0);
    const other = missing();
    other.say(...signedIn, synced);
    other.phone.close();
    expect(other.clock.pending).toBe(0);
    expect(questions()).toEqual([]);
  });
});
