import type { Behaviour } from './behaviour.js';
import { createEnvironment, inSession, openSession } from './connectorSession.js';
import type { ConnectorDriver, ConnectorEnvironment } from './connectorDriver.js';
import { demand, demandSame } from './demand.js';
import { settle } from './settle.js';
import { demandUnchanged, snapshot } from './snapshot.js';

const rounds = 50;

/** Connecting, closing, and leaving nothing behind. */
export function connectorLifecycle(
  create: (environment: ConnectorEnvironment) => ConnectorDriver,
): Behaviour[] {
  return [
    {
      name: 'is connecting until the vendor is ready, and then ready',
      check: () =>
        inSession(create, async ({ phone, getReady, events }) => {
          demandSame(phone.connection.value.status, 'connecting', 'the status at first');
          await getReady();
          const told = events.filter(({ type }) => type === 'connection.changed');
          demand(told.length > 0, 'connection.changed was never told');
        }),
    },
    {
      name: 'gives back every listener and timer on close, and completes its streams',
      check: () =>
        inSession(create, async ({ phone, driver, environment, getReady, begin }) => {
          let completed = 0;
          const count = { complete: () => (completed += 1) };
          phone.connection.subscribe(count);
          phone.calls.ids.subscribe(count);
          phone.events$.subscribe(count);
          await getReady();
          await begin('active');
          phone.close();
          await settle();
          demandSame(driver.transport.held(), 0, 'listeners, sockets and frames held after close');
          demandSame(environment.clock.pending, 0, 'timers pending after close');
          demandSame(completed, 3, 'streams completed');
        }),
    },
    {
      name: 'hears nothing after close, and closing twice is harmless',
      check: () =>
        inSession(create, async ({ phone, driver, say, getReady, newCall }) => {
          await getReady();
          phone.close();
          const before = snapshot(phone);
          await say(driver.ringing(newCall()));
          demandUnchanged(phone, before, 'a frame after close');
          phone.close();
        }),
    },
    {
      name: 'gives everything back when it is closed before the vendor was ready',
      check: () =>
        inSession(create, async ({ phone, driver, environment }) => {
          phone.close();
          await settle();
          demandSame(driver.transport.held(), 0, 'listeners, sockets and frames held after close');
          demandSame(environment.clock.pending, 0, 'timers pending after close');
        }),
    },
    {
      name: `connects and closes ${rounds} times without a leak, and hears its vendor each time`,
      async check() {
        const environment = createEnvironment();
        for (let round = 1; round <= rounds; round += 1) {
          const session = openSession(create(environment), environment);
          const { phone, driver, events } = session;
          await session.getReady();
          const during = driver.transport.held();
          await session.begin('ringing');
          const rings = events.filter(({ type }) => type === 'call.ringing').length;
          phone.close();
          await settle();
          demandSame(rings, 1, `round ${round}: times that the ringing was told`);
          demandSame(driver.transport.held(), 0, `round ${round}: held after close (${during} before)`);
          demandSame(environment.clock.pending, 0, `round ${round}: timers pending after close`);
        }
      },
    },
    {
      name: 'settles a command that waits when it is closed',
      check: () =>
        inSession(create, async ({ phone }) => {
          let settled = false;
          const done = (): void => {
            settled = true;
          };
          void phone.execute({ type: 'call.dial', to: '+12165325078' }).then(done, done);
          await settle();
          phone.close();
          await settle();
          demand(settled, 'the command still waits');
        }),
    },
  ];
}
