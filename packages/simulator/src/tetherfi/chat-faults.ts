import type * as v from 'valibot';
import type { Cancel, Clock } from '../clock.js';
import type { chatFaultsRequest } from './control-schemas.js';

/** What was asked for, without what isn't a fault. */
export type ChatFaults = Omit<v.InferOutput<typeof chatFaultsRequest>, 'session' | 'until' | 'restart'>;

/** Each fault, and how the back end is told that it is over. */
const knobs = [
  'drop',
  'duplicate',
  'delayMs',
  'reorder',
  'malformed',
  'offline',
  'silent',
  'queueLimit',
  'queueTimeoutMs',
  'captcha',
  'closeTimerMs',
  'vanishTimerMs',
  'historyDelayMs',
  'startFailed',
  'notification',
  'statusOffline',
] as const satisfies readonly (keyof ChatFaults)[];

type Told = Readonly<Record<string, unknown>>;

/** Faults by session; the back end holds them only as long as it lives. */
export interface FaultBook {
  /** Replaces all of the session's, until `until` ms from now if given. */
  set(session: string, faults: ChatFaults, until: number | undefined): Promise<void>;
  /** Those that are on. */
  of(session: string): Told;
  /** Without telling the back end. */
  forget(session: string): void;
  /** Tells a back end that has come back. */
  tellAll(): Promise<void>;
  close(): void;
}

function onlyOn(faults: ChatFaults): Told {
  return Object.fromEntries(
    knobs.flatMap((name) => {
      const value = faults[name];
      const isOff = value === undefined || (value === false && name !== 'captcha');
      return isOff ? [] : [[name, value]];
    }),
  );
}

export function createFaultBook(
  clock: Clock,
  tell: (session: string, knobs: Told) => Promise<void>,
): FaultBook {
  const book = new Map<string, Told>();
  const ends = new Map<string, Cancel>();

  const of = (session: string): Told => book.get(session) ?? {};

  const send = (session: string): Promise<void> => {
    const on = of(session);
    return tell(session, Object.fromEntries(knobs.map((name) => [name, on[name] ?? null])));
  };

  function forget(session: string): void {
    ends.get(session)?.();
    ends.delete(session);
    book.delete(session);
  }

  return {
    async set(session, faults, until) {
      const before = book.get(session);
      book.set(session, onlyOn(faults));
      try {
        await send(session);
      } catch (error) {
        // What the back end doesn't take is not kept for it either.
        if (before) book.set(session, before);
        else book.delete(session);
        throw error;
      }
      ends.get(session)?.();
      ends.delete(session);
      if (Object.keys(of(session)).length === 0) book.delete(session);
      if (until !== undefined) {
        ends.set(
          session,
          clock.after(until, () => {
            forget(session);
            // A back end that is away now hears of it when it is back: it keeps faults too.
            send(session).catch(() => void book.set(session, {}));
          }),
        );
      }
    },
    of,
    forget,
    async tellAll() {
      // A back end that dies meanwhile is told again, once it is back.
      await Promise.allSettled([...book.keys()].map(send));
    },
    close() {
      for (const session of [...book.keys()]) forget(session);
    },
  };
}
