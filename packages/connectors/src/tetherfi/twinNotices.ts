import type { Clock } from '@offhook/core';
import type { VendorEvent } from './vendorEvent.js';

/** Two names of one event may both be called for it (trap 32): the second within this time is the same; milliseconds. */
const twiceMs = 1_000;

/** Whether this is the notice that has just been told, under its other name (row T-150). */
export function twinNotices(clock: Clock): (slot: string, event: VendorEvent) => boolean {
  let last: { readonly slot: string; readonly said: string; readonly at: number } | undefined;
  return (slot, event) => {
    if (event.type !== 'notice') return false;
    const said = JSON.stringify([event.code, event.sid, event.clientId]);
    const at = clock.monotonic();
    const twin = last?.said === said && last.slot !== slot && at - last.at < twiceMs;
    last = twin ? undefined : { slot, said, at };
    return twin;
  };
}
