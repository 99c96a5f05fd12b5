import { fakeConnector } from '@offhook/testing';
import type { CallReport } from '../model/report.js';
import type { CallState, Direction } from '../model/call.js';
import type { CallAction, CommandType } from '../model/command.js';
import type { ConnectionStatus } from '../model/connection.js';
import { commandTypes } from '../testing/commandTypes.js';
import { setUp, type SetUp } from '../testing/setUp.js';

const callTypes = commandTypes.filter((type) => type.startsWith('call.') && type !== 'call.dial');
const actions = callTypes.map((type) => type.slice('call.'.length) as CallAction);

/** What is allowed, or the reason why not. */
const verdict = ({ phone }: SetUp, type: CommandType, target = {}): string => {
  const capability = phone.can(type, target);
  if (!capability.allowed) expect(capability.text).not.toBe('');
  return capability.allowed ? 'allowed' : capability.reason;
};

describe('what fits a call', () => {
  const incoming: readonly CallAction[] = ['answer', 'reject', 'hangUp', 'forward', 'toVoicemail'];
  const talking: readonly CallAction[] = ['hangUp', 'sendDtmf', 'transfer'];
  type Row = readonly [string, CallState, Direction, Partial<CallReport>, readonly CallAction[]];
  const rows: readonly Row[] = [
    ['dialing', 'dialing', 'outbound', {}, ['hangUp']],
    ['ringing over there', 'ringing', 'outbound', {}, ['hangUp']],
    ['ringing here', 'ringing', 'inbound', {}, incoming],
    ['active', 'active', 'inbound', {}, [...talking, 'hold', 'mute', 'startRecording']],
    ['active, our call', 'active', 'outbound', {}, [...talking, 'hold', 'mute', 'startRecording']],
    [
      'active and muted',
      'active',
      'inbound',
      { muted: true },
      [...talking, 'hold', 'unmute', 'startRecording'],
    ],
    [
      'active and recorded',
      'active',
      'inbound',
      { recording: 'on' },
      [...talking, 'hold', 'mute', 'stopRecording'],
    ],
    [
      'active, the recording paused',
      'active',
      'inbound',
      { recording: 'paused' },
      [...talking, 'hold', 'mute', 'startRecording', 'stopRecording'],
    ],
    [
      'active, the recording off',
      'active',
      'inbound',
      { recording: 'off' },
      [...talking, 'hold', 'mute', 'startRecording'],
    ],
    ['held', 'held', 'inbound', {}, [...talking, 'resume', 'mute', 'startRecording']],
    ['ended', 'ended', 'inbound', {}, []],
  ];

  it.each(rows)('%s', (_, state, direction, facts, allowed) => {
    const made = setUp();
    made.line.emit({ type: 'call', ids: ['1'], state, direction, ...facts });
    const call = made.phone.calls.get('fake:1').value;
    const verdicts = actions.map((action) => [action, verdict(made, `call.${action}`, { call })]);
    expect(verdicts).toEqual(
      actions.map((action) => [action, allowed.includes(action) ? 'allowed' : 'invalid-state']),
    );
  });

  it('is anything that the vendor can do, while no call is named', () => {
    const made = setUp();
    for (const type of callTypes) expect([type, verdict(made, type)]).toEqual([type, 'allowed']);
  });
});

describe('what the vendor can do', () => {
  it('is what it names, and what it does not name is not supported', () => {
    const made = setUp({ line: { commands: { 'call.dial': true, 'call.hold': 'This phone has no hold.' } } });
    expect(verdict(made, 'call.dial')).toBe('allowed');
    expect(made.phone.can('call.hold')).toEqual({
      allowed: false,
      reason: 'not-supported',
      text: 'This phone has no hold.',
    });
    expect(verdict(made, 'call.transfer')).toBe('not-supported');
  });

  it('is of no interest while the call is in the wrong state: that comes first', () => {
    const made = setUp({ line: { commands: {} } });
    made.line.ring();
    const call = made.phone.focus.value;
    expect(verdict(made, 'call.hold', { call })).toBe('invalid-state');
    expect(verdict(made, 'call.answer', { call })).toBe('not-supported');
  });

  it('may be blocked for now, each report in place of the one before', () => {
    const made = setUp();
    made.line.emit({
      type: 'capabilities',
      blocked: { 'call.dial': 'No minutes left.', 'inbox.send': 'No SMS.' },
    });
    expect(made.phone.can('call.dial')).toEqual({
      allowed: false,
      reason: 'not-supported',
      text: 'No minutes left.',
    });
    made.line.emit({ type: 'capabilities', blocked: { 'inbox.send': 'No SMS.' } });
    expect(verdict(made, 'call.dial')).toBe('allowed');
    expect(verdict(made, 'inbox.send')).toBe('not-supported');
    expect(made.types().filter((type) => type === 'capabilities.changed')).toHaveLength(2);
  });

  it('is not changed by hearing that nothing is blocked', () => {
    const { line, types } = setUp();
    const before = types().length;
    line.emit({ type: 'capabilities', blocked: {} });
    expect(types()).toHaveLength(before);
  });

  it('blocked twice for the same reasons changes nothing', () => {
    const { phone, line, types } = setUp();
    line.emit({ type: 'capabilities', blocked: { 'call.dial': 'No minutes left.' } });
    const told: unknown[] = [];
    phone.capabilities.listen((now) => told.push(now));
    const before = types().length;
    line.emit({ type: 'capabilities', blocked: { 'call.dial': 'No minutes left.' } });
    expect(told).toEqual([]);
    expect(types()).toHaveLength(before);
  });

  it('is blocked for its own connector only', () => {
    const other = fakeConnector({ id: 'other' });
    const made = setUp({ others: [other] });
    other.emit({ type: 'capabilities', blocked: { 'call.dial': 'No.' } });
    expect(verdict(made, 'call.dial', { connector: 'fake' })).toBe('allowed');
    expect(verdict(made, 'call.dial', { connector: 'other' })).toBe('not-supported');
  });
});

