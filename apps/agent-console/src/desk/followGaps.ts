import type { Clock } from './clock.js';
import type { DeskStore } from './deskStore.js';

const patienceMs = 1_000;

/**
 * Begins the connection anew when what is missing of a log doesn't come.
 *
 * @returns stops it
 */
export function followGaps(store: DeskStore, clock: Clock, again: () => void): () => void {
  let stopTimer: (() => void) | undefined;
  const hasGap = (): boolean => store.state.chats.some(({ early }) => early.length > 0);
  const stop = (): void => {
    stopTimer?.();
    stopTimer = undefined;
  };
  const unsubscribe = store.subscribe(() => {
    if (!hasGap()) stop();
    else
      stopTimer ??= clock.after(patienceMs, () => {
        stopTimer = undefined;
        if (store.state.connection === 'online') again();
      });
  });
  return () => {
    unsubscribe();
    stop();
  };
}
