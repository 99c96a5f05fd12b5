import { object } from '../link/read.js';
import type { Globals } from './install.js';
import type { Note } from './note.js';

/**
 * The client log (row T-6): `__clientlog(type, unit, msg)` passes a line on to `slog`, of whichever API object is there; what
 * is told before that waits. The API's own notes go this way, so that they reach the server only where a page includes this.
 */
export function installClientLog(globals: Globals): void {
  if (globals.__clientlog !== undefined) return;
  const early: Parameters<Note>[] = [];
  const note: Note = (...line) => {
    early.push(line);
    const slog = object(globals.livechat)?.slog;
    if (typeof slog !== 'function') {
      early.splice(0, early.length - 50);
      return;
    }
    for (const one of early.splice(0)) Reflect.apply(slog, globals.livechat, one);
  };
  globals.__clientlog = note;
}
