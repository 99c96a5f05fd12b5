import { addressesFor } from '../page/addresses.js';
import { isXivoGuest, xivoGuest } from './xivoGuest.js';
import { xivoObserver } from './xivoObserver.js';
import { xivoPanesOptions } from './xivoPanesOptions.js';

const addresses = addressesFor({ port: '4200' }, 'a b');
const origin = 'http://localhost:4200';

test('a page with a call in its address is a guest, any other watches', () => {
  expect(isXivoGuest({ search: '?session=a&call=1724763376.29' })).toBe(true);
  expect(isXivoGuest({ search: '?session=a' })).toBe(false);
});

test('a guest answers to the agents’ desktop, and in a popup of a softphone’s page to that', () => {
  expect(xivoGuest(addresses, { search: '?call=1', origin })).toEqual({
    role: 'guest',
    service: 'http://localhost:4306/xivo',
    desktop: 'http://127.0.0.1:4304',
  });
  expect(xivoGuest(addresses, { search: '?from=page&call=1', origin }).desktop).toBe(origin);
  const inFrame = { search: '?from=page&call=1', origin: 'http://127.0.0.1:4200' };
  expect(xivoGuest(addresses, inFrame).desktop).toBe(origin);
});

test('whoever watches does so in the session', () => {
  expect(xivoObserver(addresses, 'a b')).toMatchObject({ role: 'observer', channel: { session: 'a b' } });
});

test('a softphone’s page asks in its session, and lets panes be of two origins', () => {
  expect(xivoPanesOptions(addresses, 'a b', { origin })).toEqual({
    service: 'http://localhost:4306/xivo?session=a%20b&from=page',
    origins: ['http://localhost:4200', 'http://127.0.0.1:4200', 'http://localhost:4306'],
    trusted: ['http://localhost:4200'],
  });
});
