/** What went wrong, to decide by. */
export type ErrorCode =
  | 'not-ready'
  | 'not-supported'
  | 'timeout'
  | 'not-observed'
  | 'invalid-argument'
  | 'invalid-state'
  | 'offline'
  | 'auth-required'
  | 'origin-refused'
  | 'ambiguous-connector'
  | 'vendor-error'
  | 'handler-failed'
  | 'aborted'
  /** The browser keeps no cookies, or no data, for who needs them. */
  | 'storage-blocked'
  /** The text in the image was not typed, was another one, or there is no image yet. */
  | 'captcha-empty'
  | 'captcha-wrong'
  | 'captcha-missing'
  /** More at once than is allowed. */
  | 'limit-reached'
  /** It is over on the vendor's side, or was lost while this page was offline. */
  | 'session-ended'
  | 'session-lost';

// Shared through the global registry, so that the check holds over two copies of this package.
const brand = Symbol.for('offhook.error');

/**
 * Every error of Offhook. The message says what happened and what to do next.
 *
 * @example
 * try { await phone.execute({ type: 'call.dial', to }) }
 * catch (error) { if (isOffhookError(error) && error.code === 'auth-required') showSignIn() }
 */
export class OffhookError extends Error {
  override readonly name = 'OffhookError';
  readonly code: ErrorCode;
  /** The vendor's own code, with `vendor-error`. */
  readonly vendorCode?: string;

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; vendorCode?: string } = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : {});
    this.code = code;
    if (options.vendorCode !== undefined) this.vendorCode = options.vendorCode;
    Object.defineProperty(this, brand, { value: true });
  }
}

/** Whether this is an {@link OffhookError}, of this copy of the package or another. */
export function isOffhookError(error: unknown): error is OffhookError {
  return typeof error === 'object' && error !== null && brand in error;
}

/** What was thrown, as an error of ours. */
export const asOffhookError = (
  thrown: unknown,
  code: ErrorCode = 'vendor-error',
  message = String(thrown),
): OffhookError => (isOffhookError(thrown) ? thrown : new OffhookError(code, message, { cause: thrown }));
