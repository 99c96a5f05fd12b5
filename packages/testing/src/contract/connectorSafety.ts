import { hostileFrames, spoiltFrames } from '../hostile/hostileFrames.js';
import type { Behaviour } from './behaviour.js';
import type { ConnectorDriver, ConnectorEnvironment } from './connectorDriver.js';
import { inSession, type ConnectorSession } from './connectorSession.js';
import { demand, demandSame } from './demand.js';
import { settle } from './settle.js';
import { demandUnchanged, snapshot } from './snapshot.js';

/** Delivers hostile frames at a rate that a vendor may have, so that none is dropped for its number. */
async function feed(
  { environment }: ConnectorSession,
  frames: readonly { readonly kind: string; readonly frame: unknown }[],
  deliver: (frame: unknown) => void,
  after: (kind: string) => void,
): Promise<void> {
  let count = 0;
  for (const { kind, frame } of frames) {
    try {
      deliver(frame);
    } catch (error) {
      throw new Error(`${kind} threw: ${String(error)}`, { cause: error });
    }
    after(kind);
    count += 1;
    if (count % 100 === 0) {
      environment.clock.advance(1_100);
      await settle();
    }
  }
  await settle();
}

const unpolluted = (): void =>
  demandSame(({} as Record<string, unknown>)['polluted'], undefined, 'Object.prototype.polluted');

/** Trust no frame. */
export function connectorSafety(create: (environment: ConnectorEnvironment) => ConnectorDriver): Behaviour[] {
  return [
    {
      name: 'survives more than 60 kinds of malformed frame: none throws, none changes state',
      check: () =>
        inSession(create, async (session) => {
          const { phone, driver, getReady, begin, call } = session;
          await getReady();
          const active = await begin('active');
          const before = snapshot(phone);
          await feed(session, hostileFrames(driver.typeKey), driver.transport.deliver, (kind) =>
            demandUnchanged(phone, before, kind),
          );
          demandUnchanged(phone, before, 'a malformed frame, later,');
          unpolluted();
          demandSame(call(active)?.state, 'active', 'the state of the call');
          await begin('ringing');
        }),
    },
    ...(['ready', 'ringing', 'answered', 'ended'] as const).map((step): Behaviour => ({
      name: `survives its frames for ${step} spoilt in every place: none throws, and the next good frame counts`,
      check: () =>
        inSession(create, async (session) => {
          const { driver, getReady, begin, newCall } = session;
          await getReady();
          for (const frame of driver[step](newCall())) {
            await feed(session, spoiltFrames(frame), driver.transport.deliver, () => {});
          }
          unpolluted();
          await getReady();
          await begin('active');
        }),
    })),
    {
      name: 'refuses frames of strangers: they change no state, and are reported as rejected',
      check: () =>
        inSession(create, async (session) => {
          const { phone, driver, environment, getReady, begin, events } = session;
          const strangers = Object.entries(driver.transport.strangers ?? {});
          const malformed = hostileFrames(driver.typeKey);
          await getReady();
          const active = await begin('active');
          const script = [
            ...driver.ready(),
            ...driver.lost(),
            ...driver.ringing({ id: '999', number: '+1' }),
            ...driver.ended(active),
          ];
          const before = snapshot(phone);
          for (const [who, deliver] of strangers) {
            const told = events.length;
            await feed(
              session,
              [...script.map((frame) => ({ kind: who, frame })), ...malformed],
              deliver,
              (kind) => demandUnchanged(phone, before, `${kind} from ${who}`),
            );
            // What is dropped is reported at most once a second.
            environment.clock.advance(2_000);
            await settle();
            const reported = events.slice(told).some(({ type }) => type === 'protocol.rejected');
            demand(reported, `a frame from ${who} was not reported as protocol.rejected`);
          }
          demandUnchanged(phone, before, 'a stranger');
        }),
    },
    {
      name: 'gets ready by nobody but its vendor',
      check: () =>
        inSession(create, async ({ phone, driver, getReady, commands }) => {
          void phone.execute({ type: 'call.dial', to: '+12165325078' }).catch(() => {});
          for (const deliver of Object.values(driver.transport.strangers ?? {})) {
            for (const frame of driver.ready()) deliver(frame);
            await settle();
            demandSame(phone.connection.value.status, 'connecting', 'the status');
            demandSame(commands('call.dial'), 0, 'dial frames');
          }
          await getReady();
        }),
    },
    {
      name: 'posts to nobody but its vendor',
      check: () =>
        inSession(create, async ({ phone, driver, getReady, begin, call }) => {
          await getReady();
          const scripted = await begin('ringing');
          void phone.execute({ type: 'call.answer', callId: call(scripted)?.id ?? '' }).catch(() => {});
          void phone.execute({ type: 'call.dial', to: '+12165325078' }).catch(() => {});
          await settle();
          demand(driver.transport.sent.length > 0, 'nothing was posted');
          demand(
            driver.transport.discreet?.() ?? true,
            'a frame was posted to another target than the exact origin',
          );
        }),
    },
  ];
}
