/**
 * What the API's promises reject with. `code` is one of the protocol's codes, or `ServerInternalConnectivityError` when the
 * server could not be reached; the message is for people and has no secret.
 *
 * @example livechat.SendMessage('Hello').catch((error) => error.code === 'NoSuchChat');
 */
export class Failure extends Error {
  override readonly name = 'LiveChatError';
  constructor(
    readonly code: string,
    message = code,
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }
}

/** Anything as a failure. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  return new Failure(
    'ServerInternalConnectivityError',
    error instanceof Error ? error.message : String(error),
  );
}
