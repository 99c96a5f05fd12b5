/** @jest-environment jsdom */
import {
  authorizationControls,
  createCurrent,
  settingsControls,
  type Ask,
  type Call,
  type Invite,
  type Offhook,
} from '@offhook/core';
import { demoContacts } from '../contacts/demoContacts.js';
import type { CrmClient } from '../crm/createCrmClient.js';
import { createHostDesk } from './createHostDesk.js';
import { openContactId } from './hostSettings.js';

const ask: Ask = { connector: 'ringcentral', signal: new AbortController().signal, deadline: Infinity };
const desk = (session = 'mine', crm: Partial<CrmClient> = {}) =>
  createHostDesk({ crm: crm as CrmClient, session });
const clientOf = ({ provide }: ReturnType<typeof desk>) => ({ provide }) as Offhook;

beforeEach(() => localStorage.clear());

test('what a vendor asks is asked of the CRM, with the signal', async () => {
  const asked: unknown[] = [];
  const note =
    (name: string) =>
    (input: unknown, signal: AbortSignal): Promise<never> => {
      asked.push([name, input, signal === ask.signal]);
      return Promise.resolve(undefined as never);
    };
  const { provide } = desk('mine', {
    contacts: note('contacts'),
    search: note('search'),
    match: note('match'),
    activities: note('activities'),
    matchCalls: note('matchCalls'),
    matchMessages: note('matchMessages'),
  });
  await provide.contacts?.sync?.({ page: 1 }, ask);
  await provide.contacts?.search?.('ada', ask);
  await provide.contacts?.match?.(['+1'], ask);
  await provide.activities?.list({ id: '3' }, ask);
  await provide.callLog?.match?.(['1'], ask);
  await provide.messageLog?.match?.(['2'], ask);
  expect(asked).toEqual([
    ['contacts', { page: 1 }, true],
    ['search', 'ada', true],
    ['match', ['+1'], true],
    ['activities', '3', true],
    ['matchCalls', ['1'], true],
    ['matchMessages', ['2'], true],
  ]);
});

test('the agent is signed in from the start, until they sign out', async () => {
  const host = desk();
  const { state, toggle } = authorizationControls(clientOf(host));
  expect(state.value).toMatchObject({ authorized: true, account: 'agent@example.com' });
  await toggle();
  expect(state.value.authorized).toBe(false);
  expect(desk().provide.authorization?.status.value.authorized).toBe(false);
  expect(desk('another').provide.authorization?.status.value.authorized).toBe(true);
  await toggle();
  expect(state.value.authorized).toBe(true);
});

test('the host has one setting, on at first, and the browser remembers it for the session', async () => {
  const host = desk();
  const { state, change } = settingsControls(clientOf(host));
  expect(state.value.settings).toEqual([
    { id: openContactId, type: 'boolean', name: 'Open contact page when call coming', value: true },
  ]);
  await change(openContactId, false);
  expect(state.value.settings).toMatchObject([{ value: false }]);
  expect(desk().provide.settings?.values.value).toMatchObject([{ value: false }]);
  expect(desk('another').provide.settings?.values.value).toMatchObject([{ value: true }]);
});

test('invitations are kept in the order that they come in', () => {
  const { provide, invites } = desk();
  const conference: Invite = { kind: 'conference', userData: { code: '1' } };
  const meeting: Invite = { kind: 'meeting', topic: 'Blue', userData: {} };
  void provide.invites?.conference?.(conference, ask);
  void provide.invites?.meeting?.(meeting, ask);
  expect(invites.value).toEqual([conference, meeting]);
});

test('the activity that somebody opens is the page’s', () => {
  const { provide, activity } = desk();
  const opened = { id: 'a', subject: 'Offer', at: 1 };
  expect(activity.value).toBeUndefined();
  void provide.activities?.open?.(opened, ask);
  expect(activity.value).toEqual(opened);
});

test('with a call that comes in its contact’s page is opened, and another activity is none of it', () => {
  const host = desk();
  const focus = createCurrent<Call | undefined>(undefined);
  const incomingCalls = createCurrent<readonly Call[]>([]);
  const tabs = { runOnce: (_key: string, effect: () => unknown) => Promise.resolve(effect()) };
  const stop = host.follow({ focus, incomingCalls, tabs } as unknown as Offhook);
  const [contact] = demoContacts;
  const call = { id: 'a', match: { status: 'one', contacts: [contact] } } as unknown as Call;
  const opened = { id: 'a', subject: 'Offer', at: 1 };

  void host.provide.activities?.open?.(opened, ask);
  incomingCalls.set([call]);
  focus.set(call);
  expect([host.openedContact.value, host.activity.value]).toEqual([{ callId: 'a', contact }, undefined]);
  void host.provide.activities?.open?.(opened, ask);
  focus.set({ ...call, state: 'active' });
  expect(host.activity.value).toBe(opened);
  stop();
  focus.set(undefined);
  expect(host.activity.value).toBe(opened);
});
