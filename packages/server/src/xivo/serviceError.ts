/** What was wrong with a request, for programs to decide by. */
export type ServiceErrorCode =
  | 'bad-request'
  | 'headers-too-large'
  | 'not-found'
  | 'method-not-allowed'
  | 'unsupported-media-type'
  | 'invalid-charset'
  | 'payload-too-large'
  | 'timeout'
  | 'invalid-json'
  | 'invalid-fields'
  | 'origin-refused'
  | 'token-missing'
  | 'token-malformed'
  | 'token-unsigned'
  | 'token-signature'
  | 'token-expired'
  | 'ticket-missing'
  | 'ticket-invalid'
  | 'ticket-expired'
  | 'ticket-mismatch'
  | 'unavailable'
  | 'server-error';

/** One field that is wrong. */
export interface FieldError {
  /** Where it is: `user.userId`. */
  readonly path: string;
  /** What was expected. Never what came: that may be a secret. */
  readonly message: string;
}

const statuses: Readonly<Record<ServiceErrorCode, number>> = {
  'bad-request': 400,
  'headers-too-large': 431,
  'not-found': 404,
  'method-not-allowed': 405,
  'unsupported-media-type': 415,
  'invalid-charset': 415,
  'payload-too-large': 413,
  timeout: 408,
  'invalid-json': 400,
  'invalid-fields': 400,
  'origin-refused': 403,
  'token-missing': 401,
  'token-malformed': 401,
  'token-unsigned': 401,
  'token-signature': 401,
  'token-expired': 401,
  'ticket-missing': 401,
  'ticket-invalid': 401,
  'ticket-expired': 401,
  'ticket-mismatch': 401,
  unavailable: 503,
  'server-error': 500,
};

/**
 * A request that isn't served, and why. Its message is sent to the client and logged: it says what was expected, and quotes
 * nothing of what came.
 */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly code: ServiceErrorCode;
  readonly status: number;
  readonly fields?: readonly FieldError[];
  /** Headers of the answer, such as `allow`. */
  readonly headers?: Readonly<Record<string, string>>;

  constructor(
    code: ServiceErrorCode,
    message: string,
    more: {
      fields?: readonly FieldError[];
      headers?: Readonly<Record<string, string>>;
      cause?: unknown;
    } = {},
  ) {
    super(message, 'cause' in more ? { cause: more.cause } : {});
    this.code = code;
    this.status = statuses[code];
    if (more.fields !== undefined) this.fields = more.fields;
    if (more.headers !== undefined) this.headers = more.headers;
  }

  /** The body of the answer. */
  get body(): string {
    return JSON.stringify({
      error: {
        code: this.code,
        message: this.message,
        ...(this.fields !== undefined && { fields: this.fields }),
      },
    });
  }
}
