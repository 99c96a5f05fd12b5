import { tetherfi } from '@offhook/connectors/tetherfi';
import { createOffhook, type Current, type Offhook } from '@offhook/core';
import {
  createChatNews,
  createChatTabs,
  createChatWindow,
  createConsents,
  createEventLog,
  readSiteOptions,
  tetherfiChat,
  type ChatNews,
  type ChatTabs,
  type ChatWindow,
  type Consents,
  type LoggedEvent,
} from '@offhook/demo-kit';
import { tabs } from '@offhook/tabs';
import { addresses, notices, session } from '../app/page.js';

/** The chat's client, and what the page keeps beside it. */
export interface ChatDesk {
  readonly client: Offhook;
  readonly events: Current<readonly LoggedEvent[]>;
  readonly chatWindow: ChatWindow;
  readonly news: Current<ChatNews>;
  /** What the customer is about to begin, and has yet to agree to. */
  readonly consents: Consents;
  /** With several chats at once. */
  readonly tabs: ChatTabs | undefined;
}

export const siteOptions = readSiteOptions(location);

let made: ChatDesk | undefined;

/** Made once, outside the component tree, so that the chat goes on whatever page shows. */
export function chatDesk(): ChatDesk {
  made ??= make();
  return made;
}

function make(): ChatDesk {
  const client = createOffhook({
    connectors: [tetherfi(tetherfiChat(addresses, session, siteOptions))],
    // What is written is kept over pages and sent once, whichever tab does it.
    tabs: tabs({ name: `offhook-chat-${session}` }),
  });
  notices.follow(client);
  const chatWindow = createChatWindow({ session });
  return {
    client,
    events: createEventLog(client),
    chatWindow,
    news: createChatNews(client, chatWindow),
    consents: createConsents(),
    tabs: siteOptions.multi ? createChatTabs(client) : undefined,
  };
}
