import type { IncomingMessage, ServerResponse } from 'node:http';
import { createLiveChat } from './createLiveChat.js';
import { createChatHub } from './hub/createChatHub.js';
import type { LiveChatOptions } from './options.js';
import type { TakeUpgrade } from './links/takeUpgrades.js';

/** What servers stand on. Not for hosts. */
export interface LiveChatCore {
  serve(request: IncomingMessage, response: ServerResponse): Promise<void>;
  readonly upgrade: TakeUpgrade;
  /** What has to be known before the first request. */
  begin(): Promise<void>;
  /** Breaks the connections that haven't ended. */
  cut(): void;
}

/** A live chat's back end. */
export interface LiveChat {
  /** @internal */
  readonly core: LiveChatCore;
  /** Takes nothing new, says so to health checks, and sends pages to other nodes: they resume there. */
  drain(): void;
  /** Ends it, and lets go of the log. Chats go on at another node, or after a restart. */
  close(): Promise<void>;
}

/**
 * The back end of the live-chat scripts and of the agents' console (T-1 to T-3, T-199).
 *
 * @throws TypeError for an origin, key or secret that is none
 * @example
 * const chat = liveChat({
 *   log: await openLog({ databaseUrl: 'file:./chats.db' }),
 *   origins: ['https://www.example.com'],
 *   agents: async (name, password) => ((await directory.check(name, password)) ? { id: name, name } : undefined),
 * });
 * await serveLiveChat(chat, { port: 4305 });
 */
export const liveChat = (options: LiveChatOptions): LiveChat => createLiveChat(createChatHub, options);
