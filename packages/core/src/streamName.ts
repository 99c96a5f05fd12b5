import type { AgentControls, AgentControlsState } from './controls/agentControls.js';
import type { CallControls, CallControlsState } from './controls/callControls.js';
import type { Dialer, DialerState } from './controls/dialer.js';
import type { ThreadControls, ThreadControlsState } from './controls/threadControls.js';
import type { Call } from './model/call.js';
import type { Capabilities } from './model/capability.js';
import type { Connection } from './model/connection.js';
import type { Thread } from './model/thread.js';

/**
 * The state streams that every binding offers, and what each of them gives. A binding checks itself against this
 * with `satisfies`, so that one that lacks a stream does not compile.
 */
export interface StreamValues {
  /** Live calls, newest first. */
  readonly calls: readonly Call[];
  /** Their ids: another list only when a call comes or goes. */
  readonly callIds: readonly string[];
  /** One call, or the one in focus, with its controls. */
  readonly call: CallControlsState & Omit<CallControls, 'state'>;
  readonly incomingCalls: readonly Call[];
  readonly recentCalls: readonly Call[];
  /** Talk time in milliseconds. */
  readonly callDuration: number;
  readonly dialer: DialerState & Omit<Dialer, 'state'>;
  readonly agent: AgentControlsState & Omit<AgentControls, 'state'>;
  readonly connection: Connection;
  readonly capabilities: Capabilities;
  /** Threads, newest first. */
  readonly inbox: readonly Thread[];
  /** One thread, with its controls. */
  readonly thread: ThreadControlsState & Omit<ThreadControls, 'state'>;
}

/** A state stream's name, the same in every binding: `calls` is `useCalls()` in one and `calls()` in another. */
export type StreamName = keyof StreamValues;
