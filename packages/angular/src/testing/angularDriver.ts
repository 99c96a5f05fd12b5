import { createEnvironmentInjector, signal, type Provider } from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import type { Offhook, OffhookEvent, StreamName, StreamValues } from '@offhook/core';
import type { BindingDriver } from '@offhook/testing';
import { provideOffhook } from '../index.js';
import { appProviders } from './appProviders.js';
import { Frame, shownFrame, type ShownFrame } from './Frame.js';
import { Handler, handled, type Handled } from './Handler.js';
import { mounted, settled } from './mounted.js';
import { Panes, shownPanes, type ShownPanes } from './Panes.js';
import { Probe, probed, type Probed } from './Probe.js';
import { rowLog, type RowLog } from './rowLog.js';
import { Rows } from './Rows.js';
import { hydrated, renderedOnServer } from './server.js';
import { whileListeningToConsole } from './whileListeningToConsole.js';

/** The value that was shown last. */
function last<T>(shown: readonly T[]): T {
  if (shown.length === 0) throw new Error('The component has shown nothing yet.');
  // It may well be `undefined`.
  return shown.at(-1) as T;
}

/** What a probe is given, and how it is changed. */
function probing<N extends StreamName>(name: N, firstId?: string) {
  const id = signal(firstId);
  const shown: StreamValues[N][] = [];
  const provider: Provider = { provide: probed, useValue: { name, id, shown } satisfies Probed<N> };
  return { id, shown, provider };
}

/** Drives the Angular binding for the contract, by apps that start as in a page. */
export function angularDriver(): BindingDriver {
  return {
    async mount<N extends StreamName>(client: Offhook, name: N, firstId?: string) {
      const { id, shown, provider } = probing(name, firstId);
      const { unmount } = await mounted(Probe, [provideOffhook(client), provider]);
      const first = shown.length;
      return {
        current: () => last(shown),
        updates: () => shown.length - first,
        async setId(next) {
          id.set(next);
          await settled();
        },
        unmount,
      };
    },
    async mountHandler(client, type, first) {
      const handler = signal<(event: OffhookEvent) => void>(first);
      const { unmount } = await mounted(Handler, [
        provideOffhook(client),
        { provide: handled, useValue: { type, handler } satisfies Handled },
      ]);
      return { setHandler: (next) => handler.set(next), unmount };
    },
    async mountRows(client) {
      const log: RowLog = { list: 0, rows: new Map(), states: new Map() };
      const { unmount } = await mounted(Rows, [provideOffhook(client), { provide: rowLog, useValue: log }]);
      const first = { list: log.list, rows: new Map(log.rows) };
      return {
        listUpdates: () => log.list - first.list,
        rowUpdates: () =>
          new Map([...log.rows].map(([id, count]) => [id, count - (first.rows.get(id) ?? 0)])),
        shown: (id) => log.states.get(id),
        unmount,
      };
    },
    async mountFrame(client, connector, { openOn } = {}) {
      const { host, unmount } = await mounted(Frame, [
        provideOffhook(client),
        { provide: shownFrame, useValue: { connector, openOn } satisfies ShownFrame },
      ]);
      const element = host.firstElementChild;
      if (!(element instanceof HTMLElement)) throw new Error('There is no element for the frame.');
      return { element, unmount };
    },
    async mountPaneHost(client, labels) {
      const { host, unmount } = await mounted(Panes, [
        provideOffhook(client),
        { provide: shownPanes, useValue: { labels: signal(labels) } satisfies ShownPanes },
      ]);
      return { element: host, unmount };
    },
    async act(work) {
      await work();
      await settled();
    },
    async renderOnServer<N extends StreamName>(client: Offhook, name: N, id?: string) {
      const { shown, provider } = probing(name, id);
      await renderedOnServer(Probe, [provideOffhook(client), provider]);
      return last(shown);
    },
    async hydrate<N extends StreamName>(server: Offhook, page: Offhook, name: N, id?: string) {
      const html = await renderedOnServer(Probe, [provideOffhook(server), probing(name, id).provider]);
      const { shown, provider } = probing(name, id);
      const { result, complaints } = await whileListeningToConsole(() =>
        hydrated(html, Probe, [provideOffhook(page), provider]),
      );
      if (shown.length === 0) throw new Error('Hydration has shown nothing.');
      const first = shown[0] as StreamValues[N];
      return {
        first,
        current: () => last(shown),
        complaints: [
          ...complaints,
          ...(result.reused ? [] : ['The elements that the server sent are gone.']),
        ],
        unmount: result.unmount,
      };
    },
    mountWithoutClient: (name) => mounted(Probe, [probing(name).provider]),
    async refuseAnother(client, other) {
      const app = await createApplication({ providers: [...appProviders(), provideOffhook(client)] });
      try {
        createEnvironmentInjector([provideOffhook(other)], app.injector);
      } finally {
        app.destroy();
      }
    },
  };
}
