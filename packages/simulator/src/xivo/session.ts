import type { Cancel, Clock } from '../clock.js';
import { noFaults, type Faults } from '../faults.js';
import { createFrameLog, type FrameLog } from '../frame-log.js';
import { createIds, type Ids } from '../ids.js';
import { createPainter } from '../painter.js';
import type { Random } from '../random.js';
import { createTimerGroup, type TimerGroup } from '../timer-group.js';
import type { AgentState } from './agent-state.js';
import type { Ask, ServiceCall } from './ask.js';
import type { XivoCall } from './call.js';
import { defaultConfig, type XivoConfig, type XivoDefaults } from './config.js';
import type { DesktopError, DesktopEvent } from './event-log.js';
import type { Pane } from './pane.js';
import type { Probe } from './probe-service.js';
import { createQueues, type Queue } from './queue.js';
import type { Tab } from './tab.js';
import type { Token } from './token.js';

/** A call that is over, as the desktop remembers it. */
export interface RecentCall {
  readonly id: string;
  readonly direction: XivoCall['direction'];
  readonly number: string;
  readonly name?: string;
  readonly at: number;
  readonly answered: boolean;
}

/** What the vendor keeps of a user between reloads. */
export interface VendorState {
  agent: AgentState;
  /** What the agent was before panes set a pause, and the pause that they set. */
  beforePause: AgentState | undefined;
  autopause: AgentState | undefined;
  sip: 'registered' | 'lost';
  token: Token | undefined;
  recent: readonly RecentCall[];
}

/** One simulated user; every desktop opened with the same session name shows the same one. */
export interface XivoSession {
  readonly name: string;
  readonly origin: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly ids: Ids;
  /** A new `epoch.n`. */
  readonly newLinkedId: () => string;
  readonly probe: Probe;
  readonly queueOf: (name: string) => Queue;
  /** Timers of the vendor's side; a reset cancels them. */
  readonly timers: TimerGroup;
  readonly log: FrameLog;
  /** Open desktops in the order of opening. */
  readonly tabs: Tab[];
  readonly calls: Map<string, XivoCall>;
  /** Also those that are done, the newest last. */
  readonly panes: Pane[];
  /** Requests on their way, by id. */
  readonly asks: Map<string, Ask>;
  /** Calls of the login URL on their way, by id. */
  readonly logins: Map<string, ServiceCall>;
  readonly serviceCalls: ServiceCall[];
  readonly errors: DesktopError[];
  readonly events: DesktopEvent[];
  config: XivoConfig;
  state: VendorState;
  faults: Faults;
  endFaults: Cancel | undefined;
  /** Ends the wait after which calls without a desktop are over. */
  endAbandoned: Cancel | undefined;
  backBefore: number;
  touch(): void;
  readonly watchers: Set<() => void>;
}

export const freshState = (): VendorState => ({
  agent: { state: 'ready' },
  beforePause: undefined,
  autopause: undefined,
  sip: 'registered',
  token: undefined,
  recent: [],
});

/** What all sessions are made with. */
export interface SessionOptions {
  readonly origin: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly defaults: XivoDefaults;
  readonly probe: Probe;
  readonly newLinkedId: () => string;
}

export function createSession(
  options: SessionOptions & { name: string; paint: (session: XivoSession) => void },
): XivoSession {
  const { name, origin, clock, random, probe, newLinkedId, defaults, paint } = options;
  const watchers = new Set<() => void>();
  const touch = createPainter(clock, () => paint(session), watchers);
  const plain = createTimerGroup(clock);
  const session: XivoSession = {
    name,
    origin,
    clock,
    random,
    ids: createIds(random),
    newLinkedId,
    probe,
    queueOf: createQueues(),
    timers: { ...plain, after: (ms, task) => plain.after(ms, () => (task(), touch())) },
    log: createFrameLog(5000, touch),
    tabs: [],
    calls: new Map(),
    panes: [],
    asks: new Map(),
    logins: new Map(),
    serviceCalls: [],
    errors: [],
    events: [],
    config: defaultConfig(defaults, name),
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

export const liveCalls = (session: XivoSession): XivoCall[] => [...session.calls.values()];
