import { expect, type APIRequestContext } from '@playwright/test';
import { board } from '../addresses.js';

export type AgentAction =
  | 'login'
  | 'logout'
  | 'accept'
  | 'say'
  | 'type'
  | 'app'
  | 'leave'
  | 'invite'
  | 'transfer'
  | 'callback'
  | 'end';

/** A chat as the back end knows it. */
export interface DeskChat {
  readonly id: string;
  readonly sid: string;
  readonly clientId?: string;
  readonly state: string;
  readonly queuePosition?: number;
  readonly agents: readonly { readonly id: string; readonly name: string }[];
  readonly trans: readonly Readonly<Record<string, string>>[];
  readonly details: Readonly<Record<string, string>>;
}

export interface ChatFaults {
  readonly queueLimit?: number;
  readonly queueTimeoutMs?: number;
  readonly captcha?: boolean;
  readonly closeTimerMs?: number;
  readonly vanishTimerMs?: number;
  readonly historyDelayMs?: number;
  readonly startFailed?: string;
  readonly notification?: string;
  readonly statusOffline?: string;
  readonly offline?: boolean;
  readonly silent?: boolean;
  readonly delayMs?: number;
  readonly duplicate?: number;
  readonly drop?: number;
  readonly malformed?: number;
  readonly reorder?: boolean;
  readonly restart?: true;
}

/** What an agent may say beside what they do. */
export interface AgentWords {
  readonly chat?: string;
  readonly text?: string;
  readonly to?: string;
}

/** The company's side of a session's chats, worked through the simulator. */
export interface Desk {
  /** Logs somebody in; what they do after that. */
  agent(name: string): Promise<(action: AgentAction, words?: AgentWords) => Promise<void>>;
  chats(): Promise<readonly DeskChat[]>;
  /** The only chat of this session. */
  chat(): Promise<DeskChat>;
  faults(faults: ChatFaults): Promise<void>;
  /** No chats, no faults, and nobody is logged in. */
  reset(): Promise<void>;
  captcha(): Promise<string>;
  /** Callbacks that somebody is to make; `s` are those that the server recorded by itself. */
  callbacks(): Promise<readonly { readonly number: string; readonly by: 'c' | 'a' | 's' }[]>;
}

/** @param at the simulator whose session it is */
export function createDesk(request: APIRequestContext, session: string, at: string = board): Desk {
  const control = `${at}/control/tetherfi`;

  async function post(path: string, data: object): Promise<void> {
    const response = await request.post(`${control}/${path}`, { data: { session, ...data } });
    expect(response.ok(), `POST ${path} says ${response.status()} ${await response.text()}`).toBe(true);
  }

  async function get<T>(path: string): Promise<T> {
    const response = await request.get(`${control}/${path}`, { params: { session } });
    expect(response.ok(), `GET ${path} says ${response.status()}`).toBe(true);
    return (await response.json()) as T;
  }

  const chats = (): Promise<readonly DeskChat[]> => get('chats');
  return {
    chats,
    async agent(name) {
      const act = (action: AgentAction, words: AgentWords = {}): Promise<void> =>
        post('agents', { name, action, ...words });
      await act('login');
      return act;
    },
    async chat() {
      const [only, another] = await chats();
      if (!only || another) throw new Error('There is not exactly one chat.');
      return only;
    },
    faults: (faults) => post('faults', faults),
    reset: () => post('reset', {}),
    callbacks: () => get('callbacks'),
    captcha: async () => (await get<{ text: string }>('captcha')).text,
  };
}
