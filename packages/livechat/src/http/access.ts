import type { Env } from '../boot/env.js';
import { object, text } from '../link/read.js';
import { Failure } from './failure.js';
import { body, refusal, request } from './request.js';
import { address } from './urls.js';

/** The web session's cookie, proven, and its token. */
export interface Access {
  /** Makes sure that the cookie is kept (P-3), once. Rejects `CookiesDisabled` or `ServerInternalConnectivityError`. */
  visit(): Promise<void>;
  /** A token that is good now (P-1); asks the server each time. Rejects as `visit` does. */
  token(): Promise<string>;
  /** The last token, for what cannot wait. */
  readonly last: string | undefined;
  readonly visited: boolean;
}

const disabled = (): Failure =>
  new Failure('CookiesDisabled', 'The browser keeps no cookie of the chat server.');

/**
 * Asks for cookie and token. A network that is away is never taken for cookies that are blocked: only a server that has
 * twice seen no cookie is.
 */
export function createAccess(env: Env): Access {
  let proof: Promise<void> | undefined;
  let visited = false;
  let last: string | undefined;

  async function carried(): Promise<boolean> {
    const response = await request(env, address(env, 'visit'));
    if (!response.ok) throw new Failure('ServerInternalConnectivityError', `visit: ${response.status}`);
    return object(await body(response))?.cookies === true;
  }

  async function prove(): Promise<void> {
    if (!env.cookiesEnabled()) throw disabled();
    if (!((await carried()) || (await carried()))) throw disabled();
    visited = true;
  }

  async function visit(): Promise<void> {
    proof ??= prove();
    const asked = proof;
    try {
      await asked;
    } catch (error) {
      if (proof === asked) proof = undefined;
      throw error;
    }
  }

  return {
    visit,
    async token() {
      await visit();
      const response = await request(env, address(env, 'token'), { method: 'POST' });
      if (!response.ok) {
        const failure = await refusal(response, 'ServerInternalConnectivityError');
        // The cookie was there and is not any more: it is to be proven anew.
        proof = undefined;
        throw failure.code === 'CookiesDisabled'
          ? failure
          : new Failure('ServerInternalConnectivityError', failure.message, failure.retryAfterMs);
      }
      const token = text(object(await body(response))?.token);
      if (token === undefined) throw new Failure('ServerInternalConnectivityError', 'No token came.');
      last = token;
      return token;
    },
    get last() {
      return last;
    },
    get visited() {
      return visited;
    },
  };
}
