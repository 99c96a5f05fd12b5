import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '../../clock.js';
import { unfinishedMs } from './tusRoute.js';

const everyMs = 3_600_000;

/**
 * Deletes, once an hour, what nobody can ask for any more: uploads that weren't ended within a day, and files of chats that are
 * forgotten. Gives what ends it.
 */
export function sweepFiles(folder: string, retentionMs: number, clock: Clock): () => void {
  let stop: () => void = () => undefined;

  async function isOver(place: string): Promise<boolean> {
    const found = await stat(place).catch(() => undefined);
    if (found?.isFile() !== true) return false;
    const age = clock.now() - found.mtimeMs;
    return age > retentionMs + unfinishedMs || (place.endsWith('.part') && age > unfinishedMs);
  }
  async function sweep(): Promise<void> {
    for (const name of await readdir(folder).catch(() => [])) {
      const place = path.join(folder, name);
      if (/^[0-9a-f]{32}(\.json|\.part)?$/.test(name) && (await isOver(place)))
        await rm(place, { force: true });
    }
  }
  function wait(): void {
    stop = clock.setTimeout(() => {
      // What couldn't be deleted now can be in an hour.
      void sweep().catch(() => undefined);
      wait();
    }, everyMs);
  }
  wait();
  return () => stop();
}
