import type { Clock } from '../clock.js';
import type { ListedVendor } from '../vendor.js';
import { createAgent } from './agent.js';
import { createAgentDesk } from './agent-desk.js';
import { startBackEnd } from './back-end.js';
import { backEndCommand } from './back-end-command.js';
import { createFaultBook } from './chat-faults.js';
import { createSwitchClient } from './switch-client.js';
import { tetherfiControl } from './tetherfi-control.js';

/** Where the back end is and how it is started. */
export interface TetherfiOptions {
  readonly port: number;
  /** The program and its first arguments, in place of the command of `@offhook/server`. */
  readonly command?: readonly string[];
  readonly strictOrigins: readonly string[];
  readonly clock: Clock;
  readonly log: (line: string) => void;
}

/** Tetherfi: no pages of the simulator's own, but a back end in a process of its own. */
export interface Tetherfi {
  readonly vendor: ListedVendor;
  readonly origin: string;
  close(): Promise<void>;
}

/** Starts the back end and what works it; rejects when it doesn't start. */
export async function startTetherfi(options: TetherfiOptions): Promise<Tetherfi> {
  const { port, strictOrigins, clock, log, command = backEndCommand() } = options;
  const backEnd = await startBackEnd({ command, port, strictOrigins, log });
  const { origin } = backEnd;
  const switchClient = createSwitchClient(backEnd);
  const faults = createFaultBook(clock, switchClient.faults);
  backEnd.onBack(faults.tellAll);
  const agents = createAgentDesk({
    logIn: (session, name) => createAgent({ origin, session, name }),
    chats: switchClient.chats,
  });
  return {
    origin,
    vendor: {
      name: 'tetherfi',
      label: 'Tetherfi',
      page: '/agent',
      control: tetherfiControl({ backEnd, switchClient, agents, faults, clock }),
    },
    async close() {
      agents.close();
      faults.close();
      await backEnd.close();
    },
  };
}
