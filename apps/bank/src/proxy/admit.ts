import type { IncomingMessage } from 'node:http';
import { methodsOf, socketPath } from './allowed.js';
import { ProxyRefusal } from './proxyRefusal.js';
import type { ProxyParts } from './proxyParts.js';

/** A request that may pass. */
export interface Admitted {
  /** The bank's session that it is of. */
  readonly session: string;
  /** The path and query, as they go on to the chat. */
  readonly target: string;
}

const reading = new Set(['GET', 'HEAD']);

/** The path of a request's target, as it is written. */
export const pathOf = (target: string): string => /^[^?#]*/.exec(target)?.[0] ?? '';

/** Whether its page is the bank's. A browser says so with all that changes something, and with each WebSocket. */
export function checkOrigin({ headers }: IncomingMessage, bank: string, mustTell: boolean): void {
  if (headers.origin === undefined ? mustTell : headers.origin !== bank)
    throw new ProxyRefusal('foreign-origin');
}

/** Lets through what a customer may ask who is logged in to the bank. Throws a ProxyRefusal. */
export async function admit(
  request: IncomingMessage,
  { bank, sessions, report }: Pick<ProxyParts, 'bank' | 'sessions' | 'report'>,
  isSocket: boolean,
): Promise<Admitted> {
  const { method = 'GET', url: target = '/', headers } = request;
  const path = pathOf(target);
  const methods = isSocket ? (path === socketPath ? ['GET'] : []) : methodsOf(path);
  if (methods.length === 0) throw new ProxyRefusal('not-found');
  if (!methods.includes(method)) throw new ProxyRefusal('method-not-allowed', { allow: methods.join(', ') });
  checkOrigin(request, bank(), isSocket || !reading.has(method));
  let session: string | undefined;
  try {
    session = await sessions.of(headers.cookie);
  } catch (error) {
    report(`The bank can’t be asked about sessions: ${error instanceof Error ? error.message : 'it failed'}`);
    throw new ProxyRefusal('unreachable');
  }
  if (session === undefined) throw new ProxyRefusal('login-required');
  return { session, target };
}
