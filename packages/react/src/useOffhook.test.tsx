import type { ReactNode } from 'react';
import { act, render } from '@testing-library/react';
import { createOffhook, isOffhookError } from '@offhook/core';
import { fakeConnector } from '@offhook/testing';
import {
  OffhookProvider,
  SoftphoneFrame,
  useAgent,
  useConnection,
  useOffhook,
  useOffhookEvent,
} from './index.js';
import { modes } from './testing/modes.js';
import { whileListeningToErrors } from './testing/whileListeningToErrors.js';

describe.each(modes)('%s', (_name, Mode) => {
  test('whatever needs a client says so where there is no provider', () => {
    function Client(): ReactNode {
      useOffhook();
      return null;
    }
    function Handler(): ReactNode {
      useOffhookEvent('call.ended', () => {});
      return null;
    }
    for (const Component of [Client, Handler, SoftphoneFrame]) {
      let caught: unknown;
      whileListeningToErrors(() => {
        try {
          render(
            <Mode>
              <Component />
            </Mode>,
          );
        } catch (error) {
          caught = error;
        }
      });
      expect(isOffhookError(caught)).toBe(true);
      expect(caught).toMatchObject({
        code: 'invalid-state',
        message: expect.stringContaining('<OffhookProvider'),
      });
    }
  });

  test('the nearest provider counts, and none of them closes its client', () => {
    const outer = fakeConnector({ id: 'outer' });
    const inner = fakeConnector({ id: 'inner' });
    const clients = [outer, inner].map((connector) => createOffhook({ connectors: [connector] }));
    const Which = (): ReactNode => useConnection().connector;
    const [first, second] = clients;
    if (first === undefined || second === undefined) throw new Error('There are two clients.');
    const { container, unmount } = render(
      <Mode>
        <OffhookProvider client={first}>
          <Which /> <OffhookProvider client={second}>{<Which />}</OffhookProvider>
        </OffhookProvider>
      </Mode>,
    );
    expect(container.textContent).toBe('outer inner');
    unmount();
    expect([outer.openLinks, inner.openLinks]).toEqual([1, 1]);
    for (const client of clients) client.close();
  });

  test('connection and agent can be those of a named connector', async () => {
    const one = fakeConnector({ id: 'one' });
    const two = fakeConnector({ id: 'two', status: 'offline' });
    const phone = createOffhook({ connectors: [one, two] });
    let controls: ReturnType<typeof useAgent> | undefined;
    function Desk({ connector }: { readonly connector: string | undefined }): ReactNode {
      const connection = useConnection(connector);
      controls = useAgent(connector);
      return `${connection?.connector} ${connection?.status} ${controls.agent.presence}`;
    }
    const show = (connector?: string): ReactNode => (
      <Mode>
        <OffhookProvider client={phone}>
          <Desk connector={connector} />
        </OffhookProvider>
      </Mode>
    );
    const { container, rerender } = render(show());
    expect(container.textContent).toBe('one ready unknown');
    rerender(show('two'));
    expect(container.textContent).toBe('two offline unknown');
    act(() => two.becomes('ready'));
    await act(async () => void (await controls?.setPresence('busy')));
    expect(container.textContent).toBe('two ready busy');
    expect(phone.agent.value.presence).toBe('unknown');
    expect([one.sent, two.sent.map(({ type }) => type)]).toEqual([[], ['agent.setPresence']]);
    rerender(show('nobody'));
    expect(container.textContent).toMatch(/^undefined undefined/);
    phone.close();
  });
});
