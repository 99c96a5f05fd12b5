/** What has become of the log entry of a call or thread. */
export interface LogState {
  readonly status: 'none' | 'saving' | 'saved' | 'waiting' | 'failed';
  /** How many writes still wait to be sent. */
  readonly waiting: number;
}

/** Nothing logged, shared so that calls without a log entry compare equal. */
export const notLogged: LogState = { status: 'none', waiting: 0 };
