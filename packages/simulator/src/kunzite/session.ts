import type { Cancel, Clock } from '../clock.js';
import { noFaults, type Faults } from '../faults.js';
import type { FrameLog } from '../frame-log.js';
import { createIds, type Ids } from '../ids.js';
import { createPainter } from '../painter.js';
import type { Random } from '../random.js';
import { createTimerGroup, type TimerGroup } from '../timer-group.js';
import type { KunziteCall } from './call.js';
import { createContactsLog } from './contacts-log.js';
import type { Tab } from './tab.js';

/** A call that is over, as the softphone remembers it. */
export interface RecentCall {
  readonly id: string;
  readonly direction: KunziteCall['direction'];
  readonly number: string;
  readonly name?: string;
  readonly at: number;
  readonly answered: boolean;
}

export interface SavedContact {
  readonly id: string;
  readonly name: string;
  readonly phones: readonly string[];
}

/** What the vendor keeps of a user between reloads. */
export interface VendorState {
  signedIn: boolean;
  sip: 'registered' | 'lost';
  recent: readonly RecentCall[];
}

/** One simulated user; every softphone opened with the same session name shows the same one. */
export interface KunziteSession {
  readonly name: string;
  readonly origin: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly ids: Ids;
  /** Timers of the vendor's side; a reset cancels them. */
  readonly timers: TimerGroup;
  readonly log: FrameLog;
  /** Open softphones in the order of opening. */
  readonly tabs: Tab[];
  readonly calls: Map<string, KunziteCall>;
  /** Contacts from files, by id: they outlive reloads and resets. */
  readonly saved: Map<string, SavedContact>;
  state: VendorState;
  faults: Faults;
  endFaults: Cancel | undefined;
  /** Ends the wait after which calls without a softphone are over. */
  endAbandoned: Cancel | undefined;
  backBefore: number;
  touch(): void;
  readonly watchers: Set<() => void>;
}

export const freshState = (): VendorState => ({ signedIn: true, sip: 'registered', recent: [] });

export function createSession(options: {
  name: string;
  origin: string;
  clock: Clock;
  random: Random;
  paint: (session: KunziteSession) => void;
}): KunziteSession {
  const { name, origin, clock, random, paint } = options;
  const watchers = new Set<() => void>();
  const touch = createPainter(clock, () => paint(session), watchers);
  const plain = createTimerGroup(clock);
  const session: KunziteSession = {
    name,
    origin,
    clock,
    random,
    ids: createIds(random),
    timers: { ...plain, after: (ms, task) => plain.after(ms, () => (task(), touch())) },
    log: createContactsLog(touch),
    tabs: [],
    calls: new Map(),
    saved: new Map(),
    state: freshState(),
    faults: noFaults,
    endFaults: undefined,
    endAbandoned: undefined,
    backBefore: 0,
    touch,
    watchers,
  };
  return session;
}

export const liveCalls = (session: KunziteSession): KunziteCall[] => [...session.calls.values()];
