import { createOffhook, type Call, type Offhook, type OffhookEvent } from '@offhook/core';
import { countingIds } from '../countingIds.js';
import { fakeHost, fakeWindow } from '../fakeHost.js';
import { virtualClock } from '../virtualClock.js';
import type { ConnectorDriver, ConnectorEnvironment, ScriptedCall } from './connectorDriver.js';
import { demand } from './demand.js';
import { settle } from './settle.js';

/** One client with the connector under test, and the vendor played by the contract. */
export interface ConnectorSession {
  readonly environment: ConnectorEnvironment;
  readonly driver: ConnectorDriver;
  readonly phone: Offhook;
  /** Every event so far. */
  readonly events: readonly OffhookEvent[];
  /** Delivers frames one after another, and lets them take effect. */
  say(frames: readonly unknown[]): Promise<void>;
  /** Makes the vendor ready, and waits for it. */
  getReady(): Promise<void>;
  /** A new call in the script. */
  newCall(): ScriptedCall;
  /** A new call that rings, or has been answered. */
  begin(state: 'ringing' | 'active'): Promise<ScriptedCall>;
  call(scripted: ScriptedCall): Call | undefined;
  /** How many frames of this command the vendor got. */
  commands(type: 'call.dial' | 'call.answer'): number;
  /** Waits until it is so, for as long as connectors may take. */
  until(truth: () => boolean, what: string): Promise<void>;
}

/** Longer than any silence that a connector waits for before it believes one of its streams. */
const patienceMs = 6_000;

export function createEnvironment(): ConnectorEnvironment {
  return { clock: virtualClock(), ids: countingIds(), host: fakeHost(), vendor: fakeWindow() };
}

export function openSession(driver: ConnectorDriver, environment: ConnectorEnvironment): ConnectorSession {
  const { clock, ids } = environment;
  const phone = createOffhook({ connectors: [driver.connector], clock, ids });
  const events: OffhookEvent[] = [];
  phone.events$.subscribe((event) => events.push(event));
  let calls = 0;

  async function say(frames: readonly unknown[]): Promise<void> {
    for (const frame of frames) driver.transport.deliver(frame);
    await settle();
  }

  async function until(truth: () => boolean, what: string): Promise<void> {
    await settle();
    for (let waited = 0; !truth() && waited < patienceMs; waited += 100) {
      clock.advance(100);
      await settle();
    }
    demand(truth(), `${what}: waited ${patienceMs} ms in vain`);
  }

  const call = (scripted: ScriptedCall): Call | undefined =>
    phone.calls.get(`${driver.connector.id}:${scripted.id}`).value;

  function newCall(): ScriptedCall {
    calls += 1;
    return { id: String(700_000 + calls), number: `+1216532${String(5_000 + calls)}` };
  }

  return {
    environment,
    driver,
    phone,
    events,
    say,
    until,
    call,
    newCall,
    async getReady() {
      await say(driver.ready());
      await until(() => phone.connection.value.status === 'ready', 'the connection is ready');
    },
    async begin(state) {
      const scripted = newCall();
      await say(driver.ringing(scripted));
      await until(() => call(scripted)?.state === 'ringing', 'the call rings');
      if (state === 'active') {
        await say(driver.answered(scripted));
        await until(() => call(scripted)?.state === 'active', 'the call is active');
      }
      return scripted;
    },
    commands: (type) => driver.transport.sent.filter((frame) => driver.isCommand(frame, type)).length,
  };
}

/** Runs one check in a session of its own, and closes it whatever happens. */
export async function inSession(
  create: (environment: ConnectorEnvironment) => ConnectorDriver,
  check: (session: ConnectorSession) => Promise<void>,
): Promise<void> {
  const environment = createEnvironment();
  const session = openSession(create(environment), environment);
  try {
    await check(session);
  } finally {
    session.phone.close();
  }
}
