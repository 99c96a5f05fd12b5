import type { Agent } from '../model/agent.js';
import type { Call } from '../model/call.js';
import type { Command } from '../model/command.js';
import type { Connection } from '../model/connection.js';
import { actionOf } from './actions.js';

/** What a command is to change. */
export interface Subject {
  readonly call: Call | undefined;
  readonly agent: Agent | undefined;
  readonly connection: Connection | undefined;
}

/**
 * Whether a command's effect is there, so that it came true or needn't be given; `undefined` where no state shows it.
 */
export function isEffective(command: Command, { call, agent, connection }: Subject): boolean | undefined {
  if (call !== undefined) return actionOf(command.type)?.done?.(call);
  if (command.type === 'agent.signIn') return connection?.status === 'ready';
  if (command.type === 'agent.signOut') return connection?.status === 'signed-out';
  return command.type === 'agent.setPresence' ? agent?.presence === command.presence : undefined;
}
