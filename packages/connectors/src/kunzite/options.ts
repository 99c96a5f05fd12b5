import { OffhookError, type Channel } from '@offhook/core';
import { secureAddress } from '../secureAddress.js';

/** Where the widget comes from, and what it is told. */
export interface KunziteOptions {
  /** The widget's page. `https`, or of this very machine. */
  readonly url: string;
  /** Where the widget speaks from, if its page leads elsewhere; the url's own unless given. Frames of any other origin are refused. */
  readonly origin?: string;
  /** Left out: `kunzite`. */
  readonly id?: string;
  /** Speaks over this instead of a frame, as tests do. */
  readonly channel?: Channel<unknown>;
  /** How the widget is told of contacts. */
  readonly contacts?: {
    /**
     * Whether the host's contacts (`provide.contacts.sync`) are pushed whenever the widget starts and when they have
     * changed. They are, unless this is `false`; then only the command `contacts.push` does it.
     */
    readonly push?: boolean;
    /** The most contacts in one message; 1,000 unless given. */
    readonly chunk?: number;
  };
  /** Told the names of the frames that are sent, and what is doubtful in others; nothing else of them. The client's `trace` unless given. */
  readonly trace?: (message: string) => void;
}

const safe = (address: string): URL =>
  secureAddress(address, 'Give an https url, such as https://phone.example/widget.');

/**
 * The page to load, and the origin to speak with.
 *
 * @throws OffhookError `invalid-argument` for an address that is none, or not safe
 */
export const widgetAddress = ({ url, origin = url }: KunziteOptions): { src: string; origin: string } => ({
  src: safe(url).href,
  origin: safe(origin).origin,
});

/** @throws OffhookError `invalid-argument` for a chunk of no contacts */
export function chunkOf({ contacts: { chunk = 1_000 } = {} }: KunziteOptions): number {
  if (Number.isSafeInteger(chunk) && chunk > 0) return chunk;
  throw new OffhookError('invalid-argument', 'Give a chunk of one contact or more.');
}
