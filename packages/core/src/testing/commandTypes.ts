import type { CommandType } from '../model/command.js';

// A list of its own, so that core's can't share its mistake; the compiler sees to it that none is missing.
const every: Record<CommandType, true> = {
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
  'chat.open': true,
  'chat.start': true,
  'chat.send': true,
  'chat.sendApp': true,
  'chat.resend': true,
  'chat.setTyping': true,
  'chat.end': true,
  'chat.leave': true,
  'chat.requestCallback': true,
  'chat.upload': true,
  'chat.resetCaptcha': true,
  'chat.createCampaignContact': true,
};

/** Every type of command. */
export const commandTypes = Object.keys(every) as readonly CommandType[];
