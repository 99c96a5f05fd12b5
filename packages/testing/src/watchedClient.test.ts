import { createOffhook } from '@offhook/core';
import { fakeConnector } from './fakeConnector.js';
import { watchedClient } from './watchedClient.js';

test('it says what is observed, and by how many handlers, until they leave', () => {
  const line = fakeConnector();
  const { client, observed } = watchedClient(createOffhook({ connectors: [line] }));
  const call = line.ring();
  const muted: boolean[] = [];
  const told: string[] = [];
  expect(observed()).toEqual([]);
  const leave = [
    client.calls.get(call.id).listen((now) => muted.push(now?.muted ?? false)),
    client.on('call.muted', ({ type }) => told.push(type)),
  ];
  const subscriptions = [client.focus.subscribe(), client.events$.subscribe(({ type }) => told.push(type))];
  expect(observed()).toEqual([`calls.get(${call.id})`, 'focus', 'events', 'events']);
  call.answer();
  call.mute();
  expect(muted).toEqual([false, true]);
  expect(told).toEqual(['call.active', 'call.muted', 'call.muted']);
  for (const each of [...leave, ...leave]) each();
  for (const each of subscriptions) each.unsubscribe();
  expect(observed()).toEqual([]);
  client.close();
});
