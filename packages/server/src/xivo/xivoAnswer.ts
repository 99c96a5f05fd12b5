/** When the pane opens. Row X-18: `EventRinging` where an answer names none. */
export type XivoEvent = 'EventRinging' | 'EventEstablished' | 'EventReleased';

/** Nothing is opened. Row X-17. */
export interface XivoNone {
  readonly action: 'none';
}

/** What all that open something have. */
export interface XivoOpening {
  readonly event?: XivoEvent;
  /** What opens: a web page, or for `run` a program. Relative ones count from the service's address. Row X-19. */
  readonly url: string;
  /** Whether the agent is put on pause while the page is open. Row X-21. */
  readonly autopause?: boolean;
  /** The kind of that pause. Row X-22. */
  readonly autopauseReason?: string;
  /** The tab's title. Row X-24. */
  readonly title?: string;
}

/** A page inside of the pane. Row X-14. */
export interface XivoOpen extends XivoOpening {
  readonly action: 'open';
}

/** A page in a window of its own. Row X-15. */
export interface XivoPopup extends XivoOpening {
  readonly action: 'popup';
  /** A new window each time, in place of the same one again. Row X-23. */
  readonly multitab?: boolean;
}

/** A program, which only the desktop assistant runs. Row X-16. */
export interface XivoRun extends XivoOpening {
  readonly action: 'run';
  /** The program's arguments. Row X-20. */
  readonly executableArgs?: readonly string[];
}

/**
 * What the agent desktop does about a call. It is sent as it is given, its members in the same order.
 *
 * @example
 * const answer: XivoAnswer = { action: 'open', event: 'EventReleased', url: context.paneUrl('https://crm.example.com/call'), title: 'Customer' };
 */
export type XivoAnswer = XivoNone | XivoOpen | XivoPopup | XivoRun;
