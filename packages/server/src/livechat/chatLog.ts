import type { Clock } from '../clock.js';
import type { ChatRoute } from '../metrics/chatMetrics.js';

/** One line of a live chat's log. No token, cookie, captcha, message or customer's detail is in it, and no address of a chat. */
export interface ChatLogEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `info`: served. `warn`: the client's fault, or a page's own line. `error`: the server's. */
  readonly level: 'info' | 'warn' | 'error';
  /** `request`: answered. `page`: a page's own line (T-122). `problem`: something went wrong that nobody asked for. `start`, `close`: of the server. */
  readonly event: 'request' | 'page' | 'problem' | 'start' | 'close';
  readonly route?: ChatRoute;
  readonly status?: number;
  readonly code?: string;
  /** How long it took. */
  readonly ms?: number;
  readonly site?: string;
  /** Which method of a page tells it (T-122). */
  readonly unit?: string;
  readonly text?: string;
}

/** Takes log entries. */
export type ChatLog = (entry: Omit<ChatLogEntry, 'at'>) => void;

const control = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;
/** What looks like a token: three or five parts with dots, or 40 characters and more without a space that a name or number hasn't. */
const secret = /\bey[\w-]*\.[\w-]*\.[\w-]*(?:\.[\w-]*)*|[\w+/-]{40,}=*/g;

/** A text that can stand in a line of a log: no control characters, nothing that looks like a token, not too long. */
export const logText = (text: string, longest = 1_000): string =>
  text.replace(control, ' ').replace(secret, '[secret]').slice(0, longest);

/** What was thrown, as a text for the log. */
export const thrownText = (thrown: unknown): string =>
  logText(thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : typeof thrown);

/** What pages tell, and failures: whoever wants every request gives a log of their own. */
function toStandardError(entry: ChatLogEntry): void {
  const { level, event } = entry;
  if (event === 'request' ? level === 'error' : level !== 'info' || event === 'page')
    process.stderr.write(`${JSON.stringify(entry)}\n`);
}

/** Adds the time; a log that throws is the host's affair and stops no answer. */
export function chatLog(given: ((entry: ChatLogEntry) => void) | undefined, clock: Clock): ChatLog {
  const write = given ?? toStandardError;
  return (entry) => {
    try {
      write({ at: clock.now(), ...entry });
    } catch {
      // There is nowhere left to tell it.
    }
  };
}
