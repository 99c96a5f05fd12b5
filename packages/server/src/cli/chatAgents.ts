import type { AgentsOf } from '../livechat/agents/loginRoute.js';
import { sameText } from '../livechat/http/constantTime.js';
import type { ChatSettings } from './readChatSettings.js';

/** Agents of the environment: those of the list, each with a password of their own; or any name, with the one password. */
export function chatAgents({
  agents,
  anyAgentPassword,
}: Pick<ChatSettings, 'agents' | 'anyAgentPassword'>): AgentsOf {
  return (name, password) => {
    const expected = agents.get(name) ?? anyAgentPassword;
    // Also for a name that isn't there: how long it takes tells nothing.
    const isRight = sameText(password, expected ?? '');
    return expected !== undefined && isRight ? { id: name, name } : undefined;
  };
}
