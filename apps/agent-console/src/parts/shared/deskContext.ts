import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Desk } from '../../desk/desk.js';
import type { DeskState } from '../../desk/deskState.js';
import type { DeskMedia, MediaState } from '../../desk/media/deskMedia.js';

/** The desk that the page's parts work on. */
export const DeskContext = createContext<Desk | undefined>(undefined);

/** The desk. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('There is no <DeskContext> around.');
  return desk;
}

/**
 * A part of the desk's state.
 *
 * @param select gives something of the state itself, not something new each time
 */
export function useDeskState<T>(select: (state: DeskState) => T): T {
  const { store } = useDesk();
  return useSyncExternalStore(store.subscribe, () => select(store.state));
}

/** What is done with calls and shown pages. */
export const useMedia = (): DeskMedia => useDesk().media;

/**
 * A part of the state of calls and shown pages.
 *
 * @param select gives something of the state itself, not something new each time
 */
export function useMediaState<T>(select: (state: MediaState) => T): T {
  const media = useMedia();
  return useSyncExternalStore(media.subscribe, () => select(media.state));
}
