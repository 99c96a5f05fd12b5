import {
  createOffhook,
  isOffhookError,
  type Chat,
  type Command,
  type CommandResult,
  type Message,
  type Offhook,
  type OffhookEvent,
  type Participant,
} from '@offhook/core';
import type { Awaitable } from './bindingDriver.js';
import type {
  ChatConnectorDriver,
  CreateChatConnector,
  ScriptedChat,
  ScriptedMessage,
} from './chatConnectorDriver.js';
import type { ConnectorEnvironment } from './connectorDriver.js';
import { createEnvironment } from './connectorSession.js';
import { demand } from './demand.js';
import { settle } from './settle.js';

/** What has become of a command so far: `open`, `done`, or an error's code. */
export interface Given {
  outcome(): string;
  result(): CommandResult | undefined;
}

/** One client with a connector that chats, and the vendor played by the contract. */
export interface ChatSession {
  readonly environment: ConnectorEnvironment;
  readonly driver: ChatConnectorDriver;
  readonly client: Offhook;
  /** Every event so far. */
  readonly events: readonly OffhookEvent[];
  /** How often an event of this type was told. */
  count(type: OffhookEvent['type']): number;
  /** Lets the vendor say something, and that take effect. */
  say(step: () => Awaitable<void>): Promise<void>;
  /** Gives a command, and lets it reach the vendor. */
  give(command: Command): Promise<Given>;
  /** The one chat, which has the focus. */
  chat(): Chat | undefined;
  messages(): readonly Message[];
  /** Looks for a chat where there is none. */
  open(): Promise<void>;
  /** Begins one that waits, or that has an agent. */
  begin(state: 'queued' | 'connected'): Promise<ScriptedChat>;
  /** Waits until it is so, for as long as connectors may take. */
  until(truth: () => boolean, what: string): Promise<void>;
  newMessage(text: string): ScriptedMessage;
}

export const kim: Participant = { id: 'agent-1', name: 'Kim' };

const patienceMs = 6_000;

export function openChatSession(create: CreateChatConnector, environment: ConnectorEnvironment): ChatSession {
  const driver = create(environment);
  const { clock, ids } = environment;
  const client = createOffhook({ connectors: [driver.connector], clock, ids });
  const events: OffhookEvent[] = [];
  client.events$.subscribe((event) => events.push(event));
  let chats = 0;
  let messages = 0;
  const chat = (): Chat | undefined => client.chatFocus.value;

  async function say(step: () => Awaitable<void>): Promise<void> {
    await step();
    await settle();
  }

  async function until(truth: () => boolean, what: string): Promise<void> {
    await settle();
    for (let waited = 0; !truth() && waited < patienceMs; waited += 100) {
      clock.advance(100);
      await settle();
    }
    demand(truth(), `${what}: waited ${patienceMs} ms in vain`);
  }

  async function give(command: Command): Promise<Given> {
    let outcome = 'open';
    let result: CommandResult | undefined;
    client.execute(command).then(
      (done) => {
        outcome = 'done';
        result = done;
      },
      (error: unknown) => {
        outcome = isOffhookError(error) ? error.code : `no OffhookError: ${String(error)}`;
      },
    );
    await settle();
    return { outcome: () => outcome, result: () => result };
  }

  async function open(): Promise<void> {
    await say(() => driver.ready());
    const opening = await give({ type: 'chat.open' });
    await until(() => driver.told('chat.open') > 0, 'chat.open reaches the vendor');
    await say(() => driver.foundNone());
    await until(() => opening.outcome() !== 'open', 'chat.open is settled');
    demand(opening.outcome() === 'done', `chat.open where there is no chat: ${opening.outcome()}`);
  }

  return {
    environment,
    driver,
    client,
    events,
    say,
    until,
    give,
    chat,
    open,
    count: (type) => events.filter((event) => event.type === type).length,
    messages: () => client.messagesOf().value,
    async begin(state) {
      if (chat() === undefined) await open();
      chats += 1;
      const scripted = { id: `session-${chats}` };
      const before = driver.told('chat.start');
      const id = chat()?.state === 'ended' ? undefined : chat()?.id;
      const start = await give({ type: 'chat.start', ...(id !== undefined && { chatId: id }) });
      await until(() => driver.told('chat.start') > before, 'chat.start reaches the vendor');
      await say(() => driver.started(scripted));
      await until(() => chat()?.state === 'queued', 'the chat waits');
      await until(() => start.outcome() === 'done', 'chat.start is done');
      if (state === 'connected') {
        await say(() => driver.joined(scripted, kim));
        await until(() => chat()?.state === 'connected', 'the chat has an agent');
      }
      return scripted;
    },
    newMessage(text) {
      messages += 1;
      return { id: `message-${messages}`, seq: messages, at: clock.now(), text };
    },
  };
}

/** Runs one check in a session of its own, and closes it whatever happens. */
export async function inChatSession(
  create: CreateChatConnector,
  check: (session: ChatSession) => Promise<void>,
): Promise<void> {
  const session = openChatSession(create, createEnvironment());
  try {
    await check(session);
  } finally {
    session.client.close();
  }
}
