import { setTimeout } from 'node:timers/promises';
import { ApiError } from '../http/apiError.js';

/** Waiting that ends with the CRM: what still waits then is refused. */
export function createWait(): { wait(ms: number): Promise<void>; end(): void } {
  const ended = new AbortController();
  return {
    async wait(ms) {
      try {
        await setTimeout(ms, undefined, { signal: ended.signal });
      } catch {
        throw new ApiError(503, 'offline', 'The CRM stops.');
      }
    },
    end: () => ended.abort(),
  };
}
