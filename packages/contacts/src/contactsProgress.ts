import type { ContactStorage } from './host/protocol.js';

/** How far the contacts are. */
export interface ContactsProgress {
  /** `idle` before the first load where nothing was stored; `ready` with what is loaded or stored. */
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  /** How many contacts there are; while they are loaded, how many have been handed over. */
  readonly loaded: number;
  /** Of how many, where the source says that beforehand. */
  readonly total?: number;
  /** Whether they outlive the page; `unavailable` where they should and IndexedDB failed. */
  readonly storage: ContactStorage;
  /** What went wrong, with `failed`. */
  readonly error?: unknown;
}
