import type { BankSessions } from './bankSessions.js';
import type { OpenLinks } from './openLinks.js';

/** What the proxy stands on. */
export interface ProxyParts {
  /** The bank's origin, as browsers have it: the only one whose pages may chat. */
  readonly bank: () => string;
  /** The proxy's own, as browsers have it. */
  readonly origin: () => string;
  /** The chat's back end: `http://localhost:4502`. */
  readonly backEnd: URL;
  readonly sessions: BankSessions;
  readonly links: OpenLinks;
  readonly cookieOf: (session: string) => string;
  /** Told what can't be reached; never with anything of a request. */
  readonly report: (text: string) => void;
}
