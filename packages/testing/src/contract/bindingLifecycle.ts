import { isOffhookError } from '@offhook/core';
import type { Behaviour } from './behaviour.js';
import type { BindingDriver } from './bindingDriver.js';
import { blankPhone, inScene } from './bindingScene.js';
import { demand, demandSame, demandSameList } from './demand.js';

/** Components come and go; the client stays. */
export function bindingLifecycle(driver: BindingDriver): Behaviour[] {
  return [
    {
      name: 'a component that is mounted again shows what has happened meanwhile',
      check: () =>
        inScene(async ({ phone, active, observed }) => {
          const first = await driver.mount(phone, 'call', active.id);
          const during = observed();
          await first.unmount();
          active.mute();
          const second = await driver.mount(phone, 'call', active.id);
          demandSame(second.current().call?.muted, true, 'muted');
          demandSameList(observed(), during, 'observers');
          await second.unmount();
          demandSameList(observed(), [], 'observers at the end');
        }),
    },
    {
      name: 'components that read the same stream show the same, and one stays when another goes',
      check: () =>
        inScene(async ({ phone, active }) => {
          const first = await driver.mount(phone, 'calls');
          const second = await driver.mount(phone, 'calls');
          demandSame(first.current(), second.current(), 'what they show');
          await first.unmount();
          await driver.act(() => active.mute());
          demandSame(second.current(), phone.calls.all.value, 'what the other one shows');
          await second.unmount();
        }),
    },
    {
      name: 'unmounting closes nothing: the client goes on',
      check: () =>
        inScene(async ({ phone, line, ringing }) => {
          const mounted = await driver.mount(phone, 'call', ringing.id);
          await mounted.unmount();
          demandSame(line.openLinks, 1, 'open connections');
          demandSame(line.connectCount, 1, 'times connected');
          ringing.answer();
          demandSame(phone.calls.get(ringing.id).value?.state, 'active', 'the state');
        }),
    },
    {
      name: 'when the client closes, components keep showing what was last, and can be unmounted',
      check: () =>
        inScene(async ({ phone, active }) => {
          const mounted = await driver.mount(phone, 'call', active.id);
          const handler = await driver.mountHandler(phone, 'call.ended', () => {});
          const last = mounted.current().call;
          await driver.act(() => phone.close());
          demandSame(mounted.current().call, last, 'the call');
          await mounted.unmount();
          await handler.unmount();
        }),
    },
    {
      name: 'a component that mounts after the client has closed shows what was last',
      check: () =>
        inScene(async ({ phone, active, observed }) => {
          phone.close();
          const mounted = await driver.mount(phone, 'call', active.id);
          demandSame(mounted.current().call?.state, 'active', 'the state');
          await mounted.unmount();
          demandSameList(observed(), [], 'observers');
        }),
    },
    {
      name: 'reading where no client was given is an OffhookError that says what to do',
      check: () => demandAdvice(() => driver.mountWithoutClient('calls')),
    },
    ...(driver.mountAndSwap === undefined ? [refused(driver)] : []),
    {
      name: 'durations tick once a second from one timer while somebody looks',
      check: () =>
        inScene(async ({ phone, active, clock, observed }) => {
          const first = await driver.mount(phone, 'callDuration', active.id);
          const second = await driver.mount(phone, 'callDuration', active.id);
          demandSame(clock.pending, 1, 'timers');
          const updates = first.updates();
          for (let second = 0; second < 3; second += 1) await driver.act(() => clock.advance(1_000));
          demandSame(first.current(), 8_000, 'talk time');
          demandSame(second.current(), 8_000, 'talk time in the other component');
          demandSame(first.updates() - updates, 3, 'updates in three seconds');
          await driver.act(() => active.end());
          await driver.act(() => clock.advance(5_000));
          demandSame(first.current(), 8_000, 'talk time after the end');
          await first.unmount();
          await second.unmount();
          demandSame(clock.pending, 0, 'timers at the end');
          demandSameList(observed(), [], 'observers');
        }),
    },
    {
      name: 'mounting and unmounting 50 times leaves nothing',
      check: () =>
        inScene(async ({ phone, observed, clock, line }) => {
          for (let round = 0; round < 50; round += 1) {
            const call = await driver.mount(phone, 'call');
            const duration = await driver.mount(phone, 'callDuration');
            const handler = await driver.mountHandler(phone, 'call.ended', () => {});
            const frame = await driver.mountFrame(phone);
            for (const mounted of [call, duration, handler, frame]) await mounted.unmount();
          }
          demandSameList(observed(), [], 'observers');
          demandSame(clock.pending, 0, 'timers');
          demandSame(line.attached.length, 0, 'attached frames');
          demandSame(line.openLinks, 1, 'open connections');
        }),
    },
  ];
}

/** Where a binding can't swap its client, it says so; it doesn't go on with half of each. */
function refused(driver: BindingDriver): Behaviour {
  return {
    name: 'another client at run time is an OffhookError that says what to do, and the first one stays',
    check: () =>
      inScene(async ({ phone, active, observed }) => {
        const other = blankPhone();
        try {
          demand(driver.refuseAnother !== undefined, 'the driver has neither mountAndSwap nor refuseAnother');
          await demandAdvice(() => driver.refuseAnother?.(phone, other));
          await demandAdvice(() => driver.refuseAnother?.(other, phone));
          const mounted = await driver.mount(phone, 'call', active.id);
          demandSame(mounted.current().call?.id, active.id, 'the call of the first client');
          await mounted.unmount();
          demandSameList(observed(), [], 'observers');
        } finally {
          other.close();
        }
      }),
  };
}

/** Runs what must fail with an OffhookError that has something to say. */
async function demandAdvice(work: () => unknown): Promise<void> {
  let caught: unknown;
  try {
    await work();
  } catch (error) {
    caught = error;
  }
  demand(isOffhookError(caught), `no OffhookError, but ${String(caught)}`);
  demand(caught.message.length > 20, 'the message says nothing');
}
