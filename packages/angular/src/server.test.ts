import { Component, inject, type Signal } from '@angular/core';
import { createOffhook, type StreamName } from '@offhook/core';
import { fakeConnector, virtualClock, watchedClient } from '@offhook/testing';
import { OffhookPaneHost, OffhookService, OffhookSoftphone, provideOffhook } from './index.js';
import { mode } from './testing/appProviders.js';
import { hydrated, renderedOnServer } from './testing/server.js';
import { streamReaders } from './testing/streamReaders.js';
import { whileListeningToConsole } from './testing/whileListeningToConsole.js';

@Component({
  selector: 'test-every-thing',
  imports: [OffhookPaneHost, OffhookSoftphone],
  template: `
    @for (each of streams; track $index) {
      <output>{{ textOf(each) }}</output>
    }
    <div offhookSoftphone class="phone"></div>
    <offhook-pane-host />
  `,
})
class EveryThing {
  protected readonly streams: readonly Signal<unknown>[] = (Object.keys(streamReaders) as StreamName[]).map(
    (name) => streamReaders[name]((() => undefined) as unknown as Signal<undefined>),
  );

  constructor() {
    inject(OffhookService).on('call.ringing', () => {});
  }

  protected textOf(stream: Signal<unknown>): string {
    return JSON.stringify(stream());
  }
}

describe(mode, () => {
  function setUp() {
    const line = fakeConnector();
    const clock = virtualClock();
    return { line, clock, ...watchedClient(createOffhook({ connectors: [line], clock })) };
  }

  test('rendering on a server warns of nothing, and leaves no observer, timer or frame', async () => {
    const { line, clock, client, observed } = setUp();
    line.ring().answer();
    const { result: html, complaints } = await whileListeningToConsole(() =>
      renderedOnServer(EveryThing, [provideOffhook(client)]),
    );
    expect(complaints).toEqual([]);
    expect(html.match(/<output>/g)).toHaveLength(Object.keys(streamReaders).length);
    expect(html).toContain('class="phone"></div>');
    expect(observed()).toEqual([]);
    expect(clock.pending).toBe(0);
    expect(line.attached).toEqual([]);
    client.close();
  });

  test('in the page, everything comes to life with what the server sent, and goes on', async () => {
    const server = setUp();
    const page = setUp();
    const html = await renderedOnServer(EveryThing, [provideOffhook(server.client)]);
    page.line.ring({ name: 'Ann' });
    const { result, complaints } = await whileListeningToConsole(() =>
      hydrated(html, EveryThing, [provideOffhook(page.client)]),
    );
    expect(complaints).toEqual([]);
    expect(result.reused).toBe(true);
    expect(result.host.textContent).toContain('Ann');
    expect(page.line.attached).toEqual([result.host.querySelector('.phone')]);
    result.unmount();
    expect(page.observed()).toEqual([]);
    for (const { client } of [server, page]) client.close();
  });
});
