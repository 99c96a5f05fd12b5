import type { CommandType } from '@offhook/core';

/** A vendor that can do everything: what a fake connector offers unless the test says otherwise. */
export const everyCommand: Readonly<Record<CommandType, true>> = {
  'call.dial': true,
  'call.answer': true,
  'call.reject': true,
  'call.hangUp': true,
  'call.hold': true,
  'call.resume': true,
  'call.mute': true,
  'call.unmute': true,
  'call.sendDtmf': true,
  'call.transfer': true,
  'call.forward': true,
  'call.toVoicemail': true,
  'call.startRecording': true,
  'call.stopRecording': true,
  'agent.signIn': true,
  'agent.signOut': true,
  'agent.setPresence': true,
  'inbox.send': true,
  'conversation.open': true,
  'contacts.push': true,
  'device.delegate': true,
  'device.setSpeaker': true,
  'device.setRinger': true,
  'pane.complete': true,
};
