import type { Clock } from './clock.js';

/** Faces are repainted at most once in this time. */
const PAINT_MS = 16;

/** Returns what to call after every change: soon after, but not for each, `paint` runs and watchers hear of it. */
export function createPainter(
  clock: Clock,
  paint: () => void,
  watchers: ReadonlySet<() => void>,
): () => void {
  let painting = false;
  return () => {
    if (painting) return;
    painting = true;
    clock.after(PAINT_MS, () => {
      painting = false;
      paint();
      for (const watcher of [...watchers]) watcher();
    });
  };
}
