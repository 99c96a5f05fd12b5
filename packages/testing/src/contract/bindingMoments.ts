import type { OffhookEvent } from '@offhook/core';
import type { Behaviour } from './behaviour.js';
import type { BindingDriver } from './bindingDriver.js';
import { inScene } from './bindingScene.js';
import { demand, demandSame, demandSameList } from './demand.js';
import { demandConsistent } from './snapshot.js';
import { withUnhandled } from './withUnhandled.js';

/** Events, which are told once and never again. */
export function bindingMoments(driver: BindingDriver): Behaviour[] {
  return [
    {
      name: 'a handler is told each event of its type, once, and no other',
      check: () =>
        inScene(async ({ phone, ringing, active }) => {
          const told: OffhookEvent[] = [];
          const mounted = await driver.mountHandler(phone, 'call.ended', (event) => told.push(event));
          await driver.act(() => {
            active.mute();
            ringing.end('missed');
          });
          demandSame(told.map(({ type }) => type).join(), 'call.ended', 'events told');
          await mounted.unmount();
        }),
    },
    {
      name: 'a handler is not told what was before it came',
      check: () =>
        inScene(async ({ phone, ringing }) => {
          ringing.end('missed');
          const told: OffhookEvent[] = [];
          const mounted = await driver.mountHandler(phone, 'call.ended', (event) => told.push(event));
          await driver.act(() => {});
          demandSame(told.length, 0, 'events told');
          await mounted.unmount();
        }),
    },
    {
      name: 'the handler given last is the one that is told, without another subscription',
      check: () =>
        inScene(async ({ phone, active, observed }) => {
          const told: string[] = [];
          const mounted = await driver.mountHandler(phone, 'call.muted', () => told.push('first'));
          const before = observed();
          await mounted.setHandler(() => told.push('second'));
          demandSameList(observed(), before, 'observers');
          await driver.act(() => active.mute());
          demandSame(told.join(), 'second', 'who was told');
          await mounted.unmount();
        }),
    },
    {
      name: 'a handler sees the values of the commit that its event came with',
      check: () =>
        inScene(async ({ phone, ringing }) => {
          const failures: unknown[] = [];
          let told = 0;
          const mounted = await driver.mountHandler(phone, 'call.ended', () => {
            told += 1;
            try {
              demandConsistent(phone);
              demandSame(
                phone.calls.ids.value.includes(ringing.id),
                false,
                'the ended call among the live ones',
              );
            } catch (error) {
              failures.push(error);
            }
          });
          await driver.act(() => ringing.end());
          demandSame(told, 1, 'times told');
          if (failures.length > 0) throw failures[0];
          await mounted.unmount();
        }),
    },
    {
      name: 'an unmounted handler is told nothing more, and leaves no observer',
      check: () =>
        inScene(async ({ phone, active, observed }) => {
          let told = 0;
          const mounted = await driver.mountHandler(phone, 'call.muted', () => (told += 1));
          demandSameList(observed(), ['events'], 'observers');
          await mounted.unmount();
          await driver.act(() => active.mute());
          demandSame(told, 0, 'times told');
          demandSameList(observed(), [], 'observers');
        }),
    },
    {
      name: 'a handler that throws harms neither the others nor the state',
      check: () =>
        withUnhandled(async (errors) =>
          inScene(async ({ phone, active }) => {
            let told = 0;
            const thrown = new Error('the handler throws');
            const throwing = await driver.mountHandler(phone, 'call.muted', () => {
              throw thrown;
            });
            const other = await driver.mountHandler(phone, 'call.muted', () => (told += 1));
            const call = await driver.mount(phone, 'call', active.id);
            await driver.act(() => active.mute());
            demandSame(told, 1, 'times that the other was told');
            demandSame(call.current().call?.muted, true, 'muted');
            await driver.act(() => active.unmute());
            await driver.act(() => active.mute());
            demandSame(told, 2, 'times that the other was told, later');
            await new Promise<void>((resolve) => setTimeout(resolve));
            demand(errors.includes(thrown), "the handler's error was swallowed");
            for (const mounted of [throwing, other, call]) await mounted.unmount();
          }),
        ),
    },
    {
      name: 'a handler may give a command: it comes after the commit',
      check: () =>
        inScene(async ({ phone, line }) => {
          const mounted = await driver.mountHandler(phone, 'call.ringing', (event) => {
            if ('call' in event) void phone.execute({ type: 'call.answer', callId: event.call.id });
          });
          await driver.act(() => line.ring({ id: 'auto' }));
          demandSame(phone.calls.get('fake:auto').value?.state, 'active', 'the state');
          await mounted.unmount();
        }),
    },
  ];
}
