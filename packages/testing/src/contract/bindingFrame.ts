import type { Behaviour } from './behaviour.js';
import type { BindingDriver } from './bindingDriver.js';
import { inScene } from './bindingScene.js';
import { demand, demandSame, demandSameList } from './demand.js';

/** The softphone's place in the page. */
export function bindingFrame(driver: BindingDriver): Behaviour[] {
  return [
    {
      name: 'the frame is shown over its element while that is mounted',
      check: () =>
        inScene(async ({ phone, line }) => {
          const frame = await driver.mountFrame(phone);
          demandSameList(line.attached, [frame.element], 'elements that the frame is shown over');
          demandSame(frame.element.isConnected, true, 'the element is in the document');
          await frame.unmount();
          demandSameList(line.attached, [], 'elements after unmounting');
        }),
    },
    {
      name: 'leaving the page and coming back shows the frame again, without another connection',
      check: () =>
        inScene(async ({ phone, line, active }) => {
          const first = await driver.mountFrame(phone);
          await first.unmount();
          const second = await driver.mountFrame(phone);
          demand(second.element !== first.element, 'the element of the page that was left');
          demandSameList(line.attached, [second.element], 'elements that the frame is shown over');
          demandSame(line.connectCount, 1, 'times connected');
          demandSame(phone.calls.get(active.id).value?.state, 'active', 'the call');
          await second.unmount();
        }),
    },
    {
      name: 'the frame stays where it is when state changes',
      check: () =>
        inScene(async ({ phone, line, active }) => {
          const frame = await driver.mountFrame(phone);
          await driver.act(() => active.mute());
          await driver.act(() => line.becomes('offline'));
          demandSameList(line.attached, [frame.element], 'elements that the frame is shown over');
          await frame.unmount();
        }),
    },
    {
      name: 'the frame is the one of the connector that was named',
      check: () =>
        inScene(async ({ phone, line }) => {
          const asked: (string | undefined)[] = [];
          const watched = {
            ...phone,
            attachSoftphone: (element: HTMLElement, connector?: string) => {
              asked.push(connector);
              return phone.attachSoftphone(element, connector);
            },
          };
          const frame = await driver.mountFrame(watched, line.id);
          demand(
            asked.length > 0 && asked.every((connector) => connector === line.id),
            `asked for ${asked.join()}`,
          );
          await frame.unmount();
        }),
    },
    {
      name: 'the element has no look of its own',
      check: () =>
        inScene(async ({ phone }) => {
          const frame = await driver.mountFrame(phone);
          demandSame(frame.element.getAttribute('style') ?? '', '', 'its style');
          demandSame(frame.element.getAttribute('class') ?? '', '', 'its class');
          demandSame(frame.element.childElementCount, 0, 'elements in it');
          await frame.unmount();
        }),
    },
  ];
}
