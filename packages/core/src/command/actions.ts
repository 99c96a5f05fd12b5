import { isAnswered, isIncoming, isLive, type Call } from '../model/call.js';
import type { CallAction, CommandType } from '../model/command.js';

interface Action {
  /** Whether it makes sense for a call as it is. */
  readonly fits: (call: Call) => boolean;
  /** Whether its effect is there. Left out where no state shows it. */
  readonly done?: (call: Call) => boolean;
}

const hasEnded = (call: Call): boolean => !isLive(call);

/** The actions on a call, in the order in which a person meets them. */
const actions: Record<CallAction, Action> = {
  answer: { fits: isIncoming, done: isAnswered },
  reject: { fits: isIncoming, done: hasEnded },
  hangUp: { fits: isLive, done: hasEnded },
  hold: { fits: isAnswered, done: (call) => call.state === 'held' },
  resume: { fits: isAnswered, done: (call) => call.state === 'active' },
  mute: { fits: isAnswered, done: (call) => call.muted },
  unmute: { fits: isAnswered, done: (call) => !call.muted },
  sendDtmf: { fits: isAnswered },
  transfer: { fits: isAnswered, done: hasEnded },
  forward: { fits: isIncoming, done: hasEnded },
  toVoicemail: { fits: isIncoming, done: hasEnded },
  startRecording: { fits: isAnswered, done: (call) => call.recording === 'on' },
  stopRecording: { fits: isAnswered, done: (call) => (call.recording ?? 'off') === 'off' },
};

export const callActions = Object.keys(actions) as readonly CallAction[];

/** Every type of command. */
export const commandTypes: readonly CommandType[] = [
  'call.dial',
  ...callActions.map((action) => `call.${action}` as const),
  'agent.signIn',
  'agent.signOut',
  'agent.setPresence',
  'inbox.send',
  'conversation.open',
  'contacts.push',
  'device.delegate',
  'device.setSpeaker',
  'device.setRinger',
  'pane.complete',
  'chat.open',
  'chat.start',
  'chat.send',
  'chat.sendApp',
  'chat.resend',
  'chat.setTyping',
  'chat.end',
  'chat.leave',
  'chat.requestCallback',
  'chat.upload',
  'chat.resetCaptcha',
  'chat.createCampaignContact',
  'video.start',
  'video.accept',
  'video.decline',
  'video.hangUp',
  'video.mute',
  'video.unmute',
  'video.cameraOff',
  'video.cameraOn',
  'video.setDevices',
  'screen.start',
  'screen.stop',
  'cobrowse.start',
  'cobrowse.stop',
];

/** The action behind a command on a call that is there. */
export const actionOf = (type: CommandType): Action | undefined =>
  type.startsWith('call.') ? actions[type.slice(5) as CallAction] : undefined;

/** Whether an action fits: it makes sense now, and its effect isn't there already. */
export const fits = (action: Action, call: Call): boolean =>
  action.fits(call) && action.done?.(call) !== true;
