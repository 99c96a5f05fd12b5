import type { Behaviour } from './behaviour.js';
import type { BindingDriver } from './bindingDriver.js';
import { barePhone, inScene } from './bindingScene.js';
import { demand, demandSame, demandSameList } from './demand.js';
import { settle } from './settle.js';
import { OffhookError } from '@offhook/core';

/** The pages that are shown for calls, and the page that is shown itself. */
export function bindingPanes(driver: BindingDriver): Behaviour[] {
  return [
    {
      name: 'panes are those of now: one that comes is shown, and one that is done is not',
      check: () =>
        inScene(async ({ phone, line, panes }) => {
          const mounted = await driver.mount(phone, 'panes');
          demandSameList(mounted.current().panes, [], 'panes at first');
          panes.show(`${line.id}:a`, { on: 'active' });
          panes.show(`${line.id}:b`);
          await driver.act(async () => {
            line.ring({ id: 'a' });
            line.ring({ id: 'b' });
            await settle();
          });
          demandSameList(
            mounted.current().panes.map(({ id, state }) => `${id} ${state}`),
            [`${line.id}:b open`, `${line.id}:a waiting`],
            'panes of two calls',
          );
          await driver.act(() => mounted.current().complete(`${line.id}:b`));
          await driver.act(() => mounted.current().close(`${line.id}:a`));
          demandSameList(mounted.current().panes, [], 'panes after both were done');
          await mounted.unmount();
        }),
    },
    {
      name: 'panes are completed and closed by whoever shows them, and the client tells which of both',
      check: () =>
        inScene(async ({ phone, line, panes }) => {
          const told: string[] = [];
          for (const type of ['pane.completed', 'pane.closed'] as const)
            phone.on(type, ({ pane }) => told.push(`${type} ${pane.id}`));
          const mounted = await driver.mount(phone, 'panes');
          for (const id of ['a', 'b']) panes.show(`${line.id}:${id}`);
          await driver.act(async () => {
            for (const id of ['a', 'b']) line.ring({ id });
            await settle();
          });
          const { complete, close } = mounted.current();
          await driver.act(() => complete(`${line.id}:a`));
          await driver.act(() => close(`${line.id}:b`));
          await driver.act(() => close('nobody'));
          demandSameList(
            told,
            [`pane.completed ${line.id}:a`, `pane.closed ${line.id}:b`],
            'what the client told',
          );
          await mounted.unmount();
        }),
    },
    {
      name: 'a page in a pane shows whose it is and the call that it was opened for, and follows that',
      check: () =>
        inScene(async ({ phone, line, active }) => {
          const mounted = await driver.mount(phone, 'paneContext');
          demandSame(mounted.current().context, undefined, 'the context of a page in no pane');
          await driver.act(() => line.emit({ type: 'pane', vendorId: active.vendorId, title: 'Customer' }));
          demandSame(mounted.current().context, phone.paneContext.value, 'the context');
          demandSame(mounted.current().context?.title, 'Customer', 'its title');
          demandSame(mounted.current().call?.id, active.id, 'the call');
          await driver.act(() => active.mute());
          demandSame(mounted.current().call?.muted, true, 'muted');
          await driver.act(() => active.end());
          demandSame(mounted.current().call?.state, 'ended', 'the state of the call at last');
          await mounted.unmount();
        }),
    },
    {
      name: 'a page in a pane says that it is done: pending under way, and lastError without rejecting',
      check: () =>
        inScene(
          async ({ phone, line, active }) => {
            line.emit({ type: 'pane', vendorId: active.vendorId });
            const mounted = await driver.mount(phone, 'paneContext');
            const given: boolean[] = [];
            const complete = (): void =>
              void mounted
                .current()
                .complete()
                .then(
                  ({ ok }) => given.push(ok),
                  () => {},
                );
            await driver.act(complete);
            demandSame(mounted.current().pending, true, 'pending under way');
            const refusal = new OffhookError('vendor-error', 'The desktop says no.');
            await driver.act(() => line.refuse(refusal));
            demandSame(mounted.current().pending, false, 'pending afterwards');
            demandSame(mounted.current().lastError, refusal, 'lastError');
            await driver.act(complete);
            await driver.act(() => line.acknowledge());
            demandSame(mounted.current().lastError, undefined, 'lastError after it was done');
            demandSameList(given, [false, true], 'the outcomes');
            demandSame(
              JSON.stringify(line.sent),
              JSON.stringify([1, 2].map(() => ({ type: 'pane.complete', connector: line.id }))),
              'commands',
            );
            await mounted.unmount();
          },
          { response: 'wait' },
        ),
    },
    {
      name: 'a page in no pane completes nothing, without rejecting, and says why',
      check: async () => {
        const { phone, line } = barePhone();
        const mounted = await driver.mount(phone, 'paneContext');
        await driver.act(async () => void (await mounted.current().complete()));
        demandSame(mounted.current().lastError?.code, 'invalid-state', 'lastError');
        demandSame(line.sent.length, 0, 'commands');
        const none = await driver.mount(phone, 'panes');
        await driver.act(() => none.current().open('nobody'));
        demand(none.current().panes.length === 0, 'there are panes without a port for them');
        for (const each of [mounted, none]) await each.unmount();
        phone.close();
      },
    },
  ];
}
