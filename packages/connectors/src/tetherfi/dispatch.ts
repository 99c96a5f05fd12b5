import type { Connector } from '@offhook/core';

const noPhone = 'Tetherfi chats; it has no phone.';

const never = Object.fromEntries(
  'call.dial call.answer call.reject call.hangUp call.hold call.resume call.mute call.unmute call.sendDtmf call.transfer call.forward call.toVoicemail call.startRecording call.stopRecording'
    .split(' ')
    .map((type) => [type, noPhone]),
);

/** What the vendor's web API can do, and why not the rest. */
export const commands: Connector['commands'] = {
  ...never,
  'agent.signIn': 'This is the customer’s side of the chat. Agents sign in at their desk.',
  'agent.signOut': 'This is the customer’s side of the chat. Agents sign out at their desk.',
  'agent.setPresence': 'This is the customer’s side of the chat.',
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
  'video.start': true,
  'video.accept': true,
  'video.decline': true,
  'video.hangUp': true,
  'video.mute': true,
  'video.unmute': true,
  'video.cameraOff': true,
  'video.cameraOn': true,
  'video.setDevices': true,
  'screen.start': true,
  'screen.stop': true,
  'cobrowse.start': true,
  'cobrowse.stop': true,
};
