import { Component, inject, signal } from '@angular/core';
import { createOffhook, type OpeningState } from '@offhook/core';
import { fakeConnector } from '@offhook/testing';
import { ConnectionService, OffhookSoftphone, provideOffhook } from './index.js';
import { mode } from './testing/appProviders.js';
import { mounted, settled } from './testing/mounted.js';

describe(mode, () => {
  test('it leaves its element as it is, shows the frame of the connector named, and moves when that changes', async () => {
    const one = fakeConnector({ id: 'one' });
    const two = fakeConnector({ id: 'two' });
    const phone = createOffhook({ connectors: [one, two] });
    const connector = signal<string | undefined>(undefined);
    const shown = signal(true);
    @Component({
      selector: 'test-place',
      imports: [OffhookSoftphone],
      template:
        '@if (shown()) { <section offhookSoftphone [connector]="connector()" class="phone" aria-label="Phone"></section> }',
    })
    class Place {
      protected readonly connector = connector;
      protected readonly shown = shown;
    }
    const { host, unmount } = await mounted(Place, [provideOffhook(phone)]);
    const place = host.querySelector('section');
    expect(place?.outerHTML).toBe('<section offhooksoftphone="" aria-label="Phone" class="phone"></section>');
    expect([one.attached, two.attached]).toEqual([[place], []]);
    connector.set('two');
    await settled();
    expect([one.attached, two.attached]).toEqual([[], [place]]);
    shown.set(false);
    await settled();
    expect([one.attached, two.attached]).toEqual([[], []]);
    unmount();
    expect([one.openLinks, two.openLinks]).toEqual([1, 1]);
    phone.close();
  });

  describe('with openOn', () => {
    function setUp(...first: readonly OpeningState[]) {
      const one = fakeConnector({ id: 'one', size: { width: 320, height: 480 } });
      const two = fakeConnector({ id: 'two' });
      const made = createOffhook({ connectors: [one, two] });
      const asked: (readonly OpeningState[] | undefined)[] = [];
      const phone: typeof made = {
        ...made,
        attachSoftphone: (element, connector, options) => {
          asked.push(options?.openOn);
          return made.attachSoftphone(element, connector, options);
        },
      };
      const openOn = signal<readonly OpeningState[] | undefined>(first);
      @Component({
        selector: 'test-opening',
        imports: [OffhookSoftphone],
        template: '{{ widget.open() }} <section offhookSoftphone [openOn]="openOn()"></section>',
      })
      class Place {
        protected readonly openOn = openOn;
        protected readonly widget = inject(ConnectionService).widget();
      }
      const show = async () => {
        const { host, unmount } = await mounted(Place, [provideOffhook(phone)]);
        const place = host.querySelector('section');
        if (place === null) throw new Error('There is no place.');
        return { host, place, unmount };
      };
      return { one, two, phone, asked, openOn, show };
    }

    test('it is hidden until a call of its vendor comes, and then as large as the widget asks for', async () => {
      const { one, two, phone, show } = setUp('ringing');
      const { place, unmount } = await show();
      expect(place.hidden).toBe(true);
      two.ring();
      one.dial();
      expect(place.hidden).toBe(true);
      one.ring();
      expect(place.hidden).toBe(false);
      expect(place.style.cssText).toBe('width: 320px; height: 480px;');
      phone.closeWidget();
      expect(place.hidden).toBe(true);
      await settled();
      expect(one.attached).toEqual([place]);
      unmount();
      expect(one.attached).toEqual([]);
      phone.close();
    });

    test('a call that rings already opens it as it comes, and who shows the widget’s state sees that', async () => {
      const { one, phone, asked, show } = setUp('ringing', 'dialing');
      one.ring();
      const { host, place, unmount } = await show();
      expect(place.hidden).toBe(false);
      expect(host.textContent.trim()).toBe('true');
      expect(asked).toHaveLength(1);
      unmount();
      phone.close();
    });

    test('the same states in another list attach nothing anew; other states do, and none show it always', async () => {
      const { one, phone, asked, openOn, show } = setUp('ringing');
      const { place, unmount } = await show();
      openOn.set(['ringing']);
      await settled();
      expect(asked).toEqual([['ringing']]);
      openOn.set([]);
      await settled();
      one.ring();
      expect(place.hidden).toBe(true);
      openOn.set(undefined);
      await settled();
      expect(asked).toEqual([['ringing'], [], undefined]);
      expect([place.hidden, place.style.cssText]).toEqual([false, '']);
      unmount();
      phone.close();
    });
  });
});