describe('how the connection stands', () => {
  const rows: readonly (readonly [ConnectionStatus, string, string])[] = [
    ['ready', 'allowed', 'allowed'],
    ['connecting', 'not-ready', 'not-ready'],
    ['failed', 'not-ready', 'not-ready'],
    ['offline', 'offline', 'offline'],
    ['signed-out', 'auth-required', 'allowed'],
  ];

  it.each(rows)('%s: dialling is %s, signing in is %s', (status, dialling, signing) => {
    const made = setUp({ line: { status } });
    expect(verdict(made, 'call.dial')).toBe(dialling);
    expect(verdict(made, 'agent.signIn')).toBe(signing);
    expect(verdict(made, 'agent.signOut')).toBe(signing);
    expect(verdict(made, 'agent.setPresence')).toBe(dialling);
  });

  it.each(['failed', 'offline', 'signed-out'] as const)('%s gives the vendor’s own reason', (status) => {
    const { phone, line } = setUp();
    line.becomes(status, 'Because of rain.');
    expect(phone.can('call.dial')).toMatchObject({ allowed: false, text: 'Because of rain.' });
  });
});

describe('which connector is meant', () => {
  const two = (options = {}, first = {}, second = {}) =>
    setUp({ line: { id: 'a', ...first }, others: [fakeConnector({ id: 'b', ...second })], ...options });

  it('is the one named', () => {
    const made = two({ defaultConnector: 'a' }, {}, { status: 'offline' });
    expect(verdict(made, 'call.dial', { connector: 'b' })).toBe('offline');
  });

  it('is the call’s', () => {
    const made = two({ defaultConnector: 'b' }, {}, { status: 'offline' });
    made.line.ring();
    expect(verdict(made, 'call.answer', { call: made.phone.focus.value })).toBe('allowed');
  });

  it('is the default one', () => {
    expect(verdict(two({ defaultConnector: 'b' }, {}, { status: 'offline' }), 'call.dial')).toBe('offline');
  });

  it('is the only one that can', () => {
    const made = two({}, { commands: {} }, { status: 'offline' });
    expect(verdict(made, 'call.dial')).toBe('offline');
  });

  it('is ambiguous where several can and none is named', () => {
    const made = two();
    expect(made.phone.can('call.dial')).toMatchObject({
      reason: 'ambiguous-connector',
      text: expect.stringMatching(/a.*b/),
    });
  });

  it('is the first where none can', () => {
    expect(verdict(two({}, { commands: {} }, { commands: {} }), 'call.dial')).toBe('not-supported');
  });

  it('must be there', () => {
    expect(verdict(two(), 'call.dial', { connector: 'c' })).toBe('invalid-argument');
  });
});

describe('capabilities', () => {
  it('have one for each command, as `can` says without a call', () => {
    const { phone } = setUp({ line: { commands: { 'call.dial': true } } });
    expect(Object.keys(phone.capabilities.value).sort()).toEqual([...commandTypes].sort());
    for (const type of commandTypes) expect(phone.capabilities.value[type]).toEqual(phone.can(type));
  });

  it('follow the connection and what is blocked', () => {
    const { phone, line } = setUp();
    const told: boolean[] = [];
    phone.capabilities.subscribe((now) => told.push(now['call.dial'].allowed));
    line.becomes('offline');
    line.becomes('ready');
    line.emit({ type: 'capabilities', blocked: { 'call.dial': 'No.' } });
    expect(told).toEqual([true, false, true, false]);
  });

  it('are not told of what does not change them', () => {
    const { phone, line } = setUp();
    const told: unknown[] = [];
    phone.capabilities.listen((now) => told.push(now));
    line.ring().answer();
    line.emit({ type: 'agent', presence: 'busy' });
    expect(told).toEqual([]);
  });
});
