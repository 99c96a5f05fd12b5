import type { Clock } from '../clock.js';
import type { Cancel } from '../clock.js';
import { noFaults, type Faults } from '../faults.js';
import { createFrameLog, type FrameLog } from '../frame-log.js';
import { createPainter } from '../painter.js';
import type { Random } from '../random.js';
import { createTimerGroup, type TimerGroup } from '../timer-group.js';
import type { CallRecord } from './call-record.js';
import { seedCallRecords } from './call-record.js';
import type { SimCall, TelephonyStatus } from './call.js';
import { createIds, type Ids } from '../ids.js';
import { seedMessages, type MessageRecord } from './message-record.js';
import type { Tab } from './tab.js';

export type CallWith = 'browser' | 'softphone' | 'ringout' | 'jupiter';

export interface CallingSettings {
  callWith: CallWith;
  myLocation?: string;
  ringoutPrompt?: boolean;
  fromNumber?: string;
}

/** What the vendor keeps of a user between reloads: everything that isn't one widget's own. */
export interface VendorState {
  signedIn: boolean;
  /** True after a log-in by hand, false when an earlier one was restored. */
  freshLogin: boolean;
  sip: 'registered' | 'lost';
  userStatus: string;
  dndStatus: string;
  calling: CallingSettings;
  autoLog: { call: boolean; message: boolean };
  autoLogTouched: boolean;
  toldTelephonyStatus: TelephonyStatus;
  records: CallRecord[];
  messages: MessageRecord[];
}

/** One simulated user; every widget opened with the same session name shows the same one. */
export interface RingCentralSession {
  readonly name: string;
  readonly origin: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly ids: Ids;
  /** Timers of the vendor's side; a reset cancels them. */
  readonly timers: TimerGroup;
  readonly log: FrameLog;
  /** Open widgets in the order of opening. */
  readonly tabs: Tab[];
  readonly calls: Map<string, SimCall>;
  state: VendorState;
  faults: Faults;
  endFaults: Cancel | undefined;
  /** Ends the wait after which calls without a widget are over. */
  endAbandoned: Cancel | undefined;
  /** A widget was told to reload and should be back before this time. */
  backBefore: number;
  /** The pages show a new state soon. */
  touch(): void;
  /** Somebody who watches: the board. */
  readonly watchers: Set<() => void>;
}

export function freshState(now: number): VendorState {
  return {
    signedIn: true,
    freshLogin: false,
    sip: 'registered',
    userStatus: 'Available',
    dndStatus: 'TakeAllCalls',
    calling: { callWith: 'browser' },
    autoLog: { call: true, message: false },
    autoLogTouched: false,
    toldTelephonyStatus: 'NoCall',
    records: seedCallRecords(now),
    messages: seedMessages(now),
  };
}

export function createSession(options: {
  name: string;
  origin: string;
  clock: Clock;
  random: Random;
  paint: (session: RingCentralSession) => void;
}): RingCentralSession {
  const { name, origin, clock, random, paint } = options;
  const watchers = new Set<() => void>();
  const touch = createPainter(clock, () => paint(session), watchers);

  const plain = createTimerGroup(clock);
  const session: RingCentralSession = {
    name,
    origin,
    clock,
    random,
    ids: createIds(random),
    timers: { ...plain, after: (ms, task) => plain.after(ms, () => (task(), touch())) },
    log: createFrameLog(5000, touch),
    tabs: [],
    calls: new Map(),
    state: freshState(clock.now()),
    faults: noFaults,
    endFaults: undefined,
    endAbandoned: undefined,
    backBefore: 0,
    touch,
    watchers,
  };
  return session;
}

/** The tab last focused: the only one that asks the host for matches and logs. */
export function activeTab(session: RingCentralSession): Tab | undefined {
  let active: Tab | undefined;
  for (const tab of session.tabs) if (!active || tab.focusedAt >= active.focusedAt) active = tab;
  return active;
}

export const liveCalls = (session: RingCentralSession): SimCall[] => [...session.calls.values()];
