import { setImmediate } from 'node:timers';
import { deserialize, serialize } from 'node:v8';
import { virtualClock, type VirtualClock } from '../../testing/virtualClock.js';

/** The virtual clock, in a test environment that lacks what it and the fakes stand on. */
export function jsdomClock(): VirtualClock {
  globalThis.setImmediate = setImmediate;
  globalThis.structuredClone = <T>(value: T): T => deserialize(serialize(value)) as T;
  return virtualClock();
}
