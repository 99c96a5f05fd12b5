import { type Clock } from '../../clock.js';
import { type SessionLog } from './sessionLog.js';

const againMs = 5_000;

/** Tells a log's notes once, as soon as it can be asked. @returns a function that ends the wait */
export function tellNotes(log: SessionLog, tell: (text: string) => void, clock: Clock): () => void {
  let ended = false;
  let cancel: (() => void) | undefined;

  async function ask(): Promise<void> {
    const away = await log.ready();
    const notes = away === undefined ? await log.notes() : [];
    if (isEnded()) return;
    for (const note of notes) tell(note);
    if (away !== undefined) cancel = clock.setTimeout(() => void ask(), againMs);
  }

  const isEnded = (): boolean => ended;
  void ask();

  return () => {
    ended = true;
    cancel?.();
  };
}
