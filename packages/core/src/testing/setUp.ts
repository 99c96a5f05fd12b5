import {
  countingIds,
  fakeConnector,
  virtualClock,
  type FakeConnector,
  type FakeConnectorOptions,
  type VirtualClock,
} from '@offhook/testing';
import type { Offhook } from '../client.js';
import type { OffhookEvent } from '../model/event.js';
import { createOffhook, type OffhookOptions } from '../offhook.js';

/** A client on a virtual clock, with one line whose vendor is the test. */
export interface SetUp {
  readonly phone: Offhook;
  readonly line: FakeConnector;
  readonly clock: VirtualClock;
  /** Every event since the client was made. */
  readonly events: readonly OffhookEvent[];
  /** Their types. */
  types(): readonly string[];
}

export interface SetUpOptions extends Omit<Partial<OffhookOptions>, 'connectors' | 'clock' | 'ids'> {
  /** The one line, or what it is like. */
  readonly line?: FakeConnectorOptions;
  /** Further lines. */
  readonly others?: readonly FakeConnector[];
}

const open = new Set<Offhook>();

/** Makes a client; what the test leaves open is closed when it is over. */
export function setUp({ line: like, others = [], ...options }: SetUpOptions = {}): SetUp {
  const line = fakeConnector(like);
  const clock = virtualClock();
  const events: OffhookEvent[] = [];
  const phone = createOffhook({ ...options, connectors: [line, ...others], clock, ids: countingIds() });
  open.add(phone);
  phone.events$.subscribe((event) => events.push(event));
  return { phone, line, clock, events, types: () => events.map(({ type }) => type) };
}

afterEach(() => {
  for (const phone of open) phone.close();
  open.clear();
});
