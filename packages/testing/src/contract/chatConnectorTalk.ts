import type { Behaviour } from './behaviour.js';
import type { CreateChatConnector } from './chatConnectorDriver.js';
import { inChatSession } from './chatConnectorSession.js';
import { demand, demandSame } from './demand.js';
import { settle } from './settle.js';
import { demandConsistent, demandUnchanged, snapshot } from './snapshot.js';

/** What is said in a chat: each thing once, in order, and nothing lost while the server is away. */
export function chatConnectorTalk(create: CreateChatConnector): Behaviour[] {
  return [
    {
      name: 'shows what the agent says, in order, and tells each message once',
      check: () =>
        inChatSession(create, async ({ driver, say, begin, messages, newMessage, events }) => {
          const scripted = await begin('connected');
          const said = ['One', 'Two', 'Three'].map(newMessage);
          for (const message of said) await say(() => driver.said(scripted, message));
          const texts = messages().filter(({ kind }) => kind === 'text');
          demandSame(texts.map(({ text }) => text).join(), 'One,Two,Three', 'the messages');
          demandSame(
            texts.every(({ by }) => by === 'agent'),
            true,
            'all by the agent',
          );
          const told = events.flatMap((event) =>
            event.type === 'chat.message.received' ? event.message.text : [],
          );
          demandSame(told.join(), 'One,Two,Three', 'messages told as received');
        }),
    },
    {
      name: 'shows one’s own message at once, as one and the same when the vendor has it, and hands it over once',
      check: () =>
        inChatSession(create, async ({ driver, say, until, give, begin, chat, messages, count }) => {
          const scripted = await begin('connected');
          await give({ type: 'chat.send', chatId: chat()?.id ?? '', text: 'Hello' });
          const own = () => messages().filter(({ by, kind }) => by === 'customer' && kind === 'text');
          await until(() => own().length === 1, 'the message is shown');
          await until(() => driver.told('chat.send') === 1, 'the message reaches the vendor');
          await say(() => driver.echoed(scripted, 'Hello', 1));
          await until(() => own()[0]?.status === 'sent' || own()[0]?.status === 'delivered', 'it is sent');
          demandSame(own().length, 1, 'messages');
          demandSame(own()[0]?.text, 'Hello', 'the text');
          demandSame(count('chat.message.sent'), 1, 'times that it was told as sent');
          demandSame(count('chat.message.received'), 0, 'own messages told as received');
          demandSame(driver.told('chat.send'), 1, 'times that the vendor got it');
        }),
    },
    {
      name: 'keeps two messages of the same text apart',
      check: () =>
        inChatSession(create, async ({ driver, say, until, give, begin, chat, messages }) => {
          const scripted = await begin('connected');
          for (const seq of [1, 2]) {
            await give({ type: 'chat.send', chatId: chat()?.id ?? '', text: 'Hello?' });
            await until(() => driver.told('chat.send') === seq, 'the message reaches the vendor');
            await say(() => driver.echoed(scripted, 'Hello?', seq));
          }
          demandSame(messages().filter(({ text }) => text === 'Hello?').length, 2, 'messages');
        }),
    },
    {
      name: 'hands the vendor no text without anything in it',
      check: () =>
        inChatSession(create, async ({ driver, give, begin, chat }) => {
          await begin('connected');
          const given = await give({ type: 'chat.send', chatId: chat()?.id ?? '', text: '  ' });
          demandSame(given.outcome(), 'invalid-argument', 'sending blanks');
          demandSame(driver.told('chat.send'), 0, 'messages that the vendor got');
        }),
    },
    {
      name: 'shows whether the agent writes, and tells the vendor that the customer does',
      check: () =>
        inChatSession(create, async ({ driver, say, until, give, begin, chat }) => {
          const scripted = await begin('connected');
          await say(() => driver.typed(scripted, true));
          demandSame(chat()?.typing, true, 'typing');
          await say(() => driver.typed(scripted, false));
          demandSame(chat()?.typing, false, 'typing when it is over');
          await give({ type: 'chat.setTyping', chatId: chat()?.id ?? '', typing: true });
          await until(() => driver.told('chat.setTyping') === 1, 'it reaches the vendor');
        }),
    },
    {
      name: 'is interrupted while the server is away, resumes, and hands over once what was written meanwhile',
      check: () =>
        inChatSession(create, async ({ driver, say, until, give, begin, chat, messages, count }) => {
          const scripted = await begin('connected');
          await say(() => driver.lost());
          await until(() => chat()?.state === 'interrupted', 'the chat is interrupted');
          demandSame(chat()?.server, 'offline', 'the server');
          const id = chat()?.id ?? '';
          await give({ type: 'chat.send', chatId: id, text: 'Still there?' });
          const own = () => messages().filter(({ text }) => text === 'Still there?');
          await until(() => own().length === 1, 'the message is shown');
          await say(() => driver.back());
          await until(() => chat()?.state === 'connected', 'the chat goes on');
          await until(() => driver.told('chat.send') === 1, 'the message reaches the vendor');
          await say(() => driver.echoed(scripted, 'Still there?', 1));
          await until(() => own()[0]?.status !== 'pending', 'the message is sent');
          demandSame(own().length, 1, 'messages');
          demandSame(driver.told('chat.send'), 1, 'times that the vendor got it');
          demandSame(count('chat.interrupted'), 1, 'times that chat.interrupted was told');
          demandSame(count('chat.resumed'), 1, 'times that chat.resumed was told');
          demandSame(chat()?.id, id, 'the chat');
        }),
    },
    {
      name: 'never changes an object that it has given out',
      check: () =>
        inChatSession(create, async ({ driver, say, give, begin, chat, messages, newMessage }) => {
          const scripted = await begin('connected');
          await say(() => driver.said(scripted, newMessage('One')));
          const given = [chat(), messages()];
          const copy = JSON.stringify(given);
          await give({ type: 'chat.send', chatId: chat()?.id ?? '', text: 'Hello' });
          await say(() => driver.typed(scripted, true));
          await say(() => driver.said(scripted, newMessage('Two')));
          await say(() => driver.ended(scripted));
          demandSame(JSON.stringify(given), copy, 'what was given out');
        }),
    },
    {
      name: 'takes no harm from what a vendor must not say',
      check: () =>
        inChatSession(create, async ({ client, driver, say, begin, messages, newMessage }) => {
          const scripted = await begin('connected');
          const before = snapshot(client);
          for (const each of driver.hostile ?? []) {
            each();
            await settle();
            demandUnchanged(client, before, 'what a vendor must not say');
          }
          await say(() => driver.said(scripted, newMessage('Fine')));
          demand(
            messages().some(({ text }) => text === 'Fine'),
            'the next good message does not count',
          );
          demandConsistent(client);
        }),
    },
  ];
}
