import type { CallLogEntry, CallLogFacts, LoggedEntries, LogLink, Provide } from '@offhook/core';
import { createCurrent } from '@offhook/core';
import { Subject } from 'rxjs';
import { ringCentral } from '../ringcentral.js';
import { serving, type Serving } from '../testing/service.js';
import { settle } from '../testing/widget.js';

/** As the widget tells of a live call. */
const live = (facts: object = {}): object => ({
  direction: 'Inbound',
  from: { phoneNumber: '+12165325078' },
  fromName: 'WIRELESS CALLER',
  to: { phoneNumber: '+16505550101' },
  toName: 'Test User',
  telephonyStatus: 'Ringing',
  result: 'Ringing',
  sessionId: '314705503099',
  telephonySessionId: 's-tel9',
  partyId: 'p-tel9-2',
  startTime: 1_000_000,
  duration: 0,
  webphoneSession: { id: 'leg-9', partyData: { sessionId: 's-tel9' } },
  ...facts,
});

/** As RingCentral's call log has it. */
const record = (facts: object = {}): object => ({
  id: 'CL2',
  sessionId: '214705503021',
  telephonySessionId: 's-abc112',
  startTime: 1_000_000,
  duration: 65,
  type: 'Voice',
  direction: 'Inbound',
  action: 'Phone Call',
  result: 'Accepted',
  from: { phoneNumber: '+12165325079' },
  to: { phoneNumber: '+16505550101' },
  fromName: '+12165325079',
  toName: '+16505550101',
  ...facts,
});

const wireContact = {
  id: '7',
  name: 'Ada',
  type: 'Offhook',
  phoneNumbers: [{ phoneNumber: '+12165325078', phoneType: 'mobile' }],
  emails: [],
};
const ada = {
  id: '7',
  source: 'Offhook',
  name: 'Ada',
  phones: [{ number: '+12165325078', type: 'mobile' }],
  emails: [],
};

interface Logging extends Serving {
  readonly facts: CallLogFacts[];
  log(call: object, more?: object): string;
}

/** A client whose log keeps what it is given. */
function logging(link: Partial<LogLink> = {}, provide: Provide = {}): Logging {
  const facts: CallLogFacts[] = [];
  const log: LogLink = {
    pending: createCurrent(0),
    call: async (given) => void facts.push(given),
    messages: async () => {},
    logged: async () => ({}),
    annotate: async () => {},
    close() {},
    ...link,
  };
  const played = serving({ log: { connect: () => log }, provide });
  return {
    ...played,
    facts,
    log: (call, more = {}) => played.ask('/callLogger', { call, triggerType: 'presenceUpdate', ...more }),
  };
}

