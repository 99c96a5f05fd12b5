import { isIncoming, type Call } from '../model/call.js';
import { createRecency } from './recency.js';

/** Knows which call the person most likely means, at the cost of one call however many live. */
export interface FocusIndex {
  /** Takes note of a call's state; gone and ended ones leave. */
  note(call: Call): void;
  forget(id: string): void;
  /** A ringing call, else the active one, else the one being dialled, else the last held. */
  focus(): string | undefined;
  /** Inbound calls that ring, the longest ringing first. */
  incoming(): Iterable<string>;
}

export function createFocusIndex(): FocusIndex {
  const incoming = new Set<string>();
  const active = createRecency();
  const outgoing = createRecency();
  const held = createRecency();

  function place(id: string, call: Call | undefined): void {
    if (call !== undefined && isIncoming(call)) incoming.add(id);
    else incoming.delete(id);
    const state = call?.state;
    const home =
      state === 'active'
        ? active
        : state === 'held'
          ? held
          : state === 'dialing' || (state === 'ringing' && !incoming.has(id))
            ? outgoing
            : undefined;
    for (const each of [active, outgoing, held]) if (each !== home) each.leave(id);
    home?.enter(id);
  }

  return {
    note: (call) => place(call.id, call),
    forget: (id) => place(id, undefined),
    focus: () => incoming.values().next().value ?? active.last() ?? outgoing.last() ?? held.last(),
    incoming: () => incoming,
  };
}
