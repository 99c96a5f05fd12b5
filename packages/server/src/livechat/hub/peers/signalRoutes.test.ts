import { SignalRoutes } from './signalRoutes.js';

const route = (sid: string) => ({ sid, to: 'seat' });

test('routes of a chat that is left are forgotten, those of others are not', () => {
  const routes = new SignalRoutes();
  routes.remember('one', route('a'));
  routes.remember('two', route('b'));
  routes.forget('a');
  expect([routes.of('one'), routes.of('two')]).toEqual([undefined, route('b')]);
  routes.clear();
  expect(routes.of('two')).toBeUndefined();
});

test('so many are remembered at most: the one that was said longest ago goes first', () => {
  const routes = new SignalRoutes();
  for (let index = 0; index < 32; index += 1) routes.remember(String(index), route('a'));
  routes.remember('0', route('b'));
  routes.remember('more', route('a'));
  expect([routes.of('0'), routes.of('1'), routes.of('more')]).toEqual([route('b'), undefined, route('a')]);
});

test('one that is larger than all that may be sent at once takes all of it, and passes', () => {
  const routes = new SignalRoutes();
  const rates = { frames: { perSecond: 10, burst: 10 }, bytes: { perSecond: 100, burst: 100 } };
  expect(routes.take(1_000, rates, 0)).toBe(0);
  expect(routes.take(50, rates, 0)).toBe(500);
  expect(routes.take(50, rates, 500)).toBe(0);
});
