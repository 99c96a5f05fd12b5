import type { Cancel, Clock } from '../clock.js';
import { noFaults, type Faults } from '../faults.js';
import { createFrameLog, type FrameLog } from '../frame-log.js';
import { createPainter } from '../painter.js';
import type { Random } from '../random.js';
import { createTimerGroup, type TimerGroup } from '../timer-group.js';
import type { SimCall } from './call.js';
import type { Conversation } from './conversation.js';
import type { Tab } from './tab.js';

export interface CallRecord {
  readonly key: string;
  readonly direction: 'inbound' | 'outbound';
  readonly number: string;
  readonly name?: string;
  readonly answered: boolean;
  readonly at: number;
}

/** What the vendor keeps of a user between reloads. */
export interface VendorState {
  /** The user's name while somebody is signed in. */
  user: string | undefined;
  /** A log-in is on its way to the vendor. */
  signingIn: Cancel | undefined;
  /** Counts log-ins, so that each widget knows of which it has told. */
  logins: number;
  sip: 'off' | 'starting' | 'registered' | 'lost';
  /** Counts registrations of the SIP user agent. */
  registrations: number;
  /** The id that the next session gets, unless one lives that has it. */
  nextId: number;
  readonly recent: CallRecord[];
  readonly conversations: Map<string, Conversation>;
}

/** One simulated user; every widget opened with the same session name shows the same one. */
export interface ConnectMeSession {
  readonly name: string;
  readonly origin: string;
  readonly clock: Clock;
  readonly random: Random;
  /** Timers of the vendor's side; a reset cancels them. */
  readonly timers: TimerGroup;
  readonly log: FrameLog;
  /** Open widgets in the order of opening. */
  readonly tabs: Tab[];
  /** Live calls by their key. */
  readonly calls: Map<string, SimCall>;
  state: VendorState;
  faults: Faults;
  endFaults: Cancel | undefined;
  /** Ends the wait after which calls without a widget are over. */
  endAbandoned: Cancel | undefined;
  /** A widget was told to reload and should be back before this time. */
  backBefore: number;
  /** A number that this session never gave out before. */
  serial(): number;
  /** The pages show a new state soon. */
  touch(): void;
  /** Somebody who watches: the board. */
  readonly watchers: Set<() => void>;
}

export function freshState(): VendorState {
  return {
    user: undefined,
    signingIn: undefined,
    logins: 0,
    sip: 'off',
    registrations: 0,
    nextId: 0,
    recent: [],
    conversations: new Map(),
  };
}

export function createSession(options: {
  name: string;
  origin: string;
  clock: Clock;
  random: Random;
  paint: (session: ConnectMeSession) => void;
}): ConnectMeSession {
  const { name, origin, clock, random, paint } = options;
  const watchers = new Set<() => void>();
  const touch = createPainter(clock, () => paint(session), watchers);
  const plain = createTimerGroup(clock);
  let serial = 0;
  const session: ConnectMeSession = {
    name,
    origin,
    clock,
    random,
    timers: { ...plain, after: (ms, task) => plain.after(ms, () => (task(), touch())) },
    log: createFrameLog(5000, touch),
    tabs: [],
    calls: new Map(),
    state: freshState(),
    faults: noFaults,
    endFaults: undefined,
    endAbandoned: undefined,
    backBefore: 0,
    serial: () => (serial += 1),
    touch,
    watchers,
  };
  return session;
}

export const liveCalls = (session: ConnectMeSession): SimCall[] => [...session.calls.values()];
