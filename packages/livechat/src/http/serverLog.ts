import type { Env } from '../boot/env.js';
import type { LogLine } from '../wire/http.js';
import { request } from './request.js';
import { address } from './urls.js';

const flushAfterMs = 1_000;
const retryAfterMs = 5_000;
const mostInBatch = 50;
const mostKept = 200;
const longest = 2_000;

/** The page's own log at the server (row T-122). */
export interface ServerLog {
  write(type: string, unit: string, msg: string): void;
  /** Sends what is left while the page goes away. */
  leave(): void;
}

/**
 * Lines go out together, a second after the first. While the server is away the last 200 are kept; none is worth more than
 * the page's own work.
 */
export function createServerLog(env: Env): ServerLog {
  let lines: LogLine[] = [];
  let waiting = false;

  const wait = (ms: number): void => {
    waiting = true;
    env.clock.setTimeout(() => void flush(), ms);
  };

  async function flush(): Promise<void> {
    const batch = lines.splice(0, mostInBatch);
    if (batch.length === 0) {
      waiting = false;
      return;
    }
    const kept = await request(env, address(env, 'log'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(batch),
    }).then(
      // Lines that are refused as they are would be refused again.
      ({ status }) => status < 500 && status !== 429,
      () => false,
    );
    if (!kept) lines = [...batch, ...lines].slice(-mostKept);
    if (lines.length === 0) waiting = false;
    else wait(kept ? flushAfterMs : retryAfterMs);
  }

  return {
    write(type, unit, msg) {
      const known = type === 'warn' || type === 'error' ? type : 'info';
      lines.push({ type: known, unit: unit.slice(0, 200), msg: msg.slice(0, longest) });
      if (lines.length > mostKept) lines.shift();
      if (!waiting) wait(flushAfterMs);
    },
    leave() {
      const batch = lines.splice(0, mostInBatch);
      if (batch.length > 0) env.beacon(address(env, 'log'), JSON.stringify(batch));
    },
  };
}
