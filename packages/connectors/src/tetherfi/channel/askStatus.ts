import type { Clock } from '@offhook/core';

/**
 * What the status page says (rows T-178 to T-183). `unknown`: the browser doesn't let this page read it, or the network
 * is away; only the script will tell.
 */
export type ServerStatus =
  | { readonly is: 'online' }
  | { readonly is: 'offline'; readonly said: string }
  | { readonly is: 'refused'; readonly status: number }
  | { readonly is: 'silent' | 'unknown' };

/** How the status is asked for. */
export interface AskStatusOptions {
  readonly url: string;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  /** How long it may take, in milliseconds. */
  readonly ms: number;
  readonly signal: AbortSignal;
}

const mostRead = 1_000;

/** What is said in brackets, as far as it is plain words. */
function saidIn(body: string): string {
  const inside = /^\s*OFFLINE\s*\(?([^)]*)\)?/i.exec(body)?.[1] ?? '';
  return inside
    .replace(/[^\p{L}\p{N} .,:;_-]/gu, '')
    .trim()
    .slice(0, 200);
}

/** Asks once. Never rejects. */
export async function askStatus({ url, fetch, clock, ms, signal }: AskStatusOptions): Promise<ServerStatus> {
  const abort = new AbortController();
  const give = (): void => abort.abort();
  signal.addEventListener('abort', give);
  const late = new AbortController();
  const cancel = clock.setTimeout(() => {
    late.abort();
    give();
  }, ms);
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: abort.signal,
    });
    if (response.status !== 200) return { is: 'refused', status: response.status };
    const body = (await response.text()).slice(0, mostRead).trim();
    if (/^ONLINE\b/i.test(body)) return { is: 'online' };
    return /^OFFLINE\b/i.test(body) ? { is: 'offline', said: saidIn(body) } : { is: 'unknown' };
  } catch {
    return { is: late.signal.aborted ? 'silent' : 'unknown' };
  } finally {
    cancel();
    signal.removeEventListener('abort', give);
  }
}
