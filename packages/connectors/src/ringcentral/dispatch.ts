import { presences } from './translateAgent.js';
import { OffhookError, type Call, type Command } from '@offhook/core';

/** A message to the widget. */
export interface HostFrame {
  readonly type: `rc-${'adapter' | 'post-message'}-${string}`;
  readonly [key: string]: unknown;
}

type ControlCommand = Extract<Command, { readonly callId: string }>;

/** What the widget lets others do with a call of its web phone, in its words where it has others. */
export const actions: Readonly<Record<ControlCommand['type'], string>> = {
  'call.answer': 'answer',
  'call.reject': 'reject',
  'call.hangUp': 'hangup',
  'call.hold': 'hold',
  'call.resume': 'unhold',
  'call.mute': 'mute',
  'call.unmute': 'unmute',
  'call.sendDtmf': 'dtmf',
  'call.transfer': 'transfer',
  'call.forward': 'forward',
  'call.toVoicemail': 'toVoicemail',
  'call.startRecording': 'startRecord',
  'call.stopRecording': 'stopRecord',
};

/** The web phone's leg of a call: the only one that the widget lets others control. */
export const controlledLeg = (call: Call | undefined): string | undefined =>
  call?.legs.find(({ kind, state }) => kind === 'softphone' && state !== 'ended')?.vendorId;

function control(command: ControlCommand, call: Call | undefined): HostFrame {
  const callId = controlledLeg(call);
  if (!callId) throw new OffhookError('not-supported', 'This call is on another device. Control it there.');
  const callAction = actions[command.type];
  const options =
    'digits' in command
      ? { dtmf: command.digits }
      : 'to' in command
        ? { [`${callAction}Number`]: command.to }
        : undefined;
  return { type: 'rc-adapter-control-call', callAction, callId, options };
}

/** A page of the widget, by its path or by a thread's id. */
const pathOf = (uri: string): string =>
  uri.startsWith('/') ? uri : `/conversations/${uri.split(':').pop()}`;

/**
 * The message that gives the widget a command. Pure.
 *
 * @param connector the connector's id, which thread ids begin with
 * @throws OffhookError `not-supported` for a call on another device or a presence that RingCentral doesn't have
 */
export function dispatch(command: Command, call: Call | undefined, connector: string): HostFrame {
  if ('callId' in command) return control(command, call);
  switch (command.type) {
    case 'call.dial':
      return { type: 'rc-adapter-new-call', phoneNumber: command.to, toCall: true };
    case 'agent.signIn':
      return { type: 'rc-adapter-login' };
    case 'agent.signOut':
      return { type: 'rc-adapter-logout' };
    case 'agent.setPresence': {
      const { presence } = command;
      const userStatus = presences[presence];
      if (!userStatus) throw new OffhookError('not-supported', `RingCentral has no presence ${presence}.`);
      const dndStatus = presence === 'paused' ? 'DoNotAcceptAnyCalls' : 'TakeAllCalls';
      return { type: 'rc-adapter-set-presence', userStatus, dndStatus };
    }
    case 'inbox.send': {
      // Texts are put before the person, who sends them: to a number, or in the conversation that the widget shows.
      const { to, text } = command;
      return to.startsWith(`${connector}:`)
        ? { type: 'rc-adapter-auto-populate-conversation', text }
        : { type: 'rc-adapter-new-sms', phoneNumber: to, text, conversation: true };
    }
    case 'conversation.open':
      return { type: 'rc-adapter-navigate-to', path: pathOf(command.uri) };
    default:
      throw new OffhookError('not-supported', "RingCentral can't do this.");
  }
}

/** Asks for the web phone's calls: what happened while nobody listened, and what the widget changes in silence. */
export const askForCalls: HostFrame = { type: 'rc-adapter-webphone-sessions-sync' };
