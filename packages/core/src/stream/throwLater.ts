import { config } from 'rxjs';

/**
 * A listener's own error: told where RxJS tells errors that nobody handles, after everybody else has been told.
 */
export function throwLater(error: unknown): void {
  setTimeout(() => {
    if (config.onUnhandledError === null) throw error;
    config.onUnhandledError(error);
  });
}
