import * as v from 'valibot';
import { sessionCookie } from '../shared/cookieNames.js';
import { cookieOf } from '../shared/cookieOf.js';
import type { Passes } from '../shared/passes.js';

/** What the proxy knows of sessions at the bank. */
export interface BankSessions {
  /** The session of a request's cookies, where the bank says that it goes on. Rejects where the bank can't be asked. */
  of(cookies: string | undefined): Promise<string | undefined>;
  goesOn(session: string): Promise<boolean>;
}

export interface BankSessionsOptions {
  readonly passes: Passes;
  /** Where the bank's own question is answered: `http://localhost:4500`. */
  readonly bank: () => string;
  readonly serviceKey: string;
  readonly fetch?: typeof fetch;
}

const answer = v.object({ goesOn: v.boolean() });
const patienceMs = 5_000;

/** Asks the bank about sessions. A cookie that the bank hasn't signed is refused without asking. */
export function bankSessions(options: BankSessionsOptions): BankSessions {
  const { passes, bank, serviceKey, fetch = globalThis.fetch } = options;

  async function goesOn(session: string): Promise<boolean> {
    const response = await fetch(`${bank()}/internal/session`, {
      method: 'POST',
      headers: { authorization: `Bearer ${serviceKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ id: session }),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    if (!response.ok)
      throw new Error(`The bank answers ${response.status} when it is asked about a session.`);
    return v.parse(answer, await response.json()).goesOn;
  }
  return {
    goesOn,
    async of(cookies) {
      const session = await passes.subjectOf(cookieOf(cookies, sessionCookie));
      return session !== undefined && (await goesOn(session)) ? session : undefined;
    },
  };
}
