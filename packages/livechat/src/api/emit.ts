import type { Env } from '../boot/env.js';
import { argumentsOf, type About, type EventName, type EventValues, type Mode } from './events.js';

/** Calls the slot of an event. */
export type Emit = <K extends EventName>(name: K, values: EventValues[K], about?: About) => void;

/** Slots are read when their event happens; one that throws stops nothing else. */
export function createEmit(
  slots: Readonly<Partial<Record<EventName, unknown>>>,
  mode: Mode,
  env: Pick<Env, 'report'>,
): Emit {
  return (name, values, about) => {
    try {
      const slot = slots[name];
      if (typeof slot === 'function') Reflect.apply(slot, slots, argumentsOf(name, mode, values, about));
    } catch (error) {
      env.report(error);
    }
  };
}
