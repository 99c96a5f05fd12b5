import { config } from 'rxjs';

/** The errors that nobody handled, as RxJS tells them. */
export interface Unhandled {
  readonly errors: readonly unknown[];
  /** Lets those be told that still wait: RxJS tells them in a task of their own. */
  settle(): Promise<void>;
}

/** Catches, for each test of the file, what subscribers throw. A test that expects nothing must find nothing. */
export function catchUnhandled(): Unhandled {
  const errors: unknown[] = [];
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  const before = config.onUnhandledError;
  beforeEach(() => {
    errors.length = 0;
    config.onUnhandledError = (error: unknown) => errors.push(error);
  });
  afterEach(async () => {
    await settle();
    config.onUnhandledError = before;
  });
  return { errors, settle };
}
