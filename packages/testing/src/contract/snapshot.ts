import type { Offhook } from '@offhook/core';
import { demandSame, demandSameList } from './demand.js';

/** Every value of a client, by reference: what must be the same objects after something that changes nothing. */
export function snapshot(phone: Offhook): Readonly<Record<string, unknown>> {
  return {
    calls: phone.calls.all.value,
    callIds: phone.calls.ids.value,
    recentCalls: phone.recentCalls.value,
    focus: phone.focus.value,
    incomingCalls: phone.incomingCalls.value,
    inbox: phone.inbox.all.value,
    chats: phone.chats.all.value,
    chatFocus: phone.chatFocus.value,
    messages: phone.messagesOf().value,
    streams: phone.streamsOf().value,
    connection: phone.connection.value,
    agent: phone.agent.value,
    capabilities: phone.capabilities.value,
    widgets: phone.widgets.all.value,
    devices: phone.devices.all.value,
    panes: phone.panes.all.value,
    paneContext: phone.paneContext.value,
  };
}

/** Throws unless every value is the very object that it was. */
export function demandUnchanged(
  phone: Offhook,
  before: Readonly<Record<string, unknown>>,
  what: string,
): void {
  for (const [key, value] of Object.entries(snapshot(phone)))
    demandSame(value, before[key], `${what} changed ${key}`);
}

/** Throws unless all values belong to one commit: the lists hold the very calls that are served by id. */
export function demandConsistent(phone: Offhook): void {
  const { calls, focus, incomingCalls, recentCalls } = phone;
  const served = calls.ids.value.map((id) => calls.get(id).value);
  demandSameList(calls.all.value, served, 'calls.all beside calls.get');
  const ringing = served.filter((call) => call?.state === 'ringing' && call.direction === 'inbound');
  demandSameList(sortedById(incomingCalls.value), sortedById(ringing), 'incomingCalls beside calls.get');
  for (const call of recentCalls.value)
    demandSame(call, calls.get(call.id).value, 'recentCalls beside calls.get');
  demandSameList(
    phone.chats.all.value,
    phone.chats.ids.value.map((id) => phone.chats.get(id).value),
    'chats.all beside chats.get',
  );
  const inFocus = phone.chatFocus.value?.id;
  if (inFocus !== undefined) {
    demandSame(phone.chatFocus.value, phone.chats.get(inFocus).value, 'chatFocus beside chats.get');
    demandSame(phone.messagesOf().value, phone.messagesOf(inFocus).value, 'messages of the focus');
  }
  if (focus.value !== undefined)
    demandSame(focus.value, calls.get(focus.value.id).value, 'focus beside calls.get');
}

function sortedById(calls: readonly ({ readonly id: string } | undefined)[]): readonly unknown[] {
  return [...calls].sort((a, b) => ((a?.id ?? '') < (b?.id ?? '') ? -1 : 1));
}
