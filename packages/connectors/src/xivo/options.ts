import { OffhookError } from '@offhook/core';
import { secureAddress } from '../secureAddress.js';

/** What both roles need. */
interface XivoCommonOptions {
  /** The address of your service (`xivoService` of `@offhook/server`), with its path: `https`, or of this very machine. */
  readonly service: string;
  /** Left out: `xivo`. */
  readonly id?: string;
  /** Asks through this instead of the browser's own, as tests do. */
  readonly fetch?: typeof fetch;
  /** Told the names of what is asked and posted, and nothing else of it. The client's `trace` unless given. */
  readonly trace?: (message: string) => void;
}

/** A page that the agent desktop has opened for a call, in its pane or as a popup. */
export interface XivoGuestOptions extends XivoCommonOptions {
  readonly role: 'guest';
  /** The origin of the agent desktop. The completion is posted to this alone. */
  readonly desktop: string;
  /** The call's id; left out, `call` in the page's address. */
  readonly call?: string;
  /** The ticket for it; left out, `ticket` in the fragment of the page's address, which is taken out of there. */
  readonly ticket?: string;
}

/** A page of its own, which hears of calls from the service's event stream. */
export interface XivoObserverOptions extends XivoCommonOptions {
  readonly role: 'observer';
  /** What names the channel in the service's address, such as `{ session: 'demo' }`. */
  readonly channel?: Readonly<Record<string, string>>;
  /** How long a call rings that nobody says more of, in milliseconds; 120,000 unless given. */
  readonly ringMs?: number;
}

/** Which part the page plays. */
export type XivoOptions = XivoGuestOptions | XivoObserverOptions;

/** @throws OffhookError `invalid-argument` for an address that is none, or not safe */
export const serviceAddress = (service: string): URL =>
  secureAddress(service, 'Give the https address of your service, such as https://crm.example/xivo.');

/** The address of something below the service's, with the same query. */
export function below(service: URL, path: string, query: Readonly<Record<string, string>> = {}): string {
  const url = new URL(service);
  url.hash = '';
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${path}`;
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

/** @throws OffhookError `invalid-argument` for what is no origin, or more than one */
export function exactOrigins(origins: readonly string[]): readonly string[] {
  const odd = origins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
  if (odd === undefined) return origins;
  throw new OffhookError('invalid-argument', `“${odd}” is no origin. Give one such as https://crm.example.`);
}

/** @throws OffhookError `invalid-argument` for what is no time */
export function ringTime(ms = 120_000): number {
  if (ms > 0 && ms <= 86_400_000) return ms;
  throw new OffhookError('invalid-argument', 'Let calls ring for some time, a day at most: ringMs.');
}
