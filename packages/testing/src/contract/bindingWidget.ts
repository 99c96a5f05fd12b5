import { OffhookError } from '@offhook/core';
import type { Behaviour } from './behaviour.js';
import type { BindingDriver } from './bindingDriver.js';
import { barePhone, inScene } from './bindingScene.js';
import { demandSame, demandSameList } from './demand.js';

/** The vendor's widget, open or closed, and the devices that the vendor may leave to the host. */
export function bindingWidget(driver: BindingDriver): Behaviour[] {
  return [
    {
      name: 'a widget is opened and closed, and shows what the vendor asks of it',
      check: () =>
        inScene(async ({ phone, line }) => {
          const mounted = await driver.mount(phone, 'widget');
          demandSame(mounted.current().open, false, 'open at first');
          await driver.act(() => mounted.current().openWidget());
          demandSame(mounted.current().open, true, 'open once it is opened');
          demandSame(phone.widgets.get(line.id).value?.open, true, 'open in the client');
          await driver.act(() => mounted.current().closeWidget());
          demandSame(mounted.current().open, false, 'open once it is closed');
          await driver.act(() => line.emit({ type: 'widget', open: true, size: { width: 320, height: 64 } }));
          demandSame(mounted.current().open, true, 'open because the vendor wants that');
          demandSame(JSON.stringify(mounted.current().size), '{"width":320,"height":64}', 'its size');
          await mounted.unmount();
        }),
    },
    {
      name: 'a widget and devices are those of the connector whose id was given last',
      check: () =>
        inScene(async ({ phone, line }) => {
          line.emit({ type: 'widget', open: true }, { type: 'devices', ringer: { delegated: true } });
          const widget = await driver.mount(phone, 'widget', 'another');
          const devices = await driver.mount(phone, 'devices', 'another');
          demandSame(widget.current().open, false, 'open at a connector that nobody knows');
          demandSame(devices.current().ringer.delegated, false, 'delegated there');
          await widget.setId(line.id);
          await devices.setId(line.id);
          demandSame(widget.current().open, true, 'open');
          demandSame(devices.current().ringer.delegated, true, 'delegated');
          await driver.act(() => widget.current().closeWidget());
          demandSame(phone.widgets.get(line.id).value?.open, false, 'open in the client');
          await widget.unmount();
          await devices.unmount();
        }),
    },
    {
      name: 'a device is handed to the host and back, and switched',
      check: () =>
        inScene(async ({ phone, line }) => {
          const mounted = await driver.mount(phone, 'devices');
          await driver.act(async () => void (await mounted.current().delegate('speaker', true)));
          demandSame(mounted.current().speaker.delegated, true, 'delegated');
          await driver.act(async () => void (await mounted.current().setSpeaker(true)));
          demandSame(mounted.current().speaker.on, true, 'the loudspeaker');
          await driver.act(async () => void (await mounted.current().setRinger(true)));
          demandSame(mounted.current().ringer.on, true, 'the ringing');
          await driver.act(async () => void (await mounted.current().delegate('speaker', false)));
          demandSame(mounted.current().speaker.delegated, false, 'delegated after it was given back');
          demandSame(mounted.current().lastError, undefined, 'lastError');
          demandSame(
            JSON.stringify(line.sent),
            JSON.stringify([
              { type: 'device.delegate', device: 'speaker', on: true, connector: line.id },
              { type: 'device.setSpeaker', on: true, connector: line.id },
              { type: 'device.setRinger', on: true, connector: line.id },
              { type: 'device.delegate', device: 'speaker', on: false, connector: line.id },
            ]),
            'commands',
          );
          await mounted.unmount();
        }),
    },
    {
      name: 'a device that the vendor keeps to itself is in lastError without rejecting',
      check: () =>
        inScene(
          async ({ phone, line }) => {
            const mounted = await driver.mount(phone, 'devices');
            let ok: boolean | undefined;
            await driver.act(() => {
              void mounted
                .current()
                .delegate('ringer', true)
                .then(
                  (outcome) => ({ ok } = outcome),
                  () => {},
                );
            });
            demandSame(mounted.current().pending, true, 'pending under way');
            const refusal = new OffhookError('vendor-error', 'The vendor says no.');
            await driver.act(() => line.refuse(refusal));
            demandSame(ok, false, 'the outcome');
            demandSame(mounted.current().lastError, refusal, 'lastError');
            demandSame(mounted.current().ringer.delegated, false, 'delegated');
            await mounted.unmount();
          },
          { response: 'wait' },
        ),
    },
    {
      name: 'a frame with openOn is out of sight until a call comes, and as large as its widget wants',
      check: async () => {
        const { phone, line } = barePhone();
        const frame = await driver.mountFrame(phone, undefined, { openOn: ['ringing'] });
        const { element } = frame;
        demandSame(element.hidden, true, 'hidden at first');
        await driver.act(() => line.dial());
        demandSame(element.hidden, true, 'hidden while another kind of call begins');
        await driver.act(() => line.ring());
        demandSame(element.hidden, false, 'hidden while a call rings');
        demandSame(element.style.width, '300px', 'its width');
        await driver.act(() => line.emit({ type: 'widget', size: { width: 320, height: 64 } }));
        demandSame(element.style.height, '64px', 'its height when the widget wants another');
        await driver.act(() => phone.closeWidget());
        demandSame(element.hidden, true, 'hidden once it is closed');
        demandSameList(line.attached, [element], 'elements that the frame is shown over');
        await frame.unmount();
        phone.openWidget();
        demandSame(line.attached.length, 0, 'elements after unmounting');
        phone.close();
      },
    },
  ];
}
