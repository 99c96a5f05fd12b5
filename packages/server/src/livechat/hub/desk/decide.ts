import { acceptChat, endByAgent, leaveChat, passChat } from './conference.js';
import { agentIn, agentLost, logout } from './agents.js';
import { done, type DeskAnswer, type DeskCommand } from './command.js';
import { type Desk } from './desk.js';
import { closeChats, endChats, nodesDead, openChats, presence } from './pages.js';
import { startChat } from './start.js';
import { tick } from './tick.js';
import { type Turn } from './turn.js';

/**
 * What a command comes to: the answer, and in `turn` what happened and is to be written. Reads the desk and changes nothing; the
 * same desk, command and turn give the same.
 */
export function decide(desk: Desk, command: DeskCommand, turn: Turn): DeskAnswer {
  switch (command.t) {
    case 'start':
      return startChat(desk, command, turn);
    case 'open':
      return openChats(desk, command, turn);
    case 'tell':
      turn.happened({ t: 'told', at: turn.now, web: command.web, clientId: command.clientId });
      return done();
    case 'presence':
      return presence(desk, command, turn);
    case 'close':
      return closeChats(desk, command, turn);
    case 'end':
      return endChats(desk, command, turn);
    case 'agentIn':
      return agentIn(desk, command, turn);
    case 'agentLost':
      return agentLost(desk, command, turn);
    case 'logout':
      return logout(desk, command.agent, turn);
    case 'accept':
      return acceptChat(desk, command, turn);
    case 'pass':
      return passChat(desk, command, turn);
    case 'leave':
      return leaveChat(desk, command, turn);
    case 'agentEnd':
      return endByAgent(desk, command, turn);
    case 'tick':
      return tick(desk, turn);
    case 'nodesDead':
      return nodesDead(desk, command.nodes, turn);
  }
}
