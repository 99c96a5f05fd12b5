import { createOffhook, type EventOf } from '@offhook/core';
import { fakeConnector, watchedClient } from '@offhook/testing';
import { connection, onOffhookEvent } from './index.js';
import { showStore } from './testing/showStore.js';

test('a handler hears its type of event, with its own fields, from the time its component is mounted until it goes', () => {
  const line = fakeConnector();
  const { client, observed } = watchedClient(createOffhook({ connectors: [line] }));
  const told: (string | undefined)[] = [];
  const greet = ({ call }: EventOf<'call.ringing'>): unknown => told.push(call.remote.name);
  line.ring({ name: 'Ann' });
  const { unmount } = showStore(client, () => {
    onOffhookEvent('call.ringing', greet);
    expect(observed()).toEqual([]);
    return connection();
  });
  line.ring({ name: 'Ben' }).answer();
  expect(told).toEqual(['Ben']);
  unmount();
  line.ring({ name: 'Cleo' });
  expect(told).toEqual(['Ben']);
  expect(observed()).toEqual([]);
  client.close();
});
