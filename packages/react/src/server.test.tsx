/** @jest-environment node */
import { Suspense, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { createOffhook, type StreamName } from '@offhook/core';
import { fakeConnector, virtualClock, watchedClient } from '@offhook/testing';
import { OffhookProvider, PaneHost, SoftphoneFrame, useOffhookEvent } from './index.js';
import { modes } from './testing/modes.js';
import { emptyLog, Probe } from './testing/probe.js';
import { streamHooks } from './testing/streamHooks.js';
import { whileListeningToErrors } from './testing/whileListeningToErrors.js';

function EveryThing(): ReactNode {
  useOffhookEvent('call.ringing', () => {});
  return (
    <>
      {(Object.keys(streamHooks) as StreamName[]).map((name) => (
        <Suspense key={name}>
          <Probe name={name} log={emptyLog()} />
        </Suspense>
      ))}
      <SoftphoneFrame className="phone" />
      <PaneHost className="panes" />
    </>
  );
}

test('importing does nothing where there is no page', async () => {
  expect(typeof document).toBe('undefined');
  const before = Object.keys(globalThis);
  await import('./index.js');
  expect(Object.keys(globalThis)).toEqual(before);
});

describe.each(modes)('%s', (_name, Mode) => {
  test('rendering on a server warns of nothing, and leaves no observer, timer or frame', () => {
    const line = fakeConnector();
    const clock = virtualClock();
    const { client, observed } = watchedClient(createOffhook({ connectors: [line], clock }));
    line.ring().answer();
    const { result: html, errors } = whileListeningToErrors(() =>
      renderToString(
        <Mode>
          <OffhookProvider client={client}>
            <EveryThing />
          </OffhookProvider>
        </Mode>,
      ),
    );
    expect(errors).toEqual([]);
    expect(html.match(/<output>/g)).toHaveLength(Object.keys(streamHooks).length);
    expect(html).toContain('<div class="phone"></div>');
    expect(html).not.toContain('panes"');
    expect(observed()).toEqual([]);
    expect(clock.pending).toBe(0);
    expect(line.attached).toEqual([]);
    client.close();
  });
});
