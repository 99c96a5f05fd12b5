/** Answer of `GET visit`. */
export interface VisitAnswer {
  /** Whether this very request carried the web session's cookie: the first one of a new browser does not (P-3). */
  readonly cookies: boolean;
  /** Whether `start` asks for a captcha's text. */
  readonly captcha: boolean;
  /** How many chats one web session may have with client ids. */
  readonly multi: number;
  /** ISO 8601. */
  readonly now: string;
}

/** Answer of `POST token` (P-1). */
export interface TokenAnswer {
  readonly token: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** One line of a page's own log (row T-122). Body of `POST log`: at most 50 of them. */
export interface LogLine {
  readonly type: 'info' | 'warn' | 'error';
  /** The method that tells it. */
  readonly unit: string;
  readonly msg: string;
}

/** What any other status than 2xx has as its body. */
export interface HttpFailure {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly retryAfterMs?: number;
  };
}
