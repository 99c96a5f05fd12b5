/** How a page is shown for a call: in a pane of the host's page, in a window of its own, or as a program. */
export type PaneAction = 'open' | 'popup' | 'run';

/** When it is shown: as the call becomes known, as it is answered, or as it has ended. */
export type PaneMoment = 'ringing' | 'active' | 'ended';

/** How far a pane is. `completed`, `closed` and `refused` are final. */
export type PaneState = 'waiting' | 'open' | 'completed' | 'closed' | 'blocked' | 'refused';

/** A page that is shown for a call. */
export interface Pane {
  /** The id of the call that it was made for: there is one pane a call at most. */
  readonly id: string;
  /** The call; another id than the pane's own where two calls proved to be one. */
  readonly callId: string;
  readonly action: PaneAction;
  /** The moment that it waits for, or waited for. */
  readonly on: PaneMoment;
  /** Absolute; a program's is what was planned, as it is. */
  readonly url: string;
  readonly title?: string;
  readonly state: PaneState;
  /** Why it was refused, blocked or failed, in plain text. */
  readonly reason?: string;
  /** While it is open the agent takes no calls, where the vendor can do that. */
  readonly autoPause?: { readonly reason?: string };
  /** A window of its own each time; else all popups share one. */
  readonly newTabEachTime?: boolean;
  /** What a program is given. */
  readonly args?: readonly string[];
  /** Its popup keeps its opener, and may say through it that it is done. */
  readonly trusted: boolean;
}

/** What a page knows that is itself shown in somebody's pane. */
export interface PaneContext {
  readonly connector: string;
  /** The client's id of the call that the page was opened for. */
  readonly callId: string;
  readonly title?: string;
}

/** What a pane goes by where people see it: its title, or else the host of its address. */
export const paneTitle = ({ title = '', url }: Pick<Pane, 'title' | 'url'>): string =>
  title.trim() || (URL.canParse(url) ? new URL(url).host : url);
