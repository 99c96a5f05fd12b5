import { record } from '@rrweb/record';
import { FakeStream, FakeTrack } from '../../testing/fakeMedia.js';
import type { VirtualClock } from '../../testing/virtualClock.js';
import { createCobrowse } from '../createCobrowse.js';
import { createPasswordMemory } from '../privacy/passwordMemory.js';
import type { CobrState } from '../session/cobrState.js';
import type { CobrowseEnv } from '../session/cobrowseEnv.js';
import { fakePort, type FakePort } from './fakePort.js';
import { jsdomClock } from './jsdomClock.js';

/** A customer's page with the co-browse scripts, on a chat with an agent. */
export interface Customer extends FakePort {
  readonly clock: VirtualClock;
  readonly env: CobrowseEnv;
  /** Calls a function of the API object. */
  call(name: string, ...args: readonly unknown[]): void;
  states(): readonly CobrState[];
  /** What was told to the documented handlers, by name. */
  readonly display: Record<string, unknown>;
  readonly calls: readonly string[];
  readonly told: readonly (readonly unknown[])[];
  /** What the browser was asked for, and what it gives. */
  readonly asked: readonly DisplayMediaStreamOptions[];
  readonly screen: FakeStream;
  denied: string | undefined;
  /** The page is loaded anew: other script, same tab. */
  reload(): void;
  /** The tab is copied while its page is shown: other script, and the tab's memory as it is. */
  copy(): void;
}

export function customer(create: (config: RTCConfiguration) => RTCPeerConnection = noConnection): Customer {
  const clock = jsdomClock();
  const fake = fakePort(clock);
  const kept = new Map<string, string>();
  const asked: DisplayMediaStreamOptions[] = [];
  const told: (readonly unknown[])[] = [];
  const calls: string[] = [];
  const screen = new FakeStream([new FakeTrack('video', 'screen1')]);
  const env = (): CobrowseEnv => ({
    window,
    document,
    clock,
    recorder: () => record,
    configurations: () => undefined,
    async getDisplayMedia(options) {
      asked.push(options);
      if (made.denied !== undefined) throw new DOMException('no', made.denied);
      return screen.real;
    },
    createConnection: create,
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
    passwords: createPasswordMemory(document),
    lock: { held: false },
  });
  let current = env();
  const start = (): void =>
    createCobrowse(current, fake.port, (sid, kind, data) => told.push([sid, kind, data]));
  const made: Customer = Object.assign(fake, {
    clock,
    get env() {
      return current;
    },
    call(name: string, ...args: readonly unknown[]) {
      const member = fake.api[name];
      if (typeof member === 'function') Reflect.apply(member, fake.api, args);
    },
    states: () =>
      fake.emitted.flatMap(([slot, args]) => (slot === 'OnCobrChanged' ? [args[1] as CobrState] : [])),
    display: {
      OnConnected: (remote: unknown[], local: unknown[]) =>
        calls.push(`connected ${remote.length} ${local.length}`),
      OnDisconnected: () => calls.push('disconnected'),
    },
    calls,
    told,
    asked,
    screen,
    denied: undefined as string | undefined,
    reload() {
      window.dispatchEvent(new Event('pagehide'));
      made.copy();
    },
    copy() {
      current = env();
      start();
    },
  });
  start();
  return made;
}

function noConnection(): never {
  throw new Error('no connection is expected');
}
