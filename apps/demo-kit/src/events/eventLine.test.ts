import {
  OffhookError,
  type Call,
  type OffhookEvent,
  type Pane,
  type Thread,
  type ThreadMessage,
} from '@offhook/core';
import { hostSettings } from '../host/hostSettings.js';
import { english } from '../texts/english.js';
import { spanish } from '../texts/spanish.js';
import { eventLine } from './eventLine.js';

const stamp = { seq: 1, at: 0, connector: 'ringcentral' };
const call = (facts: Partial<Call>): Call =>
  ({
    id: 'ringcentral:secret-id',
    remote: { number: '+12165325078' },
    match: { status: 'none', contacts: [] },
    direction: 'inbound',
    ...facts,
  }) as Call;
const line = (event: Partial<OffhookEvent>): string =>
  eventLine({ ...event, ...stamp } as OffhookEvent, english);

test('a call’s event names the remote, and never an id', () => {
  expect(line({ type: 'call.added', call: call({}) })).toBe('call.added +12165325078 Inbound');
  expect(line({ type: 'call.ringing', call: call({ remote: { name: 'Ada' } }) })).toBe('call.ringing Ada');
  expect(line({ type: 'call.merged', call: call({}), from: 'ringcentral:other' })).toBe(
    'call.merged +12165325078',
  );
});

test('the end of a call says how', () => {
  expect(line({ type: 'call.ended', call: call({ endReason: 'missed' }) })).toBe(
    'call.ended +12165325078 Missed',
  );
});

test('a message says from whom and of what kind', () => {
  const thread = {
    kind: 'sms',
    parties: [{ number: '+1' }],
    match: { status: 'none', contacts: [] },
  } as unknown as Thread;
  const message = { from: { number: '+1' } } as ThreadMessage;
  expect(line({ type: 'inbox.message.received', thread, message })).toBe('inbox.message.received +1 SMS');
});

test('connection, agent and error say what is so now', () => {
  const connection = {
    connector: 'ringcentral',
    name: 'RingCentral',
    status: 'failed',
    reason: 'no page',
  } as const;
  expect(line({ type: 'connection.changed', connection })).toBe(
    'connection.changed RingCentral Failed: no page',
  );
  expect(line({ type: 'agent.changed', agent: { connector: 'ringcentral', presence: 'busy' } })).toBe(
    'agent.changed Busy',
  );
  const unknown = { connector: 'xivo', presence: 'unknown' } as const;
  expect(line({ type: 'agent.changed', agent: unknown })).toBe('agent.changed Not known');
  expect(line({ type: 'agent.changed', agent: { ...unknown, login: 'ann' } })).toBe('agent.changed ann');
  expect(line({ type: 'error', error: new OffhookError('offline', 'Check the network.') })).toBe(
    'error Check the network.',
  );
});

test('an error of the host’s own part names the handler, in the host’s words', () => {
  const cause = new OffhookError('offline', 'The CRM is offline.');
  const error = new OffhookError('handler-failed', 'Your handler failed. See the cause.', { cause });
  expect(line({ type: 'error', handler: 'contacts.match', error })).toBe(
    'error contacts.match The CRM is offline.',
  );
  expect(line({ type: 'request.late', handler: 'contacts.match', ms: 28_500.4 })).toBe(
    'request.late contacts.match 28500 ms',
  );
});

test('what changes on the host’s side says what is so now', () => {
  const log = { status: 'waiting', waiting: 2 } as const;
  expect(line({ type: 'log.changed', call: call({ log }) })).toBe(
    'log.changed +12165325078 Waiting to send (2)',
  );
  const thread = { parties: [], match: { status: 'none', contacts: [] }, log } as unknown as Thread;
  expect(line({ type: 'inbox.log.changed', thread })).toBe(
    'inbox.log.changed Unknown caller Waiting to send (2)',
  );
  expect(line({ type: 'authorization.changed', authorization: { authorized: false } })).toBe(
    'authorization.changed Signed out of your CRM',
  );
  expect(line({ type: 'settings.changed', settings: hostSettings('off') })).toBe(
    'settings.changed Open contact page when call coming: off',
  );
  expect(line({ type: 'contacts.changed' })).toBe('contacts.changed');
});

test('protocol events say the reason and the count, the name, or the step', () => {
  expect(line({ type: 'protocol.rejected', reason: 'source', count: 3 })).toBe(
    'protocol.rejected source × 3',
  );
  expect(line({ type: 'protocol.unknown', name: 'rc-new-thing' })).toBe('protocol.unknown rc-new-thing');
  expect(line({ type: 'protocol.violation', callId: 'x', from: 'ended', to: 'active' })).toBe(
    'protocol.violation Ended → Active',
  );
});

test('a pane is told by its title or its host, with the reason if it came to nothing', () => {
  const pane: Pane = {
    id: 'kunzite:1',
    callId: 'kunzite:1',
    action: 'open',
    on: 'ringing',
    url: 'https://crm.example/calls/1',
    state: 'open',
    trusted: false,
  };
  expect(line({ type: 'pane.opened', pane: { ...pane, title: 'Customer' } })).toBe('pane.opened Customer');
  expect(line({ type: 'pane.refused', pane: { ...pane, reason: 'No such origin.' } })).toBe(
    'pane.refused crm.example No such origin.',
  );
});

test('the words are of the language, the types are not', () => {
  const event = { ...stamp, type: 'call.added', call: call({}) } as OffhookEvent;
  expect(eventLine(event, spanish)).toBe('call.added +12165325078 Entrante');
});
