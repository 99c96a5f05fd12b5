import { OffhookError } from '@offhook/core';
import type { Tabs } from '@offhook/tabs';
import { secureAddress } from '../secureAddress.js';
import type { ScreenOptions, VideoOptions } from './media/mediaOptions.js';
import type { SidPosition } from './slotArguments.js';

/** What proves that a script or a style is the one that was meant: `sha384-…`, as in a script element. */
export interface ScriptIntegrity {
  /** Of `livechat.js`. */
  readonly livechat?: string;
  /** Of `interface/__clientlog.js`. */
  readonly clientLog?: string;
  /** Of `adaptor.mini.js`. */
  readonly adaptor?: string;
  /** Of `livechat_video.mini.js`. */
  readonly video?: string;
  /** Of `Styles/fontawesome-all.min.css`. */
  readonly icons?: string;
  /** Of `Styles/tetherfi-cobrowse.min.css`. */
  readonly cobrowseStyles?: string;
  /** Of `Scripts/cobrowse-configurations.js`. */
  readonly cobrowseConfigurations?: string;
  /** Of `Scripts/tetherfi-cobrowse-plugins.min.js`. */
  readonly cobrowsePlugins?: string;
  /** Of `Scripts/tetherfi-cobrowse.min.js`. */
  readonly cobrowse?: string;
}

/**
 * Encrypts the customer's details on the company's own server, with the access token in them (P-2). Gets them in the
 * vendor's fields, the token in `pAccessToken`; gives back the text that `Start` is called with.
 */
export type EncryptDetails = (
  details: Readonly<Record<string, string>>,
  token: string,
  signal: AbortSignal,
) => Promise<string>;

/** How the chat is reached, and what goes along with it. */
export interface TetherfiOptions {
  /** Where the vendor's web API is: `https`, or of this very machine. `/tetherfi/livechat/…` is below it. */
  readonly host: string;
  /** Left out: `tetherfi`. */
  readonly id?: string;
  /** Several chats at once in one page (rows T-185 to T-192). */
  readonly multi?: boolean;
  /** Which of a simulator's sessions: the script is asked for with it. */
  readonly session?: string;
  /** `at-once`, unless given: a chat that goes on is there again on each page. `on-demand`: with the first `chat.open` or `chat.start` (row T-201). */
  readonly load?: 'at-once' | 'on-demand';
  /** Keeps what was written over reloads, and sends it once over all tabs. The client's own `tabs` unless given. */
  readonly tabs?: Tabs;
  /** With it the customer's details leave the page encrypted alone. */
  readonly encrypt?: EncryptDetails;
  /** Whether leaving the page leaves the chat, so that its end timer starts (P-5). It does unless given. */
  readonly autoClose?: boolean;
  /** The vendor's `comm_path`; `sg_pweb` unless given. */
  readonly commPath?: string;
  /** Where the chat's id is among the arguments with `multi`; `last` unless given. */
  readonly sidPosition?: SidPosition;
  readonly video?: VideoOptions;
  readonly screen?: ScreenOptions;
  readonly integrity?: ScriptIntegrity;
  /** The page's CSP nonce, for the script and style elements. */
  readonly nonce?: string;
  /** How long the scripts may take to load, in milliseconds; 15,000 unless given. */
  readonly loadMs?: number;
  /** Asks for the server's status through this instead of the browser's own, as tests do. */
  readonly fetch?: typeof fetch;
  /** Told the names of what is called and heard, and nothing else of it. The client's `trace` unless given. */
  readonly trace?: (message: string) => void;
}

/** @throws OffhookError `invalid-argument` for an address that is none, or not safe */
export const hostAddress = (host: string): URL =>
  secureAddress(host, 'Give the https address of the chat’s host, such as https://chat.example.');

type Query = Readonly<Record<string, string | undefined>>;

/** The address of something of the chat's itself, in this session. */
export const below = (host: URL, path: string, query: Query = {}): string =>
  beside(host, `livechat/${path}`, query);

/** The address of something of the vendor's, in this session. */
export function beside(host: URL, path: string, query: Query = {}): string {
  const url = new URL(host);
  url.hash = '';
  url.search = '';
  url.pathname = `${url.pathname.replace(/\/$/, '')}/tetherfi/${path}`;
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url.href;
}

/** @throws OffhookError `invalid-argument` for what can't name a session */
export function sessionName(session: string | undefined): string | undefined {
  if (session === undefined || /^[\w-]{1,64}$/.test(session)) return session;
  throw new OffhookError('invalid-argument', 'Name a session by 1 to 64 letters, digits, _ and -.');
}

/** @throws OffhookError `invalid-argument` for what is no time */
export function loadTime(ms = 15_000): number {
  if (ms > 0 && ms <= 120_000) return ms;
  throw new OffhookError(
    'invalid-argument',
    'Let the scripts load for some time, two minutes at most: loadMs.',
  );
}
