import type { Presence } from './agent.js';
import type { ChatCommand } from './chatCommand.js';
import type { Contact } from './contact.js';
import type { DeviceKind } from './device.js';
import type { MediaCommand } from './mediaCommand.js';

/** What can be done with a call that is there. */
export type CallAction =
  | 'answer'
  | 'reject'
  | 'hangUp'
  | 'hold'
  | 'resume'
  | 'mute'
  | 'unmute'
  | 'sendDtmf'
  | 'transfer'
  | 'forward'
  | 'toVoicemail'
  | 'startRecording'
  | 'stopRecording';

type PlainCallAction = Exclude<CallAction, 'sendDtmf' | 'transfer' | 'forward'>;

/** Something asked for. `connector` may be left out where only one can. */
export type Command =
  | { readonly type: 'call.dial'; readonly to: string; readonly connector?: string }
  | { readonly type: `call.${PlainCallAction}`; readonly callId: string }
  /** `digits` are of `0-9 * #`. */
  | { readonly type: 'call.sendDtmf'; readonly callId: string; readonly digits: string }
  | { readonly type: 'call.transfer' | 'call.forward'; readonly callId: string; readonly to: string }
  | {
      readonly type: 'agent.signIn';
      readonly connector?: string;
      readonly credentials?: { readonly username: string; readonly password: string };
    }
  | { readonly type: 'agent.signOut'; readonly connector?: string }
  /** `reason`: the vendor's word for why, where it knows such (a type of pause). */
  | {
      readonly type: 'agent.setPresence';
      readonly presence: Presence;
      readonly reason?: string;
      readonly connector?: string;
    }
  | {
      readonly type: 'inbox.send';
      readonly to: string;
      readonly text: string;
      readonly connector?: string;
    }
  | { readonly type: 'conversation.open'; readonly uri: string; readonly connector?: string }
  /** Hands the vendor contacts to show and search: these, or without them all that the host has. */
  | {
      readonly type: 'contacts.push';
      readonly contacts?: readonly Contact[];
      readonly connector?: string;
    }
  /** `on`: the host does it from now on; else the vendor. */
  | {
      readonly type: 'device.delegate';
      readonly device: DeviceKind;
      readonly on: boolean;
      readonly connector?: string;
    }
  /** Switches the loudspeaker, or the ringing of now, where it is the host's. */
  | {
      readonly type: 'device.setSpeaker' | 'device.setRinger';
      readonly on: boolean;
      readonly connector?: string;
    }
  /** Tells whoever shows this page in a pane that the work is done. */
  | { readonly type: 'pane.complete'; readonly connector?: string }
  | ChatCommand
  | MediaCommand;

/** The name of a command, such as `call.hold`. */
export type CommandType = Command['type'];

type Member<C, T> = C extends { readonly type: string }
  ? T extends C['type']
    ? C & { readonly type: T }
    : never
  : never;

/** The command of one type. */
export type CommandOf<T extends CommandType> = Member<Command, T>;

/** The commands that speak of a call. */
export type CallCommand = Extract<Command, { callId: string }>;

/**
 * How a command came true: `observed` in the state, `acknowledged` by the vendor, `already` so, or `sent` to a
 * vendor that neither acknowledges this command nor shows its effect (a DTMF tone, say).
 */
export interface CommandResult {
  readonly callId?: string;
  /** The chat that it was about, or that it began. */
  readonly chatId?: string;
  /** The message that it made. */
  readonly messageId?: string;
  readonly by: 'observed' | 'acknowledged' | 'already' | 'sent';
}
