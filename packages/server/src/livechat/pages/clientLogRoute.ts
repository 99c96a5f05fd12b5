import type { Clock } from '../../clock.js';
import { logText, type ChatLog } from '../chatLog.js';
import { done, type Serve } from '../http/exchange.js';
import { FrontError } from '../http/frontError.js';
import { isObject } from '../http/isObject.js';
import { rateLimit } from '../http/rateLimit.js';
import { parseJson, readBody } from '../http/readBody.js';

/** A line of a page's own log. */
export interface PageLine {
  readonly type: 'info' | 'warn' | 'error';
  readonly unit: string;
  readonly msg: string;
}

const body = { bytes: 65_536, ms: 5_000 };
const mostLines = 50;
/** For an address: several people may be behind it. */
const rate = { burst: 300, perMinute: 300 };

function lineOf(value: unknown): PageLine {
  if (!isObject(value)) throw new FrontError('bad-request', 'Lines with type, unit and msg were expected.');
  const { type, unit, msg } = value;
  if (type !== 'info' && type !== 'warn' && type !== 'error') {
    throw new FrontError('bad-request', 'type: info, warn or error was expected.');
  }
  if (typeof unit !== 'string' || typeof msg !== 'string') {
    throw new FrontError('bad-request', 'unit and msg: texts were expected.');
  }
  return { type, unit: logText(unit, 100), msg: logText(msg) };
}

/** `{ lines: [...] }`, an array of lines, or one. */
function linesOf(value: unknown): readonly PageLine[] {
  const lines = isObject(value) && Array.isArray(value['lines']) ? value['lines'] : value;
  const all: readonly unknown[] = Array.isArray(lines) ? lines : [lines];
  if (all.length > mostLines)
    throw new FrontError('bad-request', `${mostLines} lines were expected at most.`);
  return all.map(lineOf);
}

/**
 * `POST …/log` (T-122): what pages tell with `slog`. Whatever a page sends, it can't forge lines, fill the disk, or put a token
 * in the log.
 */
export function clientLogRoute(
  log: ChatLog,
  clock: Clock,
  keep: (site: string, line: PageLine) => void,
): Serve {
  const limit = rateLimit(rate, clock);
  return async ({ request, site, address }) => {
    const lines = linesOf(parseJson(await readBody(request, body, clock)));
    const wait = limit.take(address, lines.length);
    if (wait > 0) throw new FrontError('too-many', 'Too many lines: wait a little.', { retryAfterMs: wait });
    for (const line of lines) {
      const { type, unit, msg } = line;
      log({ level: type, event: 'page', site, unit, text: msg });
      keep(site, line);
    }
    return done;
  };
}
