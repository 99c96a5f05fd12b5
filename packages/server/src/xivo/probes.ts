import { everyHeader, jsonHeaders, type Reply } from './exchange.js';
import type { ServiceParts } from './serviceParts.js';

/** What the machinery around a service asks for. */
export interface Probes {
  /** Alive: the process answers. */
  health(): Reply;
  /** Of use: events can be written, and the service isn't about to end. */
  ready(): Promise<Reply>;
  metrics(): Promise<Reply>;
}

/** Probes tell nothing of calls or people, and any client may ask. */
export function probes(parts: ServiceParts, isClosing: () => boolean): Probes {
  const status = (good: boolean): Reply => ({
    status: good ? 200 : 503,
    headers: jsonHeaders,
    body: `{"ok":${String(good)}}`,
  });
  return {
    health: () => status(true),
    ready: async () => status(!isClosing() && (await parts.events.ready())),
    async metrics() {
      const body = await parts.metrics.text();
      return { status: 200, headers: { ...everyHeader, 'content-type': parts.metrics.contentType }, body };
    },
  };
}
