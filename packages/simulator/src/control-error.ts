export type ControlStatus = 400 | 403 | 404 | 405 | 409 | 413 | 503;

/** A control request that can't be done; becomes `{ error: { code, message } }`. */
export class ControlError extends Error {
  constructor(
    readonly status: ControlStatus,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'ControlError';
  }
}
