import type { ReactNode } from 'react';
import { act, render } from '@testing-library/react';
import { createOffhook, type EventType, type Offhook } from '@offhook/core';
import { fakeConnector } from '@offhook/testing';
import { OffhookProvider, useOffhookEvent } from './index.js';
import { modes } from './testing/modes.js';

/** A client that counts the subscriptions made through `on`, and the ones that are open. */
function counted(client: Offhook): {
  readonly client: Offhook;
  readonly count: { made: number; open: number };
} {
  const count = { made: 0, open: 0 };
  const on: Offhook['on'] = (type, handler) => {
    count.made += 1;
    count.open += 1;
    const leave = client.on(type, handler);
    return () => {
      count.open -= 1;
      leave();
    };
  };
  return { client: { ...client, on }, count };
}

describe.each(modes)('%s', (_name, Mode) => {
  function Handler({
    type,
    tell,
  }: {
    readonly type: EventType;
    readonly tell: (text: string) => void;
  }): ReactNode {
    useOffhookEvent(type, (event) => tell(event.type));
    return null;
  }

  test('a new handler in each rendering makes no new subscription; another type does', () => {
    const line = fakeConnector();
    const { client, count } = counted(createOffhook({ connectors: [line] }));
    const told: string[] = [];
    const show = (type: EventType, as: string): ReactNode => (
      <Mode>
        <OffhookProvider client={client}>
          <Handler type={type} tell={(text) => told.push(`${as}: ${text}`)} />
        </OffhookProvider>
      </Mode>
    );
    const { rerender, unmount } = render(show('call.ringing', 'first'));
    const { made } = count;
    expect(count.open).toBe(1);
    rerender(show('call.ringing', 'second'));
    rerender(show('call.ringing', 'third'));
    expect(count).toEqual({ made, open: 1 });
    act(() => void line.ring());
    rerender(show('call.ended', 'fourth'));
    expect(count).toEqual({ made: made + 1, open: 1 });
    act(() => line.ring().end());
    expect(told).toEqual(['third: call.ringing', 'fourth: call.ended']);
    unmount();
    expect(count.open).toBe(0);
    client.close();
  });

  test('a handler reads the props of the last rendering, and its event is typed', () => {
    const line = fakeConnector();
    const phone = createOffhook({ connectors: [line] });
    const told: (string | undefined)[] = [];
    function Greeting({ word }: { readonly word: string }): ReactNode {
      useOffhookEvent('call.ringing', ({ call }) => told.push(`${word} ${call.remote.name}`));
      return null;
    }
    const show = (word: string): ReactNode => (
      <Mode>
        <OffhookProvider client={phone}>
          <Greeting word={word} />
        </OffhookProvider>
      </Mode>
    );
    const { rerender } = render(show('Hello'));
    rerender(show('Good evening'));
    act(() => void line.ring({ name: 'Ann' }));
    expect(told).toEqual(['Good evening Ann']);
    phone.close();
  });
});
