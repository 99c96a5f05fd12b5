import type { APIRequestContext } from '@playwright/test';
import { createControl } from './control.js';
import { createSimulator, type Action } from './simulator.js';

/** What the web service answers. */
export interface Answer {
  readonly action: 'open' | 'popup' | 'run' | 'none';
  readonly event?: 'EventRinging' | 'EventEstablished' | 'EventReleased';
  readonly url?: string;
  readonly autopause?: boolean;
  readonly autopauseReason?: string;
  readonly multitab?: boolean;
  readonly title?: string;
  readonly executableArgs?: readonly string[];
}

export interface XivoConfig {
  readonly thirdPartyUrl?: string;
  readonly loginUrl?: string;
  readonly answer?: Answer;
}

/** What the desktop is busy with. */
export interface DesktopState {
  readonly agent: { readonly state: string; readonly reason?: string };
  readonly panes: readonly {
    readonly id: string;
    readonly callId: string;
    readonly action: string;
    readonly url: string;
    readonly title: string;
    readonly state: string;
  }[];
  readonly serviceCalls: readonly {
    readonly method: string;
    readonly url: string;
    readonly status: number | null;
    readonly body: unknown;
  }[];
  readonly errors: readonly { readonly code: string; readonly message: string }[];
}

/** XiVO's side, worked through its control API, within one session. */
export interface XivoSimulator {
  /** Rings the agent, through a queue if one is named; gives the id of the call. */
  ring(from: string, queue?: string): Promise<string>;
  act(id: string, action: Action, by?: 'remote' | 'agent'): Promise<void>;
  config(config: XivoConfig): Promise<void>;
  state(): Promise<DesktopState>;
  /** The codes of what went wrong, the oldest first. */
  errors(): Promise<readonly string[]>;
}

export function createXivoSimulator(request: APIRequestContext, session: string): XivoSimulator {
  const { post, get } = createControl(request, session, 'xivo');
  const simulator = createSimulator(request, session, 'xivo');
  const state = (): Promise<DesktopState> => get<DesktopState>('panes');
  return {
    ring: (from, queue) => simulator.place('inbound', from, queue === undefined ? {} : { queue }),
    act: simulator.act,
    config: (config) => post('config', config),
    state,
    errors: async () => (await state()).errors.map(({ code }) => code),
  };
}
