import type { Agent } from '../model/agent.js';
import type { Call } from '../model/call.js';
import type { Command } from '../model/command.js';
import type { Connection } from '../model/connection.js';
import type { Devices } from '../model/device.js';
import { actionOf } from './actions.js';

/** What a command is to change. */
export interface Subject {
  readonly call: Call | undefined;
  readonly agent: Agent | undefined;
  readonly connection: Connection | undefined;
  readonly devices: Devices | undefined;
}

/**
 * Whether a command's effect is there, so that it came true or needn't be given; `undefined` where no state shows it.
 */
export function isEffective(
  command: Command,
  { call, agent, connection, devices }: Subject,
): boolean | undefined {
  if (call !== undefined) return actionOf(command.type)?.done?.(call);
  switch (command.type) {
    case 'agent.signIn':
      return connection?.status === 'ready';
    case 'agent.signOut':
      return connection?.status === 'signed-out';
    case 'agent.setPresence':
      return agent?.presence === command.presence;
    case 'device.delegate':
      return devices?.[command.device].delegated === command.on;
    case 'device.setSpeaker':
      return devices?.speaker.on === command.on;
    case 'device.setRinger':
      return devices?.ringer.on === command.on;
    default:
      return undefined;
  }
}
