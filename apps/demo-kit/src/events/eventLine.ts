import type { OffhookEvent, Party } from '@offhook/core';
import { partyName } from '../calls/partyName.js';
import { connectionText } from '../texts/connectionText.js';
import type { Texts } from '../texts/english.js';

/** An event as one line: `{type} {remote name or number} {detail}`, without ids. */
export function eventLine(event: OffhookEvent, texts: Texts): string {
  return [event.type, who(event, texts), detail(event, texts)].filter((part) => part !== '').join(' ');
}

function who(event: OffhookEvent, texts: Texts): string {
  if ('call' in event) return partyName(event.call.remote, event.call.match, texts.unknownCaller);
  if ('thread' in event) {
    const party: Party = event.thread.parties[0] ?? event.message.from;
    return partyName(party, event.thread.match, texts.unknownCaller);
  }
  return '';
}

function detail(event: OffhookEvent, texts: Texts): string {
  switch (event.type) {
    case 'call.added':
      return texts.direction[event.call.direction];
    case 'call.ended':
      return texts.endReason[event.call.endReason ?? 'unknown'];
    case 'inbox.message.received':
    case 'inbox.message.updated':
      return texts.messageKind[event.thread.kind];
    case 'connection.changed':
      return `${event.connection.name} ${connectionText(event.connection, texts)}`;
    case 'agent.changed':
      return texts.presences[event.agent.presence];
    case 'error':
      return texts.error(event.error);
    case 'protocol.unknown':
      return event.name;
    case 'protocol.violation':
      return `${texts.callState[event.from]} → ${texts.callState[event.to]}`;
    case 'protocol.rejected':
      return `${event.reason} × ${event.count}`;
    default:
      return '';
  }
}
