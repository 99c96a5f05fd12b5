import type { Behaviour } from './behaviour.js';
import type { BindingDriver } from './bindingDriver.js';
import { inScene } from './bindingScene.js';
import { demandSame } from './demand.js';

const asked = { url: 'https://bank.example/captcha?2', reason: 'wrong' } as const;

/** What stands beside a chat: files, a captcha, a callback, the server, and the list of all chats. */
export function bindingChatForms(driver: BindingDriver): Behaviour[] {
  return [
    {
      name: 'files go into a chat, and how far they are is shown',
      check: () =>
        inScene(async ({ phone, chat }) => {
          const mounted = await driver.mount(phone, 'uploads', chat.id);
          const file = new File(['abc'], 'a.txt', { type: 'text/plain' });
          await driver.act(async () => void (await mounted.current().upload([file])));
          demandSame(mounted.current().uploads[0]?.name, 'a.txt', 'the file');
          await driver.act(async () => void (await mounted.current().upload([])));
          demandSame(mounted.current().lastError?.code, 'invalid-argument', 'lastError without a file');
          await mounted.unmount();
        }),
    },
    {
      name: 'a captcha is shown while a chat asks for one, and another one comes on demand',
      check: () =>
        inScene(async ({ phone, line }) => {
          line.emit({ type: 'chat', ids: ['asking'], state: 'idle', clientId: 'asking' });
          const mounted = await driver.mount(phone, 'captcha', `${line.id}:asking`);
          demandSame(mounted.current().captcha, undefined, 'the captcha at first');
          await driver.act(() => line.emit({ type: 'chat', ids: ['asking'], captcha: asked }));
          demandSame(mounted.current().captcha?.url, asked.url, 'the image');
          await driver.act(async () => void (await mounted.current().reset()));
          demandSame(line.sent.at(-1)?.type, 'chat.resetCaptcha', 'the command');
          await mounted.unmount();
        }),
    },
    {
      name: 'a callback is asked for, and what became of it is shown',
      check: () =>
        inScene(async ({ phone, chat }) => {
          const mounted = await driver.mount(phone, 'callbackRequest', chat.id);
          demandSame(mounted.current().callback, undefined, 'the callback at first');
          await driver.act(async () => void (await mounted.current().request('+12165325078')));
          demandSame(mounted.current().callback?.state, 'registered', 'the callback');
          await driver.act(async () => void (await mounted.current().request('')));
          demandSame(mounted.current().lastError?.code, 'invalid-argument', 'lastError without a number');
          await mounted.unmount();
        }),
    },
    {
      name: 'the server is shown as online or offline with the reason',
      check: () =>
        inScene(async ({ phone, line }) => {
          const mounted = await driver.mount(phone, 'serverStatus');
          demandSame(mounted.current().status, 'online', 'the status');
          await driver.act(() => line.becomes('offline', 'Closed for tonight.'));
          demandSame(mounted.current().status, 'offline', 'the status when it is away');
          demandSame(mounted.current().reason, 'Closed for tonight.', 'the reason');
          await mounted.unmount();
        }),
    },
    {
      name: 'the list of chats has the live ones first, and one that is over until another begins in its place',
      check: () =>
        inScene(async ({ phone, line, chat, queued }) => {
          const mounted = await driver.mount(phone, 'chats');
          const shown = (): string =>
            mounted
              .current()
              .map(({ id }) => id)
              .join();
          demandSame(shown(), [chat.id, queued.id].join(), 'both');
          await driver.act(() => chat.end());
          demandSame(shown(), [queued.id, chat.id].join(), 'with one that is over');
          await driver.act(() => line.chat({ id: 'next' }));
          demandSame(shown(), [`${line.id}:next`, queued.id].join(), 'with another in its place');
          await mounted.unmount();
        }),
    },
  ];
}
