import { systemClock, type Clock } from '../shared/clock.js';
import { listen, type Listening } from '../shared/listen.js';
import { passes } from '../shared/passes.js';
import { bankSessions } from './bankSessions.js';
import { chatCookieOf } from './chatCookieOf.js';
import { openLinks } from './openLinks.js';
import { passRequest } from './passRequest.js';
import { passSocket } from './passSocket.js';

export interface ServeProxyOptions {
  /** 0 for any free one. */
  readonly port: number;
  /** The bank's origin, as browsers have it. */
  readonly bank: () => string;
  /** Where the proxy asks the bank; the same unless given. */
  readonly askBank?: () => string;
  /** The proxy's own origin, as browsers have it. */
  readonly origin: () => string;
  /** The chat's back end, which only this proxy and the agents reach. */
  readonly backEnd: string;
  /** Reads the bank's cookies; the bank signs them with it. 32 bytes. */
  readonly sessionKey: Uint8Array;
  /** Makes the chat's cookies of the bank's sessions; of the proxy alone, and the same for all of several. 32 bytes. */
  readonly cookieKey: Uint8Array;
  readonly serviceKey: string;
  readonly report: (text: string) => void;
  readonly clock?: Clock;
  /** Calls back every so many milliseconds until told to stop; the machine's own timer unless given. */
  readonly every?: (ms: number, act: () => void) => () => void;
}

const lookMs = 5_000;

function everyMs(ms: number, act: () => void): () => void {
  const timer = setInterval(act, ms);
  timer.unref();
  return () => clearInterval(timer);
}

/** The chat's proxy (T-199): lets those through who are logged in to the bank, and nobody else. */
export async function serveProxy(options: ServeProxyOptions): Promise<Listening> {
  const { bank, askBank = bank, origin, clock = systemClock, every = everyMs, report } = options;
  const sessions = bankSessions({
    passes: passes(options.sessionKey, 'session', clock),
    bank: askBank,
    serviceKey: options.serviceKey,
  });
  const links = openLinks(sessions.goesOn);
  const parts = {
    bank,
    origin,
    backEnd: new URL(options.backEnd),
    sessions,
    links,
    cookieOf: chatCookieOf(options.cookieKey),
    report,
  };
  const requests = passRequest(parts);
  const server = await listen({ request: requests.pass, upgrade: passSocket(parts) }, options.port);
  const stopLooking = every(lookMs, () => void links.look());
  return {
    port: server.port,
    async close() {
      stopLooking();
      links.cutAll();
      requests.close();
      await server.close();
    },
  };
}
