import type { Call, Chat, Command, Report } from '@offhook/core';
import { obeyChat, type ChatVendor } from './obeyChat.js';

/** What the fake vendor has at hand. */
interface Vendor extends ChatVendor {
  /** A new id for a call, or something else. */
  newId(kind?: 'call' | 'message' | 'chat' | 'file'): string;
}

/** How a vendor that does as it is told would report it: nothing where a command leaves no trace in the state. */
export function obey(
  command: Command,
  call: Call | undefined,
  vendor: Vendor,
  chat?: Chat,
): readonly Report[] {
  const of = (facts: Omit<Extract<Report, { type: 'call' }>, 'type' | 'ids'>): readonly Report[] =>
    call === undefined ? [] : [{ type: 'call', ids: call.vendorIds, ...facts }];

  switch (command.type) {
    case 'call.dial':
      return [
        {
          type: 'call',
          ids: [vendor.newId()],
          direction: 'outbound',
          state: 'dialing',
          remote: { number: command.to },
        },
      ];
    case 'call.answer':
    case 'call.resume':
      return of({ state: 'active' });
    case 'call.hold':
      return of({ state: 'held', onHoldBy: 'local' });
    case 'call.mute':
      return of({ muted: true });
    case 'call.unmute':
      return of({ muted: false });
    case 'call.startRecording':
      return of({ recording: 'on' });
    case 'call.stopRecording':
      return of({ recording: 'off' });
    case 'call.transfer':
    case 'call.forward':
      return of({ state: 'ended', endReason: 'transferred', endReasonFrom: 'vendor' });
    case 'call.reject':
    case 'call.toVoicemail':
    case 'call.hangUp':
      return of({ state: 'ended' });
    case 'call.sendDtmf':
    case 'conversation.open':
    case 'contacts.push':
    case 'pane.complete':
      return [];
    case 'device.delegate':
      return [{ type: 'devices', [command.device]: { delegated: command.on } }];
    case 'device.setSpeaker':
      return [{ type: 'devices', speaker: { on: command.on } }];
    case 'device.setRinger':
      return [{ type: 'devices', ringer: { on: command.on } }];
    case 'agent.signIn':
      return [
        { type: 'connection', status: 'ready' },
        {
          type: 'agent',
          presence: 'available',
          ...(command.credentials && { login: command.credentials.username }),
        },
      ];
    case 'agent.signOut':
      return [
        { type: 'connection', status: 'signed-out' },
        { type: 'agent', presence: 'offline' },
      ];
    case 'agent.setPresence':
      return [
        {
          type: 'agent',
          presence: command.presence,
          ...(command.reason !== undefined && { pauseReason: command.reason }),
        },
      ];
    case 'inbox.send':
      return [
        {
          type: 'message',
          threadId: command.to,
          kind: 'sms',
          parties: [{ number: command.to }],
          message: {
            id: vendor.newId('message'),
            direction: 'outbound',
            from: {},
            to: [{ number: command.to }],
            text: command.text,
            at: vendor.now(),
            read: true,
            status: 'sent',
            attachments: [],
          },
        },
      ];
    default:
      return obeyChat(command, chat, vendor);
  }
}
