/** @jest-environment node */
import { createSSRApp, defineComponent, h } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { createOffhook } from '@offhook/core';
import { fakeConnector, virtualClock, watchedClient } from '@offhook/testing';
import { offhookPlugin, PaneHost, SoftphoneFrame, useOffhookEvent } from './index.js';
import { Probe } from './testing/Probe.js';
import { streamNames } from './testing/streams.js';
import { whileListeningToComplaints } from './testing/whileListeningToComplaints.js';

const EveryThing = defineComponent(() => {
  useOffhookEvent('call.ringing', () => {});
  return () => [
    ...streamNames.map((name) => h(Probe, { name, id: 'fake:call-1', log: [] })),
    h(SoftphoneFrame, { class: 'phone' }),
    h(PaneHost, { class: 'panes' }),
  ];
});

test('importing does nothing where there is no page', async () => {
  expect(typeof document).toBe('undefined');
  const before = Object.keys(globalThis);
  await import('./index.js');
  expect(Object.keys(globalThis)).toEqual(before);
});

test('rendering on a server warns of nothing, and leaves no observer, timer or frame', async () => {
  const line = fakeConnector();
  const clock = virtualClock();
  const { client, observed } = watchedClient(createOffhook({ connectors: [line], clock }));
  line.ring().answer();
  const { result: html, complaints } = await whileListeningToComplaints(() =>
    renderToString(createSSRApp(EveryThing).use(offhookPlugin, { client })),
  );
  expect(complaints).toEqual([]);
  expect(html.match(/<output>/g)).toHaveLength(streamNames.length);
  expect(html).toContain('<div class="phone"></div>');
  expect(html).not.toContain('panes"');
  expect(observed()).toEqual([]);
  expect(clock.pending).toBe(0);
  expect(line.attached).toEqual([]);
  client.close();
});
