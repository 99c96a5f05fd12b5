/** Why the proxy refuses something. */
export type ProxyCode =
  'login-required' | 'foreign-origin' | 'not-found' | 'method-not-allowed' | 'unreachable' | 'bad-request';

const statusOf = {
  'login-required': 401,
  'foreign-origin': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'bad-request': 400,
  // Not 5xx: by the vendor's rule an answer of 4xx says that the chat can't be reached through the proxy (T-182).
  unreachable: 424,
} as const satisfies Record<ProxyCode, number>;

const messages = {
  'login-required': 'Log in to the bank first.',
  'foreign-origin': 'Only the bank’s own pages may chat here.',
  'not-found': 'There is nothing here.',
  'method-not-allowed': 'This can’t be done here.',
  'bad-request': 'The request is no request.',
  unreachable: 'The chat can’t be reached now. Try again later.',
} as const satisfies Record<ProxyCode, string>;

/** What the proxy answers by itself: always 4xx. It quotes nothing of what came. */
export class ProxyRefusal extends Error {
  readonly status: number;
  /** The answer's JSON. */
  readonly body: string;

  constructor(
    readonly code: ProxyCode,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(messages[code]);
    this.name = 'ProxyRefusal';
    this.status = statusOf[code];
    this.body = JSON.stringify({ error: { code, message: this.message } });
  }
}
