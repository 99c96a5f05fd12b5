import {
  createOffhook,
  type Call,
  type Offhook,
  type OffhookEvent,
  type OffhookOptions,
} from '@offhook/core';
import {
  countingIds,
  fakeFrameChannel,
  virtualClock,
  type FakeFrameChannel,
  type VirtualClock,
} from '@offhook/testing';
import type { RingCentralOptions } from '../options.js';
import { ringCentral } from '../ringcentral.js';
import { isRingCentralFrame } from '../wire.js';

/** A client with the connector, and the widget played by the test. */
export interface Widget {
  readonly phone: Offhook;
  readonly clock: VirtualClock;
  readonly channel: FakeFrameChannel<unknown>;
  readonly events: readonly OffhookEvent[];
  /** The widget says these, one after another. */
  say(...frames: readonly object[]): void;
  /** Signs in, and is ready. */
  signIn(): void;
  /** The call with this vendor id. */
  call(id: string): Call | undefined;
  /** The types of the events so far, of these beginnings; all without any. */
  told(...beginnings: readonly string[]): readonly string[];
  /** Forgets the events so far. */
  forget(): void;
}

export const signedIn = [
  {
    type: 'rc-login-status-notify',
    loggedIn: true,
    loginNumber: '+16505550000*101',
    features: { call: true, sms: true },
  },
  { type: 'rc-calling-settings-notify', callWith: 'browser', callingMode: 'webphone' },
  {
    type: 'rc-webphone-connection-status-notify',
    connectionStatus: 'connectionStatus-connecting',
    deviceId: null,
  },
  { type: 'rc-dialer-status-notify', ready: true },
  {
    type: 'rc-webphone-connection-status-notify',
    connectionStatus: 'connectionStatus-connected',
    deviceId: 'dev1',
  },
];

export function widget(
  options: RingCentralOptions = {},
  client: Partial<OffhookOptions> = {},
  start?: number,
): Widget {
  const clock = virtualClock(start);
  const channel = fakeFrameChannel({ accept: isRingCentralFrame });
  const phone = createOffhook({
    connectors: [ringCentral({ channel, ...options })],
    clock,
    ids: countingIds(),
    ...client,
  });
  const events: OffhookEvent[] = [];
  phone.events$.subscribe((event) => events.push(event));
  const say = (...frames: readonly object[]): void => frames.forEach((frame) => channel.receive(frame));
  return {
    phone,
    clock,
    channel,
    events,
    say,
    signIn: () => say(...signedIn),
    call: (id) => phone.calls.get(`ringcentral:${id}`).value,
    told: (...beginnings) =>
      events
        .map(({ type }) => type)
        .filter((type) => beginnings.length === 0 || beginnings.some((each) => type.startsWith(each))),
    forget: () => void events.splice(0),
  };
}

/** Lets everything run that only waits for promises. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}
