import type { MediaEndWhy, MediaWants } from '../../wire/media.js';

/** What the slot `OnCobrChanged(sid, state, clientId)` is told: our own, the documented ones say less. */
export interface CobrState {
  readonly phase: 'starting' | 'connected' | 'reconnecting' | 'ended';
  /** What is shown: the page's document, a screen, or both. */
  readonly dom: boolean;
  readonly screen: boolean;
  readonly pointer: boolean;
  readonly annotate: boolean;
  readonly localStreams: readonly MediaStream[];
  readonly endedBy?: 'c' | 'a' | 's';
  readonly why?: MediaEndWhy;
  /** It never began: no agent is in the chat (P-20). */
  readonly code?: 'NotConnected';
}

/** How one ended. */
export interface CobrEnd {
  readonly endedBy?: 'c' | 'a' | 's';
  readonly why?: MediaEndWhy;
  readonly code?: 'NotConnected';
}

/** A state of a session that wants this. */
export function stateOf(
  wants: MediaWants,
  phase: CobrState['phase'],
  localStreams: readonly MediaStream[],
  end: CobrEnd = {},
): CobrState {
  return {
    phase,
    dom: wants.dom === true,
    screen: wants.screen === true,
    pointer: wants.pointer === true,
    annotate: wants.annotate === true,
    localStreams,
    ...end,
  };
}
