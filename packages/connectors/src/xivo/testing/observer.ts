import { createOffhook, type Call, type Offhook, type OffhookEvent } from '@offhook/core';
import { countingIds, virtualClock, type VirtualClock } from '@offhook/testing';
import type { XivoObserverOptions } from '../options.js';
import { xivo } from '../xivo.js';
import { fakeStream, type FakeStream } from './fakeStream.js';
import { id } from './frames.js';
import { settle } from './settle.js';

/** A client that observes, and the service played by the test. */
export interface Observer {
  readonly phone: Offhook;
  readonly clock: VirtualClock;
  readonly stream: FakeStream;
  readonly events: readonly OffhookEvent[];
  readonly traced: readonly unknown[];
  /** The service is there and says these. */
  say(...frames: readonly unknown[]): Promise<void>;
  /** Time passes, and all has its effect. */
  pass(ms: number): Promise<void>;
  call(vendorId?: string): Call | undefined;
  /** The types of the events so far, of this beginning. */
  told(beginning: string): readonly string[];
  /** The status, and why. */
  status(): string;
}

export async function observer(options: Partial<XivoObserverOptions> = {}): Promise<Observer> {
  const clock = virtualClock();
  const stream = fakeStream();
  const traced: unknown[] = [];
  const phone = createOffhook({
    connectors: [
      xivo({ service: 'https://crm.example/xivo', fetch: stream.fetch, ...options, role: 'observer' }),
    ],
    clock,
    ids: countingIds(),
    trace: (...said) => traced.push(...said),
  });
  const events: OffhookEvent[] = [];
  phone.events$.subscribe((event) => events.push(event));
  await settle();
  return {
    phone,
    clock,
    stream,
    events,
    traced,
    async say(...frames) {
      stream.up();
      await settle();
      stream.say(...frames);
      await settle();
    },
    async pass(ms) {
      clock.advance(ms);
      await settle();
    },
    call: (vendorId = id) => phone.calls.get(`xivo:${vendorId}`).value,
    told: (beginning) => events.map(({ type }) => type).filter((type) => type.startsWith(beginning)),
    status: () => `${phone.connection.value.status}: ${phone.connection.value.reason ?? ''}`,
  };
}
