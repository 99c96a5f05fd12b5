import type { DeskEvent } from './deskEvent.js';
import { deskReducer } from './deskReducer.js';
import type { DeskState } from './deskState.js';

/** The state of the desk, and who is told when it changes. */
export interface DeskStore {
  readonly state: DeskState;
  dispatch(event: DeskEvent): void;
  /** @returns stops it */
  subscribe(listener: () => void): () => void;
}

/** Holds the desk's state. */
export function createDeskStore(initial: DeskState): DeskStore {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get state() {
      return state;
    },
    dispatch(event) {
      const next = deskReducer(state, event);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
