import type { Env, HttpResponse } from '../boot/env.js';
import { Failure } from './failure.js';
import { object, text, whole } from '../link/read.js';

/** How long the server may take to answer, in milliseconds: less than what makes a page offline. */
const patienceMs = 8_000;

/** A request with the web session's cookie, given up after 8 s. Rejects with a `Failure` when there is no answer. */
export async function request(env: Env, url: string, init: RequestInit = {}): Promise<HttpResponse> {
  const abort = new AbortController();
  let takeBack: () => void = () => undefined;
  const tooLate = new Promise<never>((_, reject) => {
    takeBack = env.clock.setTimeout(() => {
      abort.abort();
      reject(new Failure('ServerInternalConnectivityError', 'The server does not answer.'));
    }, patienceMs);
  });
  try {
    const asked = env.fetch(url, {
      credentials: 'include',
      cache: 'no-store',
      ...init,
      signal: abort.signal,
    });
    return await Promise.race([asked, tooLate]);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('ServerInternalConnectivityError', 'The server cannot be reached.');
  } finally {
    takeBack();
  }
}

/** The body as JSON, undefined when it is none. */
export async function body(response: HttpResponse): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

/** What a refusal says of itself. */
export async function refusal(response: HttpResponse, otherwise: string): Promise<Failure> {
  const error = object(object(await body(response))?.error);
  return new Failure(
    text(error?.code) ?? otherwise,
    text(error?.message) ?? `The server answered ${response.status}.`,
    whole(error?.retryAfterMs),
  );
}
