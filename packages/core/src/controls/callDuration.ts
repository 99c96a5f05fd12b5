import type { Offhook } from '../client.js';
import { runOn } from '../fold/durations.js';
import { isAnswered } from '../model/call.js';
import type { Clock } from '../ports/clock.js';
import type { Current } from '../stream/current.js';
import { combine } from '../stream/select.js';
import { ticker } from '../stream/ticker.js';

const tickers = new WeakMap<Clock, Current<number>>();

function sharedTicker(clock: Clock): Current<number> {
  const known = tickers.get(clock);
  if (known !== undefined) return known;
  const made = ticker(clock, 1_000);
  tickers.set(clock, made);
  return made;
}

/**
 * The talk time of a call in milliseconds (of the call in focus, without an id): it ticks once a second while the
 * call is answered and somebody looks, and stands still when it has ended.
 *
 * @example callDuration(phone, id).subscribe((ms) => show(Math.floor(ms / 1000)));
 */
export function callDuration(client: Offhook, id?: string): Current<number> {
  const target = id === undefined ? client.focus : client.calls.get(id);
  return combine([target, sharedTicker(client.clock)], (call, now) => {
    if (call === undefined) return 0;
    if (!isAnswered(call)) return call.durations.talkMs;
    return runOn(call, Math.max(now, call.durations.asOf)).talkMs;
  });
}
