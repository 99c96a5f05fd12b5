/**
 * Why a session log refused: `conflict` – the stream has grown past `expect`; `closed` – the stream is final, and the record
 * is none of its own; `unavailable` – nothing can be written or read now, or the log itself was closed.
 */
export type LogErrorCode = 'conflict' | 'closed' | 'unavailable';

const texts: Record<LogErrorCode, { readonly message: string; readonly advice: string }> = {
  conflict: {
    message: 'Somebody else has written to this stream.',
    advice: 'Read what is new, decide anew, and write with the new end.',
  },
  closed: {
    message: 'This stream is final.',
    advice: 'Write to another stream: nothing comes after its end.',
  },
  unavailable: {
    message: 'The session log is not available.',
    advice:
      'See whether its store is there and can be written to; then write again with the same record ids.',
  },
};

/** What a session log rejects with. It never has a record, a URL or a password in it. */
export class LogError extends Error {
  override readonly name = 'LogError';
  readonly code: LogErrorCode;
  /** The stream that refused, of those that were to be written. Not in the text: a stream's name can lead to a chat. */
  readonly stream: string | undefined;
  /** What to do about it. */
  readonly advice: string;

  constructor(code: LogErrorCode, stream?: string, options?: ErrorOptions) {
    super(texts[code].message, options);
    this.code = code;
    this.stream = stream;
    this.advice = texts[code].advice;
  }
}
