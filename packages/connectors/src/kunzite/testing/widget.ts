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
import { kunzite } from '../kunzite.js';
import type { KunziteOptions } from '../options.js';
import { isKunziteFrame, type WireContact } from '../wire.js';
import { id } from './frames.js';

/** A client with the connector, and the widget played by the test. */
export interface Widget {
  readonly phone: Offhook;
  readonly clock: VirtualClock;
  readonly channel: FakeFrameChannel<unknown>;
  readonly events: readonly OffhookEvent[];
  /** What the app's trace was told. */
  readonly traced: readonly (readonly unknown[])[];
  /** The widget says these, one after another. */
  say(...frames: readonly object[]): void;
  /** The call with this vendor id; that of the frames unless given. */
  call(vendorId?: string): Call | undefined;
  /** The types of the events so far, of this beginning. */
  told(beginning: string): readonly string[];
  /** The contacts that were sent, message by message. */
  pushed(): readonly (readonly WireContact[])[];
}

export function widget(options: Partial<KunziteOptions> = {}, client: Partial<OffhookOptions> = {}): Widget {
  const clock = virtualClock();
  const channel = fakeFrameChannel({ accept: isKunziteFrame });
  const traced: unknown[][] = [];
  const phone = createOffhook({
    connectors: [kunzite({ url: 'https://phone.example/softphone', channel, ...options })],
    clock,
    ids: countingIds(),
    trace: (...said) => traced.push(said),
    ...client,
  });
  const events: OffhookEvent[] = [];
  phone.events$.subscribe((event) => events.push(event));
  return {
    phone,
    clock,
    channel,
    events,
    traced,
    say: (...frames) => frames.forEach((frame) => channel.receive(frame)),
    call: (vendorId = id) => phone.calls.get(`kunzite:${vendorId}`).value,
    told: (beginning) => events.map(({ type }) => type).filter((type) => type.startsWith(beginning)),
    pushed: () =>
      (channel.sent as readonly { type: string; data: { contacts: readonly WireContact[] } }[])
        .filter(({ type }) => type === 'contacts')
        .map(({ data }) => data.contacts),
  };
}

/** Lets everything run that waits for promises, and for tasks of their own. */
export async function settle({ clock }: Pick<Widget, 'clock'>): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) {
    await Promise.resolve();
    clock.advance(0);
  }
}
