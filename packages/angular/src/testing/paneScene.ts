import { createOffhook, paneRules } from '@offhook/core';
import { countingIds, fakeConnector, virtualClock, watchedClient } from '@offhook/testing';

/** A client that opens a page for each call that rings: one in a window of its own for who is called so. */
export function paneScene() {
  const line = fakeConnector();
  const clock = virtualClock();
  const made = createOffhook({
    connectors: [line],
    clock,
    ids: countingIds(),
    panes: paneRules({
      origins: ['https://crm.example'],
      rules: [
        {
          on: 'ringing',
          pane: ({ remote: { name = '' } }) => ({
            action: name === 'Window' ? 'popup' : 'open',
            url: `https://crm.example/${name}`,
            ...(name !== '' && { title: name }),
          }),
        },
      ],
    }),
  });
  const { client: phone, observed } = watchedClient(made);
  /** Somebody calls; gives the pane's id. */
  const ring = (name?: string): string => line.ring({ ...(name !== undefined && { name }) }).id;
  return { line, clock, phone, observed, ring };
}

/** A window as a browser would open it. */
export function fakeWindow() {
  return { closed: false, opener: {}, location: { replace: jest.fn() }, focus() {}, close() {} };
}
