import type { Behaviour } from './behaviour.js';
import type { ConnectorDriver, ConnectorEnvironment } from './connectorDriver.js';
import { inSession } from './connectorSession.js';
import { demand, demandSame } from './demand.js';
import { settle } from './settle.js';
import { demandConsistent } from './snapshot.js';
import { withUnhandled } from './withUnhandled.js';

/** One frame, one commit, one sequence number; and nobody ever sees half of one. */
export function connectorCommits(
  create: (environment: ConnectorEnvironment) => ConnectorDriver,
): Behaviour[] {
  return [
    {
      name: 'makes at most one commit of a frame, with one sequence number, and numbers them upwards',
      check: () =>
        inSession(create, async ({ driver, events, newCall }) => {
          const call = newCall();
          const script = [driver.ready(), driver.ringing(call), driver.answered(call), driver.ended(call)];
          let last = 0;
          for (const frame of script.flat()) {
            const before = events.length;
            driver.transport.deliver(frame);
            const numbers = new Set(events.slice(before).map(({ seq }) => seq));
            demand(numbers.size <= 1, `one frame made ${numbers.size} commits: ${[...numbers].join(', ')}`);
            await settle();
            for (const { seq } of events.slice(before)) {
              demand(seq >= last, `sequence number ${seq} came after ${last}`);
              last = seq;
            }
          }
          demand(last > 0, 'no event was told');
        }),
    },
    {
      name: 'lets every callback see the values of one commit only',
      check: () =>
        inSession(create, async ({ phone, driver, say, getReady, begin }) => {
          let looked = 0;
          const failures: unknown[] = [];
          const look = (): void => {
            looked += 1;
            try {
              demandConsistent(phone);
            } catch (error) {
              failures.push(error);
            }
          };
          const { calls, focus, incomingCalls, recentCalls } = phone;
          for (const current of [calls.ids, calls.all, focus, incomingCalls, recentCalls])
            current.listen(look);
          calls.ids.listen(([id]) => id !== undefined && calls.get(id).listen(look));
          phone.events$.subscribe(look);
          await getReady();
          const first = await begin('active');
          const second = await begin('ringing');
          await say(driver.ended(second));
          await say(driver.ended(first));
          if (failures.length > 0) throw failures[0];
          demand(looked > 0, 'no callback was called');
        }),
    },
    {
      name: 'serves everybody else when a subscriber throws',
      check: () =>
        withUnhandled(async (errors) =>
          inSession(create, async ({ phone, driver, say, until, getReady, begin, call }) => {
            const throwing = (): never => {
              throw new Error('a subscriber of the app throws');
            };
            phone.calls.ids.listen(throwing);
            phone.focus.subscribe({ next: (value) => value !== undefined && throwing() });
            phone.events$.subscribe(throwing);
            const seen: string[] = [];
            phone.events$.subscribe(({ type }) => seen.push(type));
            await getReady();
            const scripted = await begin('active');
            await say(driver.ended(scripted));
            await until(() => call(scripted)?.state === 'ended', 'the call has ended');
            for (const type of ['call.ringing', 'call.active', 'call.ended']) {
              demandSame(seen.filter((each) => each === type).length, 1, `times that ${type} was told`);
            }
            await new Promise<void>((resolve) => setTimeout(resolve));
            demand(errors.length > 0, "the subscriber's error was swallowed");
          }),
        ),
    },
  ];
}
