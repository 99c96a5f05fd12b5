import { fakeStream } from '../fakeStream.js';
import type { Behaviour } from './behaviour.js';
import type { BindingDriver } from './bindingDriver.js';
import { inScene } from './bindingScene.js';
import { demand, demandSame, demandSameList } from './demand.js';

/** What the customer shows the agent: the screen, and the page. */
export function bindingShare(driver: BindingDriver): Behaviour[] {
  return [
    {
      name: 'a screen share of a chat is shown as reported, and controls act on it and stay the same functions',
      check: () =>
        inScene(async ({ phone, line, chat }) => {
          const shown = fakeStream('screen');
          const mounted = await driver.mount(phone, 'screenShare', chat.id);
          const { start, stop } = mounted.current();
          await driver.act(async () => void (await start({ stream: () => shown })));
          await driver.act(() => chat.streams({ screen: [shown] }));
          demandSame(mounted.current().screen?.state, 'on', 'the share');
          demandSame(mounted.current().streams.screen[0], shown, 'what is shown');
          demandSame(mounted.current().can.start.allowed, false, 'can start');
          demand(
            mounted.current().start === start && mounted.current().stop === stop,
            'the functions are not the same functions',
          );
          await driver.act(async () => void (await stop()));
          demandSame(mounted.current().screen?.endReason, 'hung-up', 'why it is over');
          demandSame(mounted.current().can.start.allowed, true, 'can start again');
          demandSame(line.sent.map(({ type }) => type).join(', '), 'screen.start, screen.stop', 'commands');
          await mounted.unmount();
        }),
    },
    {
      name: 'co-browsing in a chat is shown as reported, and controls act on it and stay the same functions',
      check: () =>
        inScene(async ({ phone, line, chat }) => {
          const mounted = await driver.mount(phone, 'cobrowse', chat.id);
          const { start, stop } = mounted.current();
          const controls = { textboxes: ['amount'] };
          await driver.act(async () => void (await start({ controls, annotate: true })));
          demandSame(mounted.current().cobrowse?.state, 'on', 'the session');
          demandSame(mounted.current().cobrowse?.annotate, true, 'whether both may draw');
          demand(
            mounted.current().start === start && mounted.current().stop === stop,
            'the functions are not the same functions',
          );
          await driver.act(() => chat.report({ cobrowse: { state: 'reconnecting' } }));
          demandSame(mounted.current().cobrowse?.state, 'reconnecting', 'the session that is lost');
          await driver.act(async () => void (await stop()));
          demandSame(mounted.current().cobrowse?.state, 'ended', 'the session that was stopped');
          demandSame(
            line.sent.map(({ type }) => type).join(', '),
            'cobrowse.start, cobrowse.stop',
            'commands',
          );
          await mounted.unmount();
        }),
    },
    {
      name: 'what a chat’s sharing refuses is an outcome, not a rejection, and shown as lastError',
      check: () =>
        inScene(async ({ phone, line, queued }) => {
          const screen = await driver.mount(phone, 'screenShare', queued.id);
          const page = await driver.mount(phone, 'cobrowse', queued.id);
          const done: boolean[] = [];
          await driver.act(async () => void done.push((await screen.current().start()).ok));
          await driver.act(async () => void done.push((await page.current().start()).ok));
          demandSameList(done, [false, false], 'whether it was done without an agent');
          demandSame(screen.current().lastError?.code, 'invalid-state', 'lastError of the screen share');
          demandSame(page.current().lastError?.code, 'invalid-state', 'lastError of the co-browsing');
          demandSame(line.sent.length, 0, 'commands');
          await screen.unmount();
          await page.unmount();
        }),
    },
  ];
}
