/** @jest-environment node */
import { render } from 'svelte/server';
import { createOffhook } from '@offhook/core';
import { fakeConnector, virtualClock, watchedClient } from '@offhook/testing';
import { components, modes, showing } from './testing/components.js';
import Everything from './testing/Everything.svelte';
import { streamStores } from './testing/streamStores.js';
import { whileListening } from './testing/whileListening.js';

test('importing does nothing where there is no page', async () => {
  expect(typeof document).toBe('undefined');
  const before = Object.keys(globalThis);
  await import('./index.js');
  expect(Object.keys(globalThis)).toEqual(before);
});

test.each(modes)(
  '%s: rendering on a server warns of nothing, and leaves no observer, timer or frame',
  (mode) => {
    const line = fakeConnector();
    const clock = virtualClock();
    const { client, observed } = watchedClient(createOffhook({ connectors: [line], clock }));
    line.ring().answer();
    const { result: html, complaints } = whileListening(
      () => render(components[mode].Root, { props: showing(client, Everything, {}) }).body,
    );
    expect(complaints).toEqual([]);
    expect(html.match(/<output>/g)).toHaveLength(Object.keys(streamStores).length);
    expect(html).toContain('<div class="phone"></div>');
    expect(html).toContain('<div class="panes"></div>');
    expect(observed()).toEqual([]);
    expect(clock.pending).toBe(0);
    expect(line.attached).toEqual([]);
    client.close();
  },
);
