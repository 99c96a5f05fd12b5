import type { Behaviour } from './behaviour.js';
import type { CreateChatConnector } from './chatConnectorDriver.js';
import { inChatSession, kim, openChatSession } from './chatConnectorSession.js';
import { createEnvironment } from './connectorSession.js';
import { demand, demandSame } from './demand.js';
import { settle } from './settle.js';
import { demandConsistent, demandUnchanged, snapshot } from './snapshot.js';

const rounds = 20;

/** A chat from its beginning to its end, and what stays of the connector behind it. */
export function chatConnectorLife(create: CreateChatConnector): Behaviour[] {
  return [
    {
      name: 'looks for a chat, finds none, and lets one be started',
      check: () =>
        inChatSession(create, async ({ client, open, chat }) => {
          await open();
          demandSame(client.connection.value.status, 'ready', 'the connection');
          demandSame(chat()?.state ?? 'idle', 'idle', 'the state');
          demandSame(client.can('chat.start', { chat: chat() }).allowed, true, 'can start');
        }),
    },
    {
      name: 'shows a chat that is started, waits, has an agent and ends, with one id all its life',
      check: () =>
        inChatSession(create, async ({ client, driver, say, until, begin, chat, count }) => {
          const scripted = await begin('queued');
          const id = chat()?.id ?? '';
          demand(
            id.startsWith(`${driver.connector.id}:`),
            `the id ${id} does not begin with the connector's`,
          );
          demandSame(
            client.chats.get(`${driver.connector.id}:${scripted.id}`).value?.id,
            id,
            'the chat by the vendor’s id',
          );
          await say(() => driver.queued(scripted, 2));
          demandSame(chat()?.queuePosition, 2, 'the position');
          await say(() => driver.joined(scripted, kim));
          await until(() => chat()?.state === 'connected', 'the chat has an agent');
          demandSame(chat()?.agents[0]?.name, kim.name, 'the agent');
          demandSame(chat()?.queuePosition, undefined, 'the position with an agent');
          await say(() => driver.ended(scripted));
          await until(() => chat()?.state === 'ended', 'the chat has ended');
          demandSame(chat()?.id, id, 'the id at the end');
          demand(
            chat()?.endedBy === 'agent' || chat()?.endedBy === 'server',
            `ended by ${chat()?.endedBy ?? 'nobody'}`,
          );
          for (const type of ['chat.started', 'chat.agent.joined', 'chat.connected', 'chat.ended'] as const)
            demandSame(count(type), 1, `times that ${type} was told`);
          demandConsistent(client);
        }),
    },
    {
      name: 'tells why a chat can’t be started, and lets the same one be tried again',
      check: () =>
        inChatSession(create, async ({ driver, say, until, open, give, begin, chat, count }) => {
          await open();
          const before = chat()?.id;
          const start = await give({ type: 'chat.start', ...(before !== undefined && { chatId: before }) });
          await until(() => driver.told('chat.start') === 1, 'chat.start reaches the vendor');
          await say(() => driver.refused());
          await until(() => chat()?.state === 'failed', 'the chat has failed');
          await until(() => start.outcome() !== 'open', 'chat.start is settled');
          demand(
            start.outcome() !== 'done' && !start.outcome().startsWith('no '),
            `chat.start that was refused is ${start.outcome()}`,
          );
          const { failure, id } = chat() ?? {};
          demand((failure?.code ?? '') !== '' && (failure?.text ?? '') !== '', 'the failure tells nothing');
          await begin('queued');
          demandSame(chat()?.id, id, 'the chat that is tried again');
          demandSame(chat()?.failure, undefined, 'the failure of a chat that goes on');
          demandSame(count('chat.failed'), 1, 'times that chat.failed was told');
        }),
    },
    {
      name: 'opens a chat that goes on: its agent and messages are there, and none of it is news',
      check: () =>
        inChatSession(create, async ({ driver, say, until, give, chat, messages, newMessage, count }) => {
          await say(() => driver.ready());
          const opening = await give({ type: 'chat.open' });
          await until(() => driver.told('chat.open') === 1, 'chat.open reaches the vendor');
          const said = ['Good morning', 'How can I help?'].map(newMessage);
          await say(() => driver.found({ id: 'session-9', agent: kim, messages: said }));
          await until(() => chat()?.state === 'connected', 'the chat goes on');
          await until(() => opening.outcome() === 'done', 'chat.open is done');
          demandSame(chat()?.agents[0]?.name, kim.name, 'the agent');
          demandSame(
            messages()
              .filter(({ kind }) => kind === 'text')
              .map(({ text }) => text)
              .join(),
            said.map(({ text }) => text).join(),
            'the messages',
          );
          demandSame(count('chat.opened'), 1, 'times that chat.opened was told');
          demandSame(count('chat.message.received'), 0, 'old messages told as received');
          demandSame(count('chat.agent.joined'), 0, 'agents told as coming');
        }),
    },
    {
      name: 'ends a chat on demand, tells the vendor once, and knows that the customer did it',
      check: () =>
        inChatSession(create, async ({ driver, say, until, give, begin, chat }) => {
          const scripted = await begin('connected');
          const end = await give({ type: 'chat.end', chatId: chat()?.id ?? '', reason: 'Thanks' });
          await until(() => driver.told('chat.end') === 1, 'chat.end reaches the vendor');
          await say(() => driver.endedByCustomer(scripted));
          await until(() => chat()?.state === 'ended', 'the chat has ended');
          await until(() => end.outcome() === 'done', 'chat.end is done');
          demandSame(chat()?.endedBy, 'customer', 'who ended it');
          demandSame(driver.told('chat.end'), 1, 'times that the vendor was told');
        }),
    },
    {
      name: 'hears nothing of a chat that has ended, and another one can be started then',
      check: () =>
        inChatSession(create, async ({ client, driver, say, until, begin, chat, newMessage }) => {
          const scripted = await begin('connected');
          await say(() => driver.ended(scripted));
          await until(() => chat()?.state === 'ended', 'the chat has ended');
          const first = chat()?.id ?? '';
          await say(() => driver.typed(scripted, true));
          await say(() => driver.queued(scripted, 1));
          await say(() => driver.said(scripted, newMessage('Too late')));
          demandSame(client.chats.get(first).value?.state, 'ended', 'the state after the end');
          const now = chat()?.state ?? 'idle';
          demand(now === 'ended' || now === 'idle', `a late frame brought a chat back that is ${now}`);
          demandSame(client.chats.get(first).value?.typing, false, 'typing after the end');
          await begin('connected');
          demand(chat()?.id !== first, 'the next chat has the id of the one before');
          demandSame(client.chats.get(first).value?.state, 'ended', 'the state of the one before');
        }),
    },
    {
      name: 'gives everything back on close, and hears nothing after it',
      check: () =>
        inChatSession(create, async ({ client, driver, environment, say, begin, newMessage }) => {
          const scripted = await begin('connected');
          client.close();
          await settle();
          demandSame(driver.held(), 0, 'held after close');
          demandSame(environment.clock.pending, 0, 'timers pending after close');
          const before = snapshot(client);
          await say(() => driver.said(scripted, newMessage('Anybody there?')));
          demandUnchanged(client, before, 'a message after close');
        }),
    },
    {
      name: `connects and closes ${rounds} times without a leak, and hears its vendor each time`,
      async check() {
        const environment = createEnvironment();
        for (let round = 1; round <= rounds; round += 1) {
          const session = openChatSession(create, environment);
          await session.begin('connected');
          session.client.close();
          await settle();
          demandSame(session.count('chat.connected'), 1, `round ${round}: times that it was told`);
          demandSame(session.driver.held(), 0, `round ${round}: held after close`);
          demandSame(environment.clock.pending, 0, `round ${round}: timers pending after close`);
        }
      },
    },
  ];
}
