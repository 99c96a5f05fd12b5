import type { Agent } from '../model/agent.js';
import type { Call } from '../model/call.js';
import type { PaneAction, PaneMoment } from '../model/pane.js';

/** What is to be shown for a call. */
export interface PanePlan {
  readonly action: PaneAction;
  /** When; `ringing` unless given. A moment that has passed means at once. */
  readonly on?: PaneMoment;
  /** Absolute, or relative to the port's `base`; http or https, of one of its `origins`. A program's is handed on as it is. */
  readonly url: string;
  readonly title?: string;
  /** The agent is paused while it is open, where the vendor can, for this reason if one is given. */
  readonly autoPause?: boolean | { readonly reason?: string };
  /** A popup of its own each time, in place of the one that all share. */
  readonly newTabEachTime?: boolean;
  /** What a program is given. */
  readonly args?: readonly string[];
  /** Its popup keeps an opener. Only for pages that you would let do what this page can do to its own address. */
  readonly trusted?: boolean;
}

/** What is asked when a call reaches a moment. */
export interface PaneAsk {
  readonly call: Call;
  readonly moment: PaneMoment;
  /** Who works at the call's connector. */
  readonly agent: Agent;
  /** Aborts when the client closes. */
  readonly signal: AbortSignal;
}

/** A program that a desktop shell is to run. */
export interface PaneProgram {
  /** As planned: the shell decides what it makes of it. */
  readonly url: string;
  readonly args: readonly string[];
  readonly call: Call;
}

/** Decides which page is shown for a call, and says where pages may come from. */
export interface PaneDecider {
  /**
   * Asked once for a call and moment, over all tabs, until there is a plan for the call. What it throws is told as an
   * `error` event, and the next moment asks again.
   */
  decide(ask: PaneAsk): PanePlan | undefined | Promise<PanePlan | undefined>;
  /** Where panes may be opened, exact origins. Anything else is refused. */
  readonly origins: readonly string[];
  /** What relative addresses are resolved against; the page's own address unless given. */
  readonly base?: string;
  /**
   * Whether a message of the pane's page says that the work is done; `{ type: 'offhook:pane-complete' }` unless given.
   * Asked only about messages of that pane's window and origin.
   */
  readonly completes?: (data: unknown) => boolean;
  /** Runs a program, where a desktop shell can. Without it `run` is refused. The pane is done when what it gives is. */
  readonly run?: (program: PaneProgram) => unknown;
}
