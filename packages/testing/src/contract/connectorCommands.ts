import { isOffhookError, type Command, type CommandType, type Offhook } from '@offhook/core';
import { everyCommand } from '../everyCommand.js';
import type { Behaviour } from './behaviour.js';
import type { ConnectorDriver, ConnectorEnvironment } from './connectorDriver.js';
import { inSession } from './connectorSession.js';
import { demand, demandSame } from './demand.js';
import { settle } from './settle.js';

const to = '+12165325078';

/** Longer than any command may wait, by the client's defaults. */
const wellAfterMs = 60_000;

/** How a command ends: `done`, an error's code, or still open. */
function follow(phone: Offhook, command: Command): () => string {
  let outcome = 'open';
  phone.execute(command).then(
    () => {
      outcome = 'done';
    },
    (error: unknown) => {
      outcome = isOffhookError(error) ? error.code : `no OffhookError: ${String(error)}`;
    },
  );
  return () => outcome;
}

/** Commands reach the vendor once, when they may, and never from a queue after a reconnect. */
export function connectorCommands(
  create: (environment: ConnectorEnvironment) => ConnectorDriver,
): Behaviour[] {
  return [
    {
      name: 'lets a command given early wait, and gives it once when the vendor is ready',
      check: () =>
        inSession(create, async ({ phone, driver, say, getReady, commands }) => {
          const outcome = follow(phone, { type: 'call.dial', to });
          await settle();
          demandSame(outcome(), 'open', 'the early command');
          demandSame(commands('call.dial'), 0, 'dial frames before the vendor is ready');
          await getReady();
          demandSame(commands('call.dial'), 1, 'dial frames when the vendor is ready');
          await say(driver.ready());
          demandSame(commands('call.dial'), 1, 'dial frames when the vendor says ready again');
        }),
    },
    {
      name: 'gives up on an early command when the vendor never gets ready, and does not give it later',
      check: () =>
        inSession(create, async ({ phone, environment, getReady, commands }) => {
          const outcome = follow(phone, { type: 'call.dial', to });
          await settle();
          environment.clock.advance(wellAfterMs);
          await settle();
          demand(!['open', 'done'].includes(outcome()), `the early command is ${outcome()}`);
          demand(!outcome().startsWith('no '), outcome());
          await getReady();
          demandSame(commands('call.dial'), 0, 'dial frames for a command that was given up');
        }),
    },
    {
      name: 'does not dial again after a reconnect',
      check: () =>
        inSession(create, async ({ phone, driver, say, environment, getReady, commands }) => {
          await getReady();
          const outcome = follow(phone, { type: 'call.dial', to });
          await settle();
          demandSame(commands('call.dial'), 1, 'dial frames');
          await say(driver.lost());
          await getReady();
          environment.clock.advance(wellAfterMs);
          await settle();
          demandSame(commands('call.dial'), 1, 'dial frames after a reconnect');
          demand(outcome() !== 'open', 'the command is still open');
        }),
    },
    {
      name: 'does not answer again after a reconnect',
      check: () =>
        inSession(create, async ({ phone, driver, say, environment, getReady, begin, call, commands }) => {
          // Where people answer in the widget there is nothing to send at all.
          const once = driver.connector.commands['call.answer'] === true ? 1 : 0;
          await getReady();
          const scripted = await begin('ringing');
          const outcome = follow(phone, { type: 'call.answer', callId: call(scripted)?.id ?? '' });
          await settle();
          demandSame(commands('call.answer'), once, 'answer frames');
          await say(driver.lost());
          await getReady();
          await say(driver.ringing(scripted));
          environment.clock.advance(wellAfterMs);
          await settle();
          demandSame(commands('call.answer'), once, 'answer frames after a reconnect');
          demand(outcome() !== 'open', 'the command is still open');
        }),
    },
    {
      name: 'refuses to dial while the vendor is lost, and does not dial later',
      check: () =>
        inSession(create, async ({ phone, driver, say, until, getReady, commands }) => {
          await getReady();
          await say(driver.lost());
          await until(() => phone.connection.value.status !== 'ready', 'the connection is lost');
          demandSame(phone.can('call.dial').allowed, false, 'can dial');
          const outcome = follow(phone, { type: 'call.dial', to });
          await settle();
          demand(!['open', 'done'].includes(outcome()), `a dial while the vendor is lost is ${outcome()}`);
          await getReady();
          demandSame(commands('call.dial'), 0, 'dial frames for a command that was refused');
        }),
    },
    {
      name: 'says of each command that it does not know that it is not supported, and gives none',
      check: () =>
        inSession(create, async ({ phone, driver, getReady }) => {
          await getReady();
          for (const type of Object.keys(everyCommand) as CommandType[]) {
            if (driver.connector.commands[type] === true) continue;
            const can = phone.can(type);
            demandSame(can.allowed, false, `can ${type}`);
          }
          for (const [type, can] of Object.entries(driver.connector.commands)) {
            demand(can === true || can.length > 0, `${type} is refused without a reason`);
          }
        }),
    },
    {
      name: 'hands the vendor no number that is none',
      check: () =>
        inSession(create, async ({ phone, getReady, commands }) => {
          await getReady();
          for (const bad of ['', '   ', 'a\u0000b', 'x'.repeat(10_000)]) {
            const outcome = follow(phone, { type: 'call.dial', to: bad });
            await settle();
            demandSame(outcome(), 'invalid-argument', `dialling ${JSON.stringify(bad.slice(0, 20))}`);
          }
          demandSame(commands('call.dial'), 0, 'dial frames');
        }),
    },
  ];
}
