import type { Outcome } from '@offhook/core';
import type { Behaviour } from './behaviour.js';
import type { BindingDriver } from './bindingDriver.js';
import { inScene } from './bindingScene.js';
import { demand, demandSame, demandSameList } from './demand.js';

const texts = (messages: readonly { readonly text?: string }[]): string =>
  messages.map(({ text = '' }) => text).join(', ');

/** One chat on the screen: its messages, what can be done in it, and which one it is. */
export function bindingChat(driver: BindingDriver): Behaviour[] {
  return [
    {
      name: 'a chat shows its messages in order and each once, whatever they came through',
      check: () =>
        inScene(async ({ phone, line, chat }) => {
          const mounted = await driver.mount(phone, 'chat', chat.id);
          await driver.act(() => {
            const own = { kind: 'text', by: 'customer', text: 'Hello' } as const;
            chat.message({ id: 'mine', ...own, status: 'pending' });
            line.emit(
              {
                type: 'chat.message',
                chat: chat.vendorId,
                message: { id: 'first', seq: 1, kind: 'text', by: 'bot', text: 'I am a bot' },
              },
              {
                type: 'chat.message',
                chat: chat.vendorId,
                message: { id: 'second', seq: 2, ...own, status: 'sent' },
                replaces: 'mine',
              },
            );
          });
          demandSame(texts(mounted.current().messages), 'I am a bot, Hello, Good morning', 'the messages');
          demandSame(mounted.updates(), 1, 'updates');
          await mounted.unmount();
        }),
    },
    {
      name: 'a hundred messages of one chat make one update of it, and none of another chat nor of the list',
      check: () =>
        inScene(async ({ phone, chat, queued }) => {
          const mounted = await driver.mount(phone, 'chat', chat.id);
          const others = [
            await driver.mount(phone, 'chat', queued.id),
            await driver.mount(phone, 'chats'),
            await driver.mount(phone, 'queuePosition', queued.id),
            await driver.mount(phone, 'uploads', chat.id),
          ];
          await driver.act(() => {
            for (let count = 1; count <= 100; count += 1) chat.say(`Message ${count}`);
          });
          demandSame(mounted.updates(), 1, 'updates of the chat');
          demandSame(mounted.current().messages.length, 101, 'messages');
          for (const [index, other] of others.entries())
            demandSame(other.updates(), 0, `updates of reader ${index}`);
          for (const each of [mounted, ...others]) await each.unmount();
        }),
    },
    {
      name: 'controls of a chat act on it, and stay the same functions while it is shown',
      check: () =>
        inScene(async ({ phone, line, chat }) => {
          const mounted = await driver.mount(phone, 'chat', chat.id);
          const { send, setTyping, end } = mounted.current();
          await driver.act(async () => void (await setTyping(true)));
          await driver.act(async () => void (await send('I need help')));
          const now = mounted.current();
          demandSame(now.messages.at(-1)?.text, 'I need help', 'the last message');
          demand(
            now.send === send && now.setTyping === setTyping && now.end === end,
            'the functions are not the same functions',
          );
          await driver.act(async () => void (await end('Thanks')));
          demandSame(mounted.current().chat?.endedBy, 'customer', 'who ended it');
          demandSame(
            line.sent.map(({ type }) => type).join(', '),
            'chat.setTyping, chat.setTyping, chat.send, chat.end',
            'commands',
          );
          await mounted.unmount();
        }),
    },
    {
      name: 'what a chat refuses is an outcome, not a rejection, and shown as lastError',
      check: () =>
        inScene(async ({ phone, chat, line }) => {
          const mounted = await driver.mount(phone, 'chat', chat.id);
          const outcomes: Outcome[] = [];
          await driver.act(async () => void outcomes.push(await mounted.current().send('')));
          demandSame(outcomes[0]?.ok, false, 'whether an empty text was sent');
          demandSame(mounted.current().lastError?.code, 'invalid-argument', 'lastError');
          demandSame(line.sent.length, 0, 'commands');
          await mounted.unmount();
        }),
    },
    {
      name: 'a chat shows whether an agent writes, and for each action whether it can be done',
      check: () =>
        inScene(async ({ phone, chat }) => {
          const mounted = await driver.mount(phone, 'chat', chat.id);
          demandSame(mounted.current().can.send.allowed, true, 'can send');
          demandSame(mounted.current().can.start.allowed, false, 'can start');
          await driver.act(() => chat.type());
          demandSame(mounted.current().typing, true, 'typing');
          await driver.act(() => chat.end());
          demandSame(mounted.current().typing, false, 'typing after the end');
          demandSame(mounted.current().can.send.allowed, false, 'can send after the end');
          demandSame(mounted.current().can.start.allowed, true, 'can start after the end');
          await mounted.unmount();
        }),
    },
    {
      name: 'without an id the chat in focus is shown, with its messages',
      check: () =>
        inScene(async ({ phone, chat, queued, observed }) => {
          queued.say('Please wait');
          const mounted = await driver.mount(phone, 'chat');
          demandSame(mounted.current().chat?.id, chat.id, 'with one that has an agent');
          await driver.act(() => chat.end());
          demandSame(mounted.current().chat?.id, queued.id, 'with one that waits');
          demandSame(texts(mounted.current().messages), 'Please wait', 'its messages');
          await mounted.unmount();
          demandSameList(observed(), [], 'observers');
        }),
    },
    {
      name: 'another id shows another chat with its messages, and controls act on that',
      check: () =>
        inScene(async ({ phone, line, chat, queued, observed }) => {
          const mounted = await driver.mount(phone, 'chat', chat.id);
          await mounted.setId(queued.id);
          demandSame(mounted.current().chat?.id, queued.id, 'the chat');
          demandSame(mounted.current().messages.length, 0, 'messages of the other chat');
          await driver.act(async () => void (await mounted.current().end()));
          demandSame(JSON.stringify(line.sent), `[{"type":"chat.end","chatId":"${queued.id}"}]`, 'commands');
          await mounted.unmount();
          demandSameList(observed(), [], 'observers');
        }),
    },
    {
      name: 'somebody who writes leaves no timer for longer than five seconds, though nobody is mounted any more',
      check: () =>
        inScene(async ({ phone, line, chat, clock }) => {
          const mounted = await driver.mount(phone, 'chat', chat.id);
          await driver.act(async () => void (await mounted.current().setTyping(true)));
          await mounted.unmount();
          await driver.act(() => clock.advance(5_000));
          demandSame(clock.pending, 0, 'timers');
          demandSame(
            JSON.stringify(line.sent.at(-1)).includes('"typing":false'),
            true,
            'told that nobody writes',
          );
        }),
    },
    {
      name: 'a chat begins from nothing: looked for, started, and the queue counted down',
      check: () =>
        inScene(async ({ phone, line, chat, queued }) => {
          chat.end();
          queued.end();
          const mounted = await driver.mount(phone, 'chat');
          const position = await driver.mount(phone, 'queuePosition');
          await driver.act(async () => void (await mounted.current().start({ customer: { name: 'Ann' } })));
          demandSame(mounted.current().chat?.state, 'queued', 'the state');
          demandSame(position.current(), 1, 'the position');
          await driver.act(() =>
            line.emit({
              type: 'chat',
              ids: mounted.current().chat?.vendorIds ?? [],
              state: 'connected',
              agents: [{ id: 'kim', name: 'Kim' }],
            }),
          );
          demandSame(mounted.current().chat?.agents[0]?.name, 'Kim', 'the agent');
          demandSame(position.current(), undefined, 'the position with an agent');
          await mounted.unmount();
          await position.unmount();
        }),
    },
  ];
}