describe('the call logger', () => {
  it('S1-37, S1-39: gives the log what it knows of a call, and says ok when that is safe', async () => {
    let safe = (): void => {};
    const call = jest.fn((_: CallLogFacts) => new Promise<void>((resolve) => (safe = resolve)));
    const { log, answers } = logging({ call });
    const id = log(live(), { fromEntity: null, toEntity: null });
    await settle();
    expect(answers(id)).toEqual([]);
    safe();
    await settle();
    expect(answers(id)).toEqual([{ data: 'ok' }]);
    expect(call.mock.calls).toEqual([
      [
        {
          connector: 'ringcentral',
          vendorIds: ['s-tel9', '314705503099', 'leg-9'],
          phase: 'start',
          sessionId: '314705503099',
          direction: 'inbound',
          remote: { number: '+12165325078', name: 'WIRELESS CALLER' },
          local: { number: '+16505550101', name: 'Test User' },
          startedAt: 1_000_000,
        },
      ],
    ]);
  });

  it.each<[string, object, object, string]>([
    ['S1-37: rings', live(), {}, 'start'],
    ['S1-37: dials', live({ direction: 'Outbound', result: 'Setup' }), {}, 'start'],
    ['S1-37: is first seen connected', live({ result: 'CallConnected' }), { fromEntity: null }, 'start'],
    ['S1-37: is connected', live({ result: 'CallConnected' }), {}, 'update'],
    ['S1-37: is held', live({ result: 'OnHold' }), {}, 'update'],
    ['S1-37: is disconnected', live({ result: 'Disconnected' }), {}, 'final'],
    ['S1-37: has ended for presence', live({ result: undefined, terminationType: 'final' }), {}, 'final'],
    ['S1-37: has ended on the web phone', live({ webphoneSession: { id: 'l', endTime: 9 } }), {}, 'final'],
    ['S1-37: is in the call log', record(), { triggerType: 'callLogSync' }, 'final'],
    ['S1-37: is in the call log and goes on', record({ result: 'In Progress' }), {}, 'update'],
    ['S1-37: is logged by hand', record(), { triggerType: 'createLog', fromEntity: null }, 'final'],
    ['S1-40: has a recording', record({ recording: { id: '646' } }), {}, 'recording'],
  ])('%s: the phase of its log', (_, call, more, phase) => {
    const { log, facts } = logging();
    log(call, more);
    expect(facts.map((each) => each.phase)).toEqual([phase]);
  });

  it('joins what it has of the three streams’ ids, the most lasting first', () => {
    const { log, facts } = logging();
    log(live({ telephonySessionId: undefined }));
    log(live({ telephonySessionId: undefined, webphoneSession: undefined }));
    log(live({ sessionId: '0', webphoneSession: undefined }));
    expect(facts.map(({ vendorIds }) => vendorIds)).toEqual([
      ['s-tel9', '314705503099', 'leg-9'],
      ['314705503099'],
      ['s-tel9'],
    ]);
    const { isLasting } = ringCentral();
    expect(['s-tel9', 'leg-9', '314705503099'].map((id) => isLasting?.(id))).toEqual([true, false, false]);
  });

  it.each<[string, object, object]>([
    ['Accepted', { duration: 65 }, { talkMs: 65_000, endReason: 'completed' }],
    ['Call connected', { direction: 'Outbound', duration: 1.5 }, { talkMs: 1_500, endReason: 'completed' }],
    ['Missed', { duration: 0 }, { talkMs: 0, endReason: 'missed' }],
    ['Voicemail', {}, { endReason: 'missed' }],
    ['Rejected', {}, { endReason: 'rejected' }],
    ['Busy', { direction: 'Outbound' }, { endReason: 'busy' }],
    ['Hang Up', { direction: 'Outbound' }, { endReason: 'cancelled' }],
    ['Call Failed', { direction: 'Outbound' }, { endReason: 'failed' }],
  ])('tells how a call ended of which the call log says %s', (result, more, expected) => {
    const { log, facts } = logging();
    log(record({ result, ...more }));
    expect(facts).toMatchObject([expected]);
  });

  it('tells no reason that it doesn’t know, and no name that is but the number', () => {
    const { log, facts } = logging();
    log(record({ result: 'Poor Line Quality', startTime: '2026-11-21T00:14:38.096Z' }));
    expect(facts[0]).not.toHaveProperty('endReason');
    expect(facts[0]).not.toHaveProperty('endedAt');
    expect(facts).toMatchObject([{ remote: { number: '+12165325079' }, startedAt: 1_795_220_078_096 }]);
    expect(facts[0]?.remote).not.toHaveProperty('name');
  });

  it('tells how long was talked of a live call that ends', () => {
    const { log, facts, clock } = logging();
    const end = { result: 'Disconnected', duration: 12 };
    log(live({ ...end, telephonyStatus: 'CallConnected' }));
    log(live({ ...end, telephonyStatus: 'Ringing' }));
    log(live({ ...end, telephonyStatus: 'NoCall' }));
    expect(facts.map(({ talkMs }) => talkMs)).toEqual([12_000, 0, undefined]);
    expect(facts.map(({ endedAt }) => endedAt)).toEqual([clock.now(), clock.now(), clock.now()]);
  });

  it('S1-42: brings the note, and whom the person chose', () => {
    const { log, facts } = logging();
    log(record(), { note: 'Rings back', fromEntity: wireContact, toEntity: null });
    log(record({ direction: 'Outbound' }), { formData: { note: '' }, toEntity: wireContact });
    expect(facts).toMatchObject([
      { note: 'Rings back', contact: ada },
      { note: '', contact: ada, direction: 'outbound', remote: { number: '+16505550101' } },
    ]);
  });

  it('brings all whom the number matches, of the other party', () => {
    const { log, facts } = logging();
    const other = { ...wireContact, id: '8' };
    log(live({ fromMatches: [wireContact, other, {}], toMatches: [{ id: '9' }] }));
    log(live({ fromMatches: [{ id: '3', name: 'A colleague', type: 'company' }, wireContact] }));
    log(live({ fromMatches: [{ id: '3', name: 'A colleague', type: 'company' }] }));
    expect(facts.map(({ contacts }) => contacts)).toMatchObject([
      [ada, { ...ada, id: '8' }],
      [ada],
      [{ id: '3', source: 'company' }],
    ]);
    expect(facts[0]).not.toHaveProperty('contact');
  });

  it('S1-37, S1-39: writes into the host’s system itself, where there is no log', async () => {
    const write = jest.fn((_: CallLogEntry) => Promise.resolve());
    const { ask, answers } = serving({ provide: { callLog: { write } } });
    const id = ask('/callLogger', { call: live({ fromMatches: [wireContact] }), fromEntity: null });
    ask('/callLogger', { call: live({ fromMatches: [wireContact, { ...wireContact, id: '8' }] }) });
    await settle();
    expect(answers(id)).toEqual([{ data: 'ok' }]);
    const [first, second] = write.mock.calls.map(([entry]) => entry);
    expect(first).toEqual({
      key: 'ringcentral:s-tel9',
      writeId: expect.any(String),
      connector: 'ringcentral',
      vendorIds: ['s-tel9', '314705503099', 'leg-9'],
      phase: 'start',
      sessionId: '314705503099',
      direction: 'inbound',
      remote: { number: '+12165325078', name: 'WIRELESS CALLER' },
      local: { number: '+16505550101', name: 'Test User' },
      startedAt: 1_000_000,
      contact: ada,
      recordings: [],
    });
    expect(second).not.toHaveProperty('contact');
    expect(second?.key).toBe(first?.key);
    expect(second?.writeId).not.toBe(first?.writeId);
  });

  it.each<[string, object]>([
    ['nothing', {}],
    ['no ids', live({ sessionId: 0, telephonySessionId: null, webphoneSession: null })],
    ['no direction', { sessionId: 'x', telephonySessionId: 'y' }],
  ])('says ok, and nothing to the log, of a call with %s', (_, call) => {
    const { log, answers, facts, told } = logging();
    expect(answers(log(call))).toEqual([{ data: 'ok' }]);
    expect(facts).toEqual([]);
    expect(told('protocol')).toEqual(['protocol.rejected']);
  });
});

