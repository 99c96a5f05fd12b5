import { createEngineHost } from './engineHost.js';
import { inTurn } from './inTurn.js';
import { pause } from './pause.js';
import type { EngineLink } from './protocol.js';

/**
 * Holds the contacts in this thread, where there is no worker. Everything is done in small pieces: a page goes on
 * painting, and takes longer until all is found.
 */
export function localLink(): EngineLink {
  const host = createEngineHost({
    budget: 2,
    largestSegment: 1_024,
    openStore: async (name) => (await import('../storage/idbStore.js')).idbStore(name),
  });
  return { request: inTurn(host, pause), close: () => host.close() };
}
