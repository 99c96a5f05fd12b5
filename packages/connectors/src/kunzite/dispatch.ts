import { OffhookError, type Command, type Connector } from '@offhook/core';
import type { HostFrame } from './wire.js';

const inTheWidget = 'Kunzite lets nobody else do this. Do it in its widget.';

const byHand =
  'answer reject hangUp hold resume mute unmute sendDtmf transfer forward toVoicemail startRecording stopRecording';

/** Others can have the widget dial and know contacts, and nothing else: a person works it. */
export const commands: Connector['commands'] = {
  'call.dial': true,
  'contacts.push': true,
  'agent.signIn': inTheWidget,
  'agent.signOut': inTheWidget,
  'agent.setPresence': inTheWidget,
  ...Object.fromEntries(byHand.split(' ').map((action) => [`call.${action}`, inTheWidget])),
};

/**
 * The message that gives the widget a command. Pure.
 *
 * @throws OffhookError `not-supported` for whatever only a person can do
 */
export function dispatch(command: Command): HostFrame {
  if (command.type !== 'call.dial') throw new OffhookError('not-supported', inTheWidget);
  return { type: 'click2call', data: { number: command.to } };
}