describe('which calls are logged', () => {
  const logged: LoggedEntries = { '1': [{ id: 'a', note: 'Note' }], '2': [] };

  it('S1-43, S1-44: is what the host says, by the ids that were asked for', () => {
    const match = jest.fn(() => ({ ...logged, '9': [{ id: 'z' }] }));
    const { ask, answers } = serving({ provide: { callLog: { write: () => {}, match } } });
    const id = ask('/callLogger/match', { sessionIds: ['1', '2', '3'], activeSessionIds: ['1'] });
    expect(match).toHaveBeenCalledWith(['1', '2', '3'], expect.anything());
    expect(answers(id)).toEqual([{ data: { '1': [{ id: 'a', note: 'Note' }], '2': [] } }]);
  });

  it('S1-43: is what the log has written by itself, too', async () => {
    const own = jest.fn(async () => ({ '2': [{ id: 'b' }], '3': [{ id: 'c' }] }));
    const both = logging({ logged: own }, { callLog: { write: () => {}, match: () => logged } });
    const alone = logging({ logged: own });
    const ids = ['1', '2', '3'];
    const first = both.ask('/callLogger/match', { sessionIds: ids });
    const second = alone.ask('/callLogger/match', { sessionIds: ids });
    await settle();
    expect(own).toHaveBeenCalledWith('ringcentral', ids);
    expect(both.answers(first)).toEqual([
      { data: { '1': [{ id: 'a', note: 'Note' }], '2': [{ id: 'b' }], '3': [{ id: 'c' }] } },
    ]);
    expect(alone.answers(second)).toEqual([{ data: { '2': [{ id: 'b' }], '3': [{ id: 'c' }] } }]);
  });

  it('U-45: is asked for again when it was found too late', () => {
    const found = new Subject<LoggedEntries>();
    const { ask, answers, clock, sent } = serving({
      provide: { callLog: { write: () => {}, match: () => found } },
    });
    const id = ask('/callLogger/match', { sessionIds: ['1', '2'] });
    clock.advance(30_000);
    found.next(logged);
    found.complete();
    expect(answers(id)).toEqual([{ data: {} }]);
    expect(sent('adapter-trigger-call-logger-match')).toEqual([
      { type: 'rc-adapter-trigger-call-logger-match', sessionIds: ['1', '2'] },
    ]);
  });
});
