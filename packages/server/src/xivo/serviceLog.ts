import type { Clock } from '../clock.js';
import type { Route } from '../metrics/serviceMetrics.js';

/** One line of the service's log. Nothing in it is a token or a ticket. */
export interface LogEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `info`: served. `warn`: the client's fault. `error`: the service's, or that of the host's code. */
  readonly level: 'info' | 'warn' | 'error';
  /** `request`: a request was answered. `answer`: the host's code gave nothing that could be sent. `close`: the service ended. */
  readonly event: 'request' | 'answer' | 'close';
  readonly route?: Route;
  readonly status?: number;
  /** The code of the error that was answered, or why there was no answer. */
  readonly code?: string;
  /** How long it took. */
  readonly ms?: number;
  readonly channel?: string;
  readonly callId?: string;
  /** What was thrown, with its place. */
  readonly error?: string;
}

/** Takes log entries. */
export type Log = (entry: Omit<LogEntry, 'at'>) => void;

const jwt = /\bey[\w-]*\.[\w-]+\.[\w-]*/g;

/** What was thrown, as text without the token, or anything that looks like one: the host's code may have put it there. */
export function describe(thrown: unknown, token = ''): string {
  const text =
    thrown instanceof Error ? (thrown.stack ?? `${thrown.name}: ${thrown.message}`) : typeof thrown;
  const without = token === '' ? text : text.replaceAll(token, '[token]');
  return without.replace(jwt, '[token]').slice(0, 4_000);
}

/** Failures alone, a line of JSON each: whoever wants every request gives a log of their own. */
function toStandardError(entry: LogEntry): void {
  if (entry.level === 'error') process.stderr.write(`${JSON.stringify(entry)}\n`);
}

/** Adds the time; a log that throws is the host's affair and stops no answer. */
export function serviceLog(given: ((entry: LogEntry) => void) | undefined, clock: Clock): Log {
  const write = given ?? toStandardError;
  return (entry) => {
    try {
      write({ at: clock.now(), ...entry });
    } catch {
      // There is nowhere left to tell it.
    }
  };
}
