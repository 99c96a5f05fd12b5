import { Component, signal } from '@angular/core';
import { createOffhook } from '@offhook/core';
import { fakeConnector } from '@offhook/testing';
import { OffhookSoftphone, provideOffhook } from './index.js';
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
});
