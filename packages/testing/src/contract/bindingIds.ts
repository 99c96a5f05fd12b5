import type { Behaviour } from './behaviour.js';
import type { BindingDriver } from './bindingDriver.js';
import { inScene } from './bindingScene.js';
import { demandSame, demandSameList } from './demand.js';

/** Which call or thread a component shows. */
export function bindingIds(driver: BindingDriver): Behaviour[] {
  return [
    {
      name: 'another id shows another call, and the old one is observed no longer',
      check: () =>
        inScene(async ({ phone, active, ringing, observed }) => {
          const mounted = await driver.mount(phone, 'call', active.id);
          await mounted.setId(ringing.id);
          demandSame(mounted.current().call?.id, ringing.id, 'the call');
          demandSame(observed().includes(`calls.get(${active.id})`), false, 'the old call is observed');
          const updates = mounted.updates();
          await driver.act(() => active.mute());
          demandSame(mounted.updates(), updates, 'updates for a change of the old call');
          await driver.act(() => ringing.answer());
          demandSame(mounted.current().call?.state, 'active', 'the state of the new call');
          await mounted.unmount();
          demandSameList(observed(), [], 'observers');
        }),
    },
    {
      name: 'controls act on the call whose id was given last',
      check: () =>
        inScene(async ({ phone, line, active, ringing }) => {
          const mounted = await driver.mount(phone, 'call', active.id);
          await mounted.setId(ringing.id);
          await driver.act(() => mounted.current().answer());
          demandSame(
            JSON.stringify(line.sent),
            JSON.stringify([{ type: 'call.answer', callId: ringing.id }]),
            'commands',
          );
          await mounted.unmount();
        }),
    },
    {
      name: 'a duration and a thread follow their id too',
      check: () =>
        inScene(async ({ phone, line, active, ringing, thread }) => {
          const other = line.message({ number: '+12165550199' });
          const duration = await driver.mount(phone, 'callDuration', active.id);
          const messages = await driver.mount(phone, 'thread', thread);
          demandSame(duration.current(), 5_000, 'talk time of the active call');
          await duration.setId(ringing.id);
          await messages.setId(other);
          demandSame(duration.current(), 0, 'talk time of the ringing call');
          demandSame(messages.current().thread?.id, other, 'the thread');
          await duration.unmount();
          await messages.unmount();
        }),
    },
    {
      name: 'an id that nobody knows shows no call, and the call as soon as it comes',
      check: () =>
        inScene(async ({ phone, line, observed }) => {
          const mounted = await driver.mount(phone, 'call', 'fake:later');
          demandSame(mounted.current().call, undefined, 'the call');
          demandSame(mounted.current().can.answer.allowed, false, 'can answer');
          await driver.act(() => line.ring({ id: 'later' }));
          demandSame(mounted.current().call?.state, 'ringing', 'the state');
          demandSame(mounted.current().can.answer.allowed, true, 'can answer');
          await mounted.unmount();
          demandSameList(observed(), [], 'observers');
        }),
    },
    {
      name: 'an id learnt later finds the same call',
      check: () =>
        inScene(async ({ phone, line, active }) => {
          line.emit({ type: 'call', ids: [active.vendorId, 'alias'] });
          const mounted = await driver.mount(phone, 'call', 'fake:alias');
          demandSame(mounted.current().call?.id, active.id, 'the call');
          await driver.act(() => active.mute());
          demandSame(mounted.current().call?.muted, true, 'muted');
          await mounted.unmount();
        }),
    },
    {
      name: 'a call that has ended is shown as ended while it is among the recent ones',
      check: () =>
        inScene(async ({ phone, active }) => {
          const mounted = await driver.mount(phone, 'call', active.id);
          await driver.act(() => active.end());
          demandSame(mounted.current().call?.state, 'ended', 'the state');
          const late = await driver.mount(phone, 'call', active.id);
          demandSame(late.current().call, mounted.current().call, 'what one who comes late shows');
          await mounted.unmount();
          await late.unmount();
        }),
    },
    {
      name: 'without an id the call in focus is shown: ringing, else active, else held, else ended last',
      check: () =>
        inScene(async ({ phone, active, ringing }) => {
          const mounted = await driver.mount(phone, 'call');
          demandSame(mounted.current().call?.id, ringing.id, 'with one that rings');
          await driver.act(() => ringing.end());
          demandSame(mounted.current().call?.id, active.id, 'with one that is active');
          await driver.act(() => active.hold());
          demandSame(mounted.current().call?.id, active.id, 'with one that is held');
          await driver.act(() => active.end());
          demandSame(mounted.current().call?.id, active.id, 'with one that has ended');
          await mounted.unmount();
        }),
    },
    {
      name: 'an id taken away shows the call in focus',
      check: () =>
        inScene(async ({ phone, active, ringing }) => {
          const mounted = await driver.mount(phone, 'call', active.id);
          await mounted.setId(undefined);
          demandSame(mounted.current().call?.id, ringing.id, 'the call');
          await mounted.unmount();
        }),
    },
  ];
}
