import { effectScope } from 'vue';
import { createOffhook } from '@offhook/core';
import { fakeConnector, watchedClient } from '@offhook/testing';
import { useOffhookEvent } from './index.js';
import { inApp } from './testing/inApp.js';

test('a handler is told from setup on, and its event is typed', () => {
  const line = fakeConnector();
  const phone = createOffhook({ connectors: [line] });
  const told: (string | undefined)[] = [];
  const { unmount } = inApp(phone, () =>
    useOffhookEvent('call.ringing', ({ call }) => told.push(call.remote.name)),
  );
  line.ring({ name: 'Ann' });
  unmount();
  line.ring({ name: 'Ben' });
  expect(told).toEqual(['Ann']);
  phone.close();
});

test('a handler ends with its effect scope, where that ends before the component', () => {
  const line = fakeConnector();
  const { client, observed } = watchedClient(createOffhook({ connectors: [line] }));
  const { result: scope, unmount } = inApp(client, () => {
    const scope = effectScope();
    scope.run(() => useOffhookEvent('call.ringing', () => {}));
    return scope;
  });
  expect(observed()).toEqual(['events']);
  scope.stop();
  expect(observed()).toEqual([]);
  unmount();
  client.close();
});
