import type { Offhook } from '@offhook/core';
import type { Behaviour } from './behaviour.js';
import type { BindingDriver } from './bindingDriver.js';
import { blankPhone, inScene, openScene } from './bindingScene.js';
import { demand, demandSame, demandSameList } from './demand.js';
import { settle } from './settle.js';
import { demandShows, sourceOf, streamNames, type ClientStreamName } from './streams.js';

/** What holds for every stream. */
export function bindingStreams(driver: BindingDriver): Behaviour[] {
  return streamNames.flatMap((name) => ofStream(driver, name));
}

function ofStream(driver: BindingDriver, name: ClientStreamName): Behaviour[] {
  return [
    {
      name: `${name}: a component that comes late shows what the core has, and follows it`,
      check: () =>
        inScene(async ({ phone, idFor, change }) => {
          const id = idFor(name);
          const source = sourceOf(phone, name, id);
          const leave = source.listen(() => {});
          const mounted = await driver.mount(phone, name, id);
          await driver.act(settle);
          demandShows(name, mounted.current(), source.value, 'what it shows at once');
          const before = JSON.stringify(source.value);
          await driver.act(async () => {
            change(name);
            await settle();
          });
          demand(JSON.stringify(source.value) !== before, 'the scene did not change the stream');
          demandShows(name, mounted.current(), source.value, 'what it shows after a change');
          await mounted.unmount();
          leave();
        }),
    },
    {
      name: `${name}: an unmounted component leaves no observer and no timer`,
      check: () =>
        inScene(async ({ phone, idFor, observed, clock }) => {
          const mounted = await driver.mount(phone, name, idFor(name));
          demand(observed().length > 0, 'the component observes nothing');
          await mounted.unmount();
          demandSameList(observed(), [], 'observers');
          demandSame(clock.pending, 0, 'timers');
        }),
    },
    {
      name: `${name}: a server shows the initial value, and leaves no observer and no timer`,
      check: () =>
        inScene(async ({ phone, idFor, observed, clock }) => {
          const id = idFor(name);
          const shown = await driver.renderOnServer(phone, name, id);
          demandShows(name, shown, sourceOf(phone, name, id).initial, 'what the server shows');
          demandSameList(observed(), [], 'observers');
          demandSame(clock.pending, 0, 'timers');
        }),
    },
    {
      name: `${name}: hydration begins with what the server showed, complains of nothing, and goes on with the real value`,
      check: () =>
        inScene(async ({ phone, idFor, observed }) => {
          const id = idFor(name);
          const server = blankPhone();
          const onServer = await driver.renderOnServer(server, name, id);
          const hydrated = await driver.hydrate(server, phone, name, id);
          server.close();
          demandSame(JSON.stringify(hydrated.first), JSON.stringify(onServer), 'what the page shows first');
          demandSame(hydrated.complaints.join('\n'), '', 'complaints');
          const source = sourceOf(phone, name, id);
          const leave = source.listen(() => {});
          await driver.act(settle);
          demandShows(name, hydrated.current(), source.value, 'what the page shows then');
          leave();
          await hydrated.unmount();
          demandSameList(observed(), [], 'observers');
        }),
    },
    ...(driver.mountAndSwap === undefined ? [] : [swapped(driver, driver.mountAndSwap.bind(driver), name)]),
  ];
}

function swapped(
  driver: BindingDriver,
  mountAndSwap: NonNullable<BindingDriver['mountAndSwap']>,
  name: ClientStreamName,
): Behaviour {
  return {
    name: `${name}: another client at run time is shown at once, and the old one is observed no longer`,
    check: () =>
      inScene(async ({ phone, idFor, observed }) => {
        const other = openScene();
        other.change(name);
        const id = idFor(name);
        const mounted = await mountAndSwap(phone, name, id);
        const demandShowsOf = async (client: Offhook, what: string): Promise<void> => {
          const source = sourceOf(client, name, id);
          // Some have nothing to say unless somebody listens.
          const leave = source.listen(() => {});
          await driver.act(settle);
          demandShows(name, mounted.current(), source.value, what);
          leave();
        };
        await demandShowsOf(phone, 'what it shows of the first client');
        await mounted.swap(other.phone);
        await demandShowsOf(other.phone, 'what it shows of the other client');
        demandSameList(observed(), [], 'observers of the first client');
        await mounted.unmount();
        demandSameList(other.observed(), [], 'observers of the other client');
        other.phone.close();
      }),
  };
}
