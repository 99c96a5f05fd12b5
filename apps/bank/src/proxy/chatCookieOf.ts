import { createHmac } from 'node:crypto';
import { chatCookie } from '../shared/cookieNames.js';

/**
 * Gives each session at the bank one session of the chat, for good: the chat's cookie is made of the bank's session, and never
 * comes from a browser nor goes to one. So the access token that the chat gives out (T-202, P-1) is bound to the bank's session:
 * in another one there is another cookie, for which the token is none.
 *
 * Nothing has to be kept for it, and all of several proxies with one key make the same.
 *
 * @param key 32 bytes of the proxy's own
 * @returns what a request's `Cookie` header is to be
 */
export const chatCookieOf =
  (key: Uint8Array) =>
  (session: string): string =>
    `${chatCookie}=${createHmac('sha256', key).update(`chat|${session}`).digest('base64url')}`;
