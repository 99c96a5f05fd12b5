import { flushSync, hydrate, tick, unmount } from 'svelte';
import { render } from '@testing-library/svelte';
import type { Offhook, StreamName, StreamValues } from '@offhook/core';
import type { BindingDriver } from '@offhook/testing';
import { components, showing, type Mode } from './components.js';
import { createLog, last } from './log.js';
import { renderOnServer } from './renderOnServer.js';
import { createRowLog } from './rowLog.js';
import { whileListening } from './whileListening.js';

/** Drives the Svelte binding for the contract, with components of one kind. */
export function svelteDriver(mode: Mode): BindingDriver {
  const { Root, Probe, Rows, Handler, Frame, Panes } = components[mode];

  return {
    mount<N extends StreamName>(client: Offhook, name: N, id?: string) {
      const log = createLog<StreamValues[N]>();
      const { rerender, unmount } = render(Root, { props: showing(client, Probe, { name, id, log }) });
      const first = log.shown.length;
      return {
        current: () => last(log),
        updates: () => log.shown.length - first,
        setId: (next) => rerender({ given: { name, id: next, log } }),
        unmount,
      };
    },
    mountWithoutClient: (name) => render(Probe, { props: { name, log: createLog<never>() } }),
    refuseAnother: (client, other) =>
      render(Root, { props: showing(client, Root, showing(other, Frame, {})) }),
    mountHandler(client, type, handler) {
      const { rerender, unmount } = render(Root, { props: showing(client, Handler, { type, handler }) });
      return { setHandler: (next) => rerender({ given: { type, handler: next } }), unmount };
    },
    mountRows(client) {
      const log = createRowLog();
      const { unmount } = render(Root, { props: showing(client, Rows, { log }) });
      const first = { list: log.counts.list, rows: new Map(log.counts.rows) };
      return {
        listUpdates: () => log.counts.list - first.list,
        rowUpdates: () =>
          new Map([...log.counts.rows].map(([id, count]) => [id, count - (first.rows.get(id) ?? 0)])),
        shown: (id) => log.states.get(id),
        unmount,
      };
    },
    mountFrame(client, connector, { openOn } = {}) {
      const { container, unmount } = render(Root, { props: showing(client, Frame, { connector, openOn }) });
      const element = container.querySelector('div');
      if (element === null) throw new Error('The component has made no element.');
      return { element, unmount };
    },
    mountPaneHost(client, labels) {
      const { container, unmount } = render(Root, { props: showing(client, Panes, { labels }) });
      return { element: container, unmount };
    },
    async act(work) {
      await work();
      // A command's effect comes some promises later.
      for (let turn = 0; turn < 20; turn += 1) await tick();
    },
    renderOnServer<N extends StreamName>(client: Offhook, name: N, id?: string) {
      const log = createLog<StreamValues[N]>();
      renderOnServer(mode, client, ({ components }) => components[mode].Probe, { name, id, log });
      return last(log);
    },
    hydrate<N extends StreamName>(server: Offhook, page: Offhook, name: N, id?: string) {
      const log = createLog<StreamValues[N]>();
      const target = document.createElement('div');
      document.body.append(target);
      const onServer = { name, id, log: createLog<StreamValues[N]>() };
      target.innerHTML = renderOnServer(mode, server, ({ components }) => components[mode].Probe, onServer);
      const { result: component, complaints } = whileListening(() => {
        const hydrated = hydrate(Root, {
          target,
          props: showing(page, Probe, { name, id, log }),
        });
        flushSync();
        return hydrated;
      });
      if (log.shown.length === 0) throw new Error('Hydration has shown nothing.');
      const first = log.shown[0] as StreamValues[N];
      return {
        first,
        current: () => last(log),
        complaints,
        async unmount() {
          await unmount(component);
          target.remove();
        },
      };
    },
  };
}
