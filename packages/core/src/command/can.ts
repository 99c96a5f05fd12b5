import type { Chats } from '../chats.js';
import type { Connector } from '../connector.js';
import type { Call } from '../model/call.js';
import type { Capability } from '../model/capability.js';
import type { Chat } from '../model/chat.js';
import type { CommandType } from '../model/command.js';
import type { Connection } from '../model/connection.js';
import type { ErrorCode } from '../model/error.js';
import { actionOf, fits } from './actions.js';

/** What decides whether a command can be given. */
export interface Situation {
  readonly type: CommandType;
  readonly connector: Connector;
  readonly connection: Connection;
  /** What the vendor can't do for now, with reasons. */
  readonly blocked: Readonly<Partial<Record<CommandType, string>>> | undefined;
  readonly call: Call | undefined;
  readonly chat?: Chat | undefined;
  readonly chats?: Pick<Chats, 'objection'> | undefined;
}

const allowed: Capability = { allowed: true };

export const denied = (reason: ErrorCode, text: string): Capability => ({ allowed: false, reason, text });

/** Whether a command can be given now. What doesn't fit the call or the chat comes first: such a button isn't shown at all. */
export function can({ type, connector, connection, blocked, call, chat, chats }: Situation): Capability {
  const action = actionOf(type);
  if (action !== undefined && call !== undefined && !fits(action, call)) {
    return denied('invalid-state', `This doesn't fit a call that is ${call.state}.`);
  }
  const objection = chat && chats?.objection(type, chat);
  if (objection !== undefined) return denied('invalid-state', objection);
  const { name, commands } = connector;
  if (commands[type] !== true) return denied('not-supported', commands[type] ?? `${name} can't do this.`);
  const { status, reason } = connection;
  // The devices are the host's own, whoever is signed in.
  const needsAgent = !/^(agent\.sign|device\.)/.test(type);
  if (status === 'signed-out' && needsAgent)
    return denied('auth-required', reason ?? `Sign in to ${name} first.`);
  if (status === 'offline') return denied('offline', reason ?? `${name} is offline. Check the network.`);
  if (status === 'connecting') return denied('not-ready', `${name} is still connecting.`);
  if (status === 'failed') return denied('not-ready', reason ?? `${name} failed. Reload the page.`);
  const block = blocked?.[type];
  return block === undefined ? allowed : denied('not-supported', block);
}
