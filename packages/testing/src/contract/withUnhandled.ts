import { config } from 'rxjs';

/**
 * Runs a check while catching the errors that nobody handles: the ones of an app's own subscribers, which Offhook
 * passes on to where RxJS tells them.
 */
export async function withUnhandled(check: (errors: readonly unknown[]) => Promise<void>): Promise<void> {
  const errors: unknown[] = [];
  const before = config.onUnhandledError;
  config.onUnhandledError = (error: unknown) => errors.push(error);
  try {
    await check(errors);
    // They are told in a task of their own.
    await new Promise<void>((resolve) => setTimeout(resolve));
  } finally {
    config.onUnhandledError = before;
  }
}
