/** Why a request was refused. The customers' codes with capitals are the documented ones (P-1, P-3). */
export type FrontErrorCode =
  | 'bad-request'
  | 'CookiesDisabled'
  | 'forbidden'
  | 'origin-refused'
  | 'wrong-password'
  | 'not-found'
  | 'method-not-allowed'
  | 'timeout'
  | 'hello-first'
  | 'payload-too-large'
  | 'type-refused'
  | 'unsupported-media-type'
  | 'too-many'
  | 'server-error'
  | 'ServerInternalConnectivityError'
  | 'unavailable';

const statuses: Readonly<Record<FrontErrorCode, number>> = {
  'bad-request': 400,
  CookiesDisabled: 403,
  forbidden: 403,
  'origin-refused': 403,
  'wrong-password': 401,
  'not-found': 404,
  'method-not-allowed': 405,
  timeout: 408,
  'hello-first': 409,
  'payload-too-large': 413,
  'type-refused': 415,
  'unsupported-media-type': 415,
  'too-many': 429,
  'server-error': 500,
  ServerInternalConnectivityError: 503,
  unavailable: 503,
};

/** An error that the client is told. Its text says what was expected, and quotes nothing of what came. */
export class FrontError extends Error {
  override readonly name = 'FrontError';
  readonly code: FrontErrorCode;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;

  constructor(
    code: FrontErrorCode,
    message: string,
    {
      retryAfterMs,
      headers = {},
    }: { retryAfterMs?: number; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.code = code;
    this.status = statuses[code];
    const wait = retryAfterMs === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfterMs / 1_000)) };
    this.headers = { ...headers, ...wait };
    this.body = JSON.stringify({
      error: { code, message, ...(retryAfterMs !== undefined && { retryAfterMs }) },
    });
  }
}
