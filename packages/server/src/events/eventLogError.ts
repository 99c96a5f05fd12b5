/** Why an event log can't do what it is asked. */
export type EventLogErrorCode = 'unavailable' | 'closed';

const texts: Record<EventLogErrorCode, { message: string; advice: string }> = {
  unavailable: {
    message: 'The event log is not available.',
    advice: 'See whether Redis runs and is reached at its URL; the log goes on by itself as soon as it is.',
  },
  closed: { message: 'The event log is closed.', advice: 'Ask before close(), or make another one.' },
};

/** What an event log throws. It never has a URL or a password in it. */
export class EventLogError extends Error {
  override readonly name = 'EventLogError';
  readonly code: EventLogErrorCode;
  /** What to do about it. */
  readonly advice: string;

  constructor(code: EventLogErrorCode, options?: ErrorOptions) {
    super(texts[code].message, options);
    this.code = code;
    this.advice = texts[code].advice;
  }
}
