import { fakeDevices, fakeMediaDevices, type FakeMediaDevices } from '../fakeMediaDevices.js';
import type { Behaviour } from './behaviour.js';
import type { BindingDriver } from './bindingDriver.js';
import { blankPhone, inScene, type BindingScene } from './bindingScene.js';
import { demandSame } from './demand.js';
import { settle } from './settle.js';

/** Runs one check on a page with devices of its own. */
const withDevices = (
  check: (scene: BindingScene, devices: FakeMediaDevices) => Promise<void>,
): Promise<void> =>
  inScene(async (scene) => {
    const devices = fakeMediaDevices();
    try {
      await check(scene, devices);
    } finally {
      devices.restore();
    }
  });

const names = (devices: readonly { readonly label: string }[]): string =>
  devices.map(({ label }) => label).join(', ');

const all = names(fakeDevices);

/** The microphones, cameras and loudspeakers of the computer: nothing of the client's. */
export function bindingDevices(driver: BindingDriver): Behaviour[] {
  return [
    {
      name: 'devices are shown as they are plugged in and out, and asking for them asks nobody',
      check: () =>
        withDevices(async ({ phone }, devices) => {
          const mounted = await driver.mount(phone, 'mediaDevices');
          await driver.act(settle);
          demandSame(names(mounted.current()), all, 'the devices');
          await driver.act(async () => {
            devices.become(fakeDevices.slice(1));
            await settle();
          });
          demandSame(names(mounted.current()), names(fakeDevices.slice(1)), 'without the microphone');
          demandSame(devices.prompts, 0, 'times that the person was asked');
          await mounted.unmount();
        }),
    },
    {
      name: 'devices are watched by one listener however many components show them, and by none when all are unmounted',
      check: () =>
        withDevices(async ({ phone }, devices) => {
          const one = await driver.mount(phone, 'mediaDevices');
          const other = await driver.mount(phone, 'mediaDevices');
          await driver.act(settle);
          demandSame(devices.listeners, 1, 'listeners');
          demandSame(one.current(), other.current(), 'the list in two components');
          await one.unmount();
          demandSame(devices.listeners, 1, 'listeners of the one that stays');
          await other.unmount();
          demandSame(devices.listeners, 0, 'listeners when all are unmounted');
        }),
    },
    {
      name: 'devices are none on a server, and hydration begins with none and goes on with the real ones',
      check: () =>
        withDevices(async ({ phone }, devices) => {
          const server = blankPhone();
          const onServer = await driver.renderOnServer(server, 'mediaDevices');
          demandSame(onServer.length, 0, 'devices on the server');
          demandSame(devices.listeners, 0, 'listeners on the server');
          const hydrated = await driver.hydrate(server, phone, 'mediaDevices');
          server.close();
          await driver.act(settle);
          demandSame(hydrated.first.length, 0, 'devices that the page shows first');
          demandSame(hydrated.complaints.join('\n'), '', 'complaints');
          demandSame(names(hydrated.current()), all, 'devices that the page shows then');
          await hydrated.unmount();
          demandSame(devices.listeners, 0, 'listeners when it is unmounted');
        }),
    },
  ];
}
