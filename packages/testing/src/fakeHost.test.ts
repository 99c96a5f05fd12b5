import { frameChannel } from '@offhook/core';
import { fakeHost, fakeWindow } from './fakeHost.js';

const origin = 'https://vendor.example';
const isString = (data: unknown): data is string => typeof data === 'string';

test('the real frame channel hears its vendor through it, and nobody else', () => {
  const host = fakeHost();
  const vendor = fakeWindow();
  const heard: string[] = [];
  const channel = frameChannel({ origin, source: () => vendor, accept: isString, host });
  channel.listen((frame) => heard.push(frame));
  host.dispatch('from the vendor', { origin, source: vendor });
  host.dispatch('from elsewhere', { origin: 'https://evil.example', source: vendor });
  host.dispatch('from another window', { origin, source: fakeWindow() });
  host.dispatch('from no window', { origin, source: null });
  channel.close();
  host.dispatch('too late', { origin, source: vendor });
  expect(heard).toEqual(['from the vendor']);
});

test('listeners are counted, whatever they listen to', () => {
  const host = fakeHost();
  const listener = (): void => {};
  const object = { handleEvent: jest.fn() };
  host.addEventListener('message', listener);
  host.addEventListener('message', listener);
  host.addEventListener('online', listener);
  host.addEventListener('message', object);
  expect(host.listeners).toBe(3);
  host.dispatch('x', { origin, source: null });
  expect(object.handleEvent).toHaveBeenCalledTimes(1);
  host.removeEventListener('message', listener);
  host.removeEventListener('message', object);
  host.removeEventListener('online', listener);
  expect(host.listeners).toBe(0);
});

test('a fake window keeps what is posted to it, and to which origin', () => {
  const vendor = fakeWindow();
  vendor.postMessage('a', origin);
  vendor.postMessage('b', { targetOrigin: 'https://other.example' });
  vendor.postMessage('c');
  expect(vendor.posted).toEqual([
    { message: 'a', targetOrigin: origin },
    { message: 'b', targetOrigin: 'https://other.example' },
    { message: 'c', targetOrigin: '/' },
  ]);
});
