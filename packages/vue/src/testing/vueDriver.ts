import { createApp, createSSRApp, defineComponent, nextTick, type App, type PropType } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { flushPromises, mount } from '@vue/test-utils';
import type { EventType, Offhook, OffhookEvent, StreamName, StreamValues } from '@offhook/core';
import type { BindingDriver, MountedStream } from '@offhook/testing';
import { offhookPlugin, PaneHost, SoftphoneFrame, useOffhookEvent } from '../index.js';
import { given } from './given.js';
import { Probe } from './Probe.js';
import { Rows, type RowLog } from './rows.js';
import { whileListeningToComplaints } from './whileListeningToComplaints.js';

type Handle = (event: OffhookEvent) => void;

const Handler = defineComponent({
  props: {
    type: { type: String as PropType<EventType>, required: true },
    handler: { type: Function as PropType<Handle>, required: true },
  },
  setup(props) {
    useOffhookEvent(props.type, (event) => props.handler(event));
    return () => null;
  },
});

/** An app as it is made on a server, and in the page that takes over from it. */
const ssrApp = (client: Offhook, name: StreamName, id: string | undefined, log: unknown[]): App =>
  createSSRApp(Probe, { name, id, log }).use(offhookPlugin, { client });

function at<T>(log: readonly T[], index: number): T {
  if (log.length === 0) throw new Error('The component has shown nothing yet.');
  // It may well be `undefined`.
  return log.at(index) as T;
}

/** Drives the Vue binding for the contract. */
export function vueDriver(): BindingDriver {
  return {
    mount<N extends StreamName>(client: Offhook, name: N, id?: string): MountedStream<StreamValues[N]> {
      const log: StreamValues[N][] = [];
      const wrapper = mount(Probe, { props: { name, id, log }, global: given(client) });
      const first = log.length;
      return {
        current: () => at(log, -1),
        updates: () => log.length - first,
        setId: (next) => wrapper.setProps({ id: next }),
        unmount: () => wrapper.unmount(),
      };
    },
    mountWithoutClient: (name) =>
      whileListeningToComplaints(() => mount(Probe, { props: { name, log: [] } })),
    refuseAnother: (client, other) =>
      createApp({}).use(offhookPlugin, { client }).use(offhookPlugin, { client: other }),
    mountHandler(client, type, handler) {
      const wrapper = mount(Handler, { props: { type, handler }, global: given(client) });
      return {
        setHandler: (next) => wrapper.setProps({ handler: next }),
        unmount: () => wrapper.unmount(),
      };
    },
    mountRows(client) {
      const log: RowLog = { list: 0, rows: new Map(), states: new Map() };
      const wrapper = mount(Rows, { props: { log }, global: given(client) });
      const first = { list: log.list, rows: new Map(log.rows) };
      return {
        listUpdates: () => log.list - first.list,
        rowUpdates: () =>
          new Map([...log.rows].map(([id, count]) => [id, count - (first.rows.get(id) ?? 0)])),
        shown: (id) => log.states.get(id),
        unmount: () => wrapper.unmount(),
      };
    },
    mountFrame(client, connector, { openOn } = {}) {
      const wrapper = mount(SoftphoneFrame, {
        props: { connector, openOn },
        global: given(client),
        attachTo: document.body,
      });
      return { element: wrapper.element as HTMLElement, unmount: () => wrapper.unmount() };
    },
    mountPaneHost(client, labels) {
      const element = document.body.appendChild(document.createElement('main'));
      const wrapper = mount(PaneHost, { props: { labels }, global: given(client), attachTo: element });
      return {
        element,
        unmount() {
          wrapper.unmount();
          element.remove();
        },
      };
    },
    async act(work) {
      await work();
      await flushPromises();
    },
    async renderOnServer<N extends StreamName>(client: Offhook, name: N, id?: string) {
      const log: StreamValues[N][] = [];
      await renderToString(ssrApp(client, name, id, log));
      return at(log, 0);
    },
    async hydrate<N extends StreamName>(server: Offhook, page: Offhook, name: N, id?: string) {
      const log: StreamValues[N][] = [];
      const container = document.createElement('div');
      document.body.append(container);
      container.innerHTML = await renderToString(ssrApp(server, name, id, []));
      const app = ssrApp(page, name, id, log);
      const { complaints } = await whileListeningToComplaints(async () => {
        app.mount(container);
        await nextTick();
      });
      return {
        first: at(log, 0),
        current: () => at(log, -1),
        complaints,
        unmount() {
          app.unmount();
          container.remove();
        },
      };
    },
  };
}
