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
import { connectMe } from '../connectMe.js';
import type { ConnectMeOptions } from '../options.js';
import { isConnectMeFrame } from '../wire.js';
import { signedIn } from './frames.js';

/** A client with the connector, and the widget played by the test. */
export interface Widget {
  readonly phone: Offhook;
  readonly clock: VirtualClock;
  readonly channel: FakeFrameChannel<unknown>;
  readonly events: readonly OffhookEvent[];
  /** The widget says these, one after another. */
  say(...frames: readonly unknown[]): void;
  /** Signs in, and is ready. */
  signIn(): void;
  /** The call that the widget's session of this number belongs to, or did last. */
  call(id: number | string): Call | undefined;
  /** All calls that live, in the order in which they began: state, and the sessions behind it. */
  calls(): readonly string[];
  /** All calls that are over: why, and the sessions behind it. The last one first. */
  recent(): readonly string[];
  /** The types of the events so far, of these beginnings; all without any. */
  told(...beginnings: readonly string[]): readonly string[];
}

const inShort = ({ state, endReason, vendorIds }: Call): string =>
  `${endReason ?? state} ${vendorIds.join('+')}`;

export function widget(
  options: Partial<ConnectMeOptions> = {},
  client: Partial<OffhookOptions> = {},
): Widget {
  const clock = virtualClock();
  const channel = fakeFrameChannel({ accept: isConnectMeFrame });
  const phone = createOffhook({
    connectors: [connectMe({ url: 'https://xyz.connect.example', channel, ...options })],
    clock,
    ids: countingIds(),
    ...client,
  });
  const events: OffhookEvent[] = [];
  phone.events$.subscribe((event) => events.push(event));
  const say = (...frames: readonly unknown[]): void => frames.forEach((frame) => channel.receive(frame));
  return {
    phone,
    clock,
    channel,
    events,
    say,
    signIn: () => say(...signedIn),
    call: (id) => phone.calls.get(`connect-me:${id}`).value,
    calls: () => phone.calls.all.value.map(inShort).reverse(),
    recent: () => phone.recentCalls.value.map(inShort),
    told: (...beginnings) =>
      events
        .map(({ type }) => type)
        .filter((type) => beginnings.length === 0 || beginnings.some((each) => type.startsWith(each))),
  };
}

/** Lets everything run that only waits for promises. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

/** How a command ends: by what, or the error's code and text. */
export async function outcomeOf(command: Promise<{ readonly by: string }>): Promise<string> {
  return command.then(
    ({ by }) => by,
    (error: unknown) => `${(error as { code: string }).code}: ${(error as Error).message}`,
  );
}
