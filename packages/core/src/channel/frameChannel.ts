import type { RejectionReason } from '../model/event.js';
import { OffhookError } from '../model/error.js';
import { systemClock, type Clock } from '../ports/clock.js';
import type { Channel } from './channel.js';
import { measure } from './measure.js';
import { tally } from './tally.js';

/** Whom to speak with, and within which bounds. */
export interface FrameChannelOptions<In> {
  /** The vendor's exact origin, such as `https://phone.example`. */
  readonly origin: string;
  /** The vendor's window now, or `null` while there is none. */
  readonly source: () => Window | null;
  /** Whether this is a message of the vendor's, of the right shape. */
  readonly accept: (data: unknown) => data is In;
  /** Told how many messages were dropped and why; at most once a second for one reason. */
  readonly onRejected?: (reason: RejectionReason, count: number) => void;
  readonly clock?: Clock;
  /** The most characters that one message may hold, in all its strings and keys together. 262,144 unless given. */
  readonly maxChars?: number;
  /** The most messages a second. 1,000 unless given. */
  readonly maxRate?: number;
  /** Where messages arrive. The page's window unless given. */
  readonly host?: Pick<Window, 'addEventListener' | 'removeEventListener'>;
}

/** The exact origin of an address: throws `invalid-argument` for `*`, `null` and whatever isn't http(s). */
export function exactOrigin(address: string): string {
  const origin = URL.canParse(address) ? new URL(address) : undefined;
  if (origin === undefined || !/^https?:$/.test(origin.protocol)) {
    throw new OffhookError(
      'invalid-argument',
      `“${address}” is no origin. Give one such as https://phone.example.`,
    );
  }
  return origin.origin;
}

/**
 * postMessage with a vendor's frame. A message is dropped, counted and reported unless its origin AND its source
 * window are the vendor's, its size and rate are within bounds, and the guard accepts it.
 *
 * @example
 * const channel = frameChannel({ origin, source: () => iframe.contentWindow, accept: isVendorMessage });
 * channel.listen(handle);
 */
export function frameChannel<In>(options: FrameChannelOptions<In>): Channel<In> {
  const { source, clock = systemClock, maxChars = 262_144, maxRate = 1_000 } = options;
  const origin = exactOrigin(options.origin);
  const host = options.host ?? window;
  const handlers = new Set<(message: In) => void>();
  const rejected = tally<RejectionReason>(clock, options.onRejected);
  let second = -Infinity;
  let inSecond = 0;

  /** A guard meets hostile values; one that throws has refused. */
  function accepts(data: unknown): data is In {
    try {
      return options.accept(data);
    } catch {
      return false;
    }
  }

  function withinRate(): boolean {
    const now = clock.monotonic();
    if (now - second >= 1_000) {
      second = now;
      inSecond = 0;
    }
    inSecond += 1;
    return inSecond <= maxRate;
  }

  function receive(event: MessageEvent): void {
    const vendor = source();
    const fromVendor = vendor !== null && event.source === vendor;
    const data: unknown = event.data;
    if (event.origin !== origin || !fromVendor) {
      // A page hears other people's messages all day. Only what pretends to be the vendor is worth a word.
      if (event.origin === origin) rejected.add('source');
      else if (fromVendor || (measure(data, maxChars) && accepts(data))) rejected.add('origin');
    } else if (!withinRate()) rejected.add('rate');
    else if (!measure(data, maxChars)) rejected.add('size');
    else if (!accepts(data)) rejected.add('malformed');
    else for (const handler of handlers) handler(data);
  }
  host.addEventListener('message', receive);

  return {
    listen: (handler) => {
      handlers.add(handler);
      return () => void handlers.delete(handler);
    },
    send: (message) => source()?.postMessage(message, origin),
    close: () => {
      host.removeEventListener('message', receive);
      handlers.clear();
      rejected.close();
    },
  };
}
