import type { Offhook } from '../client.js';
import type { Agent, Presence } from '../model/agent.js';
import type { Capability } from '../model/capability.js';
import type { Current } from '../stream/current.js';
import { combine } from '../stream/select.js';
import { createRunner, sameState, type ControlStatus, type Outcome } from './outcome.js';

/** What a screen for the agent shows. */
export interface AgentControlsState extends ControlStatus {
  readonly agent: Agent;
  readonly can: Readonly<Record<'signIn' | 'signOut' | 'setPresence', Capability>>;
}

/** What a screen for the agent needs. The functions are bound and never reject. */
export interface AgentControls {
  readonly state: Current<AgentControlsState>;
  readonly signIn: (credentials?: {
    readonly username: string;
    readonly password: string;
  }) => Promise<Outcome>;
  readonly signOut: () => Promise<Outcome>;
  readonly setPresence: (presence: Presence) => Promise<Outcome>;
}

/**
 * Controls for the agent at one connector, or at the default one.
 *
 * @example agentControls(phone).setPresence('busy');
 */
export function agentControls(client: Offhook, connector?: string): AgentControls {
  const { status, run } = createRunner(client);
  const target = connector === undefined ? {} : { connector };
  const agent = connector === undefined ? client.agent : client.agents.get(connector);
  return {
    state: combine(
      [agent, client.capabilities, status],
      (agent, capabilities, { pending, lastError }) => {
        // The initial value tells nothing of what is so by now.
        const can = (type: `agent.${'signIn' | 'signOut' | 'setPresence'}`): Capability =>
          capabilities === client.capabilities.initial ? capabilities[type] : client.can(type, target);
        return {
          agent: agent ?? client.agent.initial,
          can: {
            signIn: can('agent.signIn'),
            signOut: can('agent.signOut'),
            setPresence: can('agent.setPresence'),
          },
          pending,
          lastError,
        };
      },
      sameState,
    ),
    signIn: (credentials) =>
      run({ type: 'agent.signIn', ...target, ...(credentials === undefined ? {} : { credentials }) }),
    signOut: () => run({ type: 'agent.signOut', ...target }),
    setPresence: (presence) => run({ type: 'agent.setPresence', presence, ...target }),
  };
}
