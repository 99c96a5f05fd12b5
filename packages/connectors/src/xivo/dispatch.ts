import type { Connector } from '@offhook/core';

const inTheDesktop = 'XiVO’s phone is in its agent desktop. Do it there.';

const byHand =
  'call.dial call.answer call.reject call.hangUp call.hold call.resume call.mute call.unmute call.sendDtmf call.transfer call.forward call.toVoicemail call.startRecording call.stopRecording agent.signIn agent.signOut agent.setPresence';

const never = Object.fromEntries(byHand.split(' ').map((type) => [type, inTheDesktop]));

/** A page in a pane can say that its work is done, and nothing else. */
export const guestCommands: Connector['commands'] = { ...never, 'pane.complete': true };

/** Who listens can only listen. */
export const observerCommands: Connector['commands'] = {
  ...never,
  'pane.complete': 'This page is in no pane.',
};
