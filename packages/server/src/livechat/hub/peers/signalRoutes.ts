import { Bucket } from '../bucket.js';
import { type SignalRates } from '../settings.js';

/** Where the signals of a media session go. */
interface SignalRoute {
  readonly sid: string;
  /** The seat of the other side. */
  readonly to: string;
}

/** So many are remembered of one connection. */
const mostRoutes = 32;

/** Where a connection's signals go, by media session, and how many there may be: said with the first of each, remembered then. */
export class SignalRoutes {
  readonly #routes = new Map<string, SignalRoute>();
  #frames: Bucket | undefined;
  #bytes: Bucket | undefined;

  of(media: string): SignalRoute | undefined {
    return this.#routes.get(media);
  }

  remember(media: string, route: SignalRoute): void {
    this.#routes.delete(media);
    this.#routes.set(media, route);
    const [oldest] = this.#routes.keys();
    if (this.#routes.size > mostRoutes && oldest !== undefined) this.#routes.delete(oldest);
  }

  /** The chat is left. */
  forget(sid: string): void {
    for (const [media, route] of this.#routes) if (route.sid === sid) this.#routes.delete(media);
  }

  clear(): void {
    this.#routes.clear();
  }

  /** Takes one of so many bytes from what may be sent; 0, or how many milliseconds to wait. */
  take(bytes: number, rates: SignalRates, now: number): number {
    this.#frames ??= new Bucket(rates.frames, now);
    this.#bytes ??= new Bucket(rates.bytes, now);
    const wait = this.#frames.take(rates.frames, now);
    // One that is larger than all that may be sent at once takes all of it.
    return wait > 0 ? wait : this.#bytes.take(rates.bytes, now, Math.min(bytes, rates.bytes.burst));
  }
}
