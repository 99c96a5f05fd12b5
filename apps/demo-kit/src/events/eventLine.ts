import {
  paneTitle,
  type Agent,
  type LogState,
  type OffhookEvent,
  type Party,
  type Setting,
} from '@offhook/core';
import { partyName } from '../calls/partyName.js';
import { signedInText } from '../host/signedInText.js';
import { logStateText } from '../log/logStateText.js';
import { connectionText } from '../texts/connectionText.js';
import type { Texts } from '../texts/english.js';
import { chatEventDetail, chatEventWho } from './chatEvent.js';

/** An event as one line: `{type} {remote name or number} {detail}`, without ids. */
export function eventLine(event: OffhookEvent, texts: Texts): string {
  return [event.type, who(event, texts), detail(event, texts)].filter((part) => part !== '').join(' ');
}

function who(event: OffhookEvent, texts: Texts): string {
  if ('call' in event) return partyName(event.call.remote, event.call.match, texts.unknownCaller);
  if ('chat' in event) return chatEventWho(event);
  if ('thread' in event) {
    const from = 'message' in event ? event.message.from : {};
    const party: Party = event.thread.parties[0] ?? from;
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
      return agentText(event.agent, texts);
    case 'error':
      return [event.handler, texts.error(event.error)].filter((part) => part !== undefined).join(' ');
    case 'request.late':
    case 'request.failed':
      return `${event.handler} ${Math.round(event.ms)} ms`;
    case 'log.changed':
      return logged(event.call.log, texts);
    case 'inbox.log.changed':
      return logged(event.thread.log, texts);
    case 'authorization.changed':
      return signedInText(event.authorization, texts);
    case 'settings.changed':
      return event.settings.map((setting) => settingText(setting, texts)).join(', ');
    case 'device.requested':
      return texts.device[event.device];
    case 'pane.waiting':
    case 'pane.opened':
    case 'pane.completed':
    case 'pane.closed':
    case 'pane.blocked':
    case 'pane.refused':
      return [paneTitle(event.pane), event.pane.reason].filter((part) => part !== undefined).join(' ');
    case 'protocol.unknown':
      return event.name;
    case 'protocol.violation':
      return event.callId === undefined
        ? [event.media, `${event.from} → ${event.to}`].filter((part) => part !== undefined).join(' ')
        : `${texts.callState[event.from]} → ${texts.callState[event.to]}`;
    case 'protocol.rejected':
      return `${event.reason} × ${event.count}`;
    case 'campaign.contact.created':
      return event.resultMessage;
    default:
      return 'chat' in event ? chatEventDetail(event, texts) : '';
  }
}

/** The agent's presence; where nobody knows that, at least who it is. */
const agentText = ({ presence, login }: Agent, texts: Texts): string =>
  presence === 'unknown' && login !== undefined ? login : texts.presences[presence];

const logged = (log: LogState, texts: Texts): string =>
  logStateText({ log, waiting: log.waiting, pending: false }, texts);

/** A setting's name and, where it has one that is a word, its value. */
function settingText(setting: Setting, texts: Texts): string {
  if (setting.type === 'boolean') return `${setting.name}: ${setting.value ? texts.on : texts.off}`;
  return setting.name;
}
