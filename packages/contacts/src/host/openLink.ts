import type { EngineLink } from './protocol.js';
import { workerLink } from './workerLink.js';

/** A worker of the app's own making, or `false` for none. */
export type WorkerOption = false | (() => Worker);

/** Starts a worker for the contacts; where there can be none, holds them in this thread. */
export async function openLink(option: WorkerOption | undefined, stores: boolean): Promise<EngineLink> {
  if (option !== false && (option || typeof Worker !== 'undefined')) {
    try {
      return await workerLink((option || (stores ? storingWorker : plainWorker))());
    } catch {
      // A policy forbids it, or the file isn't where it should be.
    }
  }
  const { localLink } = await import('./localLink.js');
  return localLink();
}

// Each written out in one expression, which is how bundlers know that the file is a worker to be bundled too.
const plainWorker = (): Worker =>
  new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'offhook-contacts' });
const storingWorker = (): Worker =>
  new Worker(new URL('./storingWorker.js', import.meta.url), { type: 'module', name: 'offhook-contacts' });
