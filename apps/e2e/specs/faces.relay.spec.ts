import { call, expectOver } from '../support/faces/calls.js';
import { expectBothWays, flowOf, type Kept } from '../support/faces/keepMedia.js';
import { expect, test } from '../support/faces/test.js';
import { turnProgram } from '../support/faces/turnServer.js';

// A call is made, looked at for some seconds, and ended; the machine does it all in software.
test.setTimeout(90_000);

test.use({ relay: true });

test.beforeEach(({ session: _session }, testInfo) => {
  testInfo.skip(turnProgram === undefined, 'coturn’s turnserver is not here; TURNSERVER_PATH may name it');
});

test('T-76, T-93: with relays alone allowed, all media go through coturn, by credentials of the server', async ({
  ann,
  meet,
  openPage,
}) => {
  const customer = await openPage();
  await customer.setAv({
    MediaTransport: { iceTransportPolicy: 'relay' },
    MediaCapture: { audio: { enabled: true }, video: { enabled: true } },
  });
  await meet(customer);
  await call(customer, ann);
  await expectBothWays([customer.page, ann.page]);
  for (const page of [customer.page, ann.page]) {
    const { candidates, used } = await flowOf(page);
    expect([candidates, used]).toEqual([['relay'], ['relay']]);
  }
  const [config] = await customer.page.evaluate(() => (Reflect.get(window, 'kept') as Kept).configs);
  // A name that holds until then, as coturn reads it.
  const until = Number(/^(\d+):/.exec(config?.iceServers?.[0]?.username ?? '')?.[1]);
  expect(until).toBeGreaterThan(Date.now() / 1_000);
  await customer.call('EndAvCall');
  await expectOver(customer, ann);
});

test('T-76: servers that the page names itself are the ones it uses', async ({
  ann,
  meet,
  openPage,
  turn,
}) => {
  const customer = await openPage();
  const own = { urls: turn?.url, username: 'nobody', credential: 'wrong' };
  await customer.setAv({
    MediaTransport: { iceServers: [own] },
    MediaCapture: { audio: { enabled: true }, video: { enabled: false } },
  });
  await meet(customer);
  // The relay knows nobody of that name: the two find each other without.
  await call(customer, ann);
  const told = await customer.page.evaluate(() =>
    (Reflect.get(window, 'kept') as Kept).configs.flatMap((config) => config?.iceServers ?? []),
  );
  expect(told.map((server) => ({ ...server, urls: [server.urls].flat() }))).toEqual([
    { ...own, urls: [turn?.url] },
  ]);
  await customer.call('EndAvCall');
  await expectOver(customer, ann);
});
