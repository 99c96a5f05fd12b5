import type { FromPage } from '../page-protocol.js';

export interface HostBridge {
  post(data: unknown): void;
  restrict(origins: readonly string[]): void;
}

/** A frame as JSON knows it; what JSON can't say is said in words. */
function plain(data: unknown): unknown {
  try {
    // As a part of something else, since alone `undefined` has no JSON.
    const { data: copy = null } = JSON.parse(JSON.stringify({ data })) as { data?: unknown };
    return copy;
  } catch {
    return { unserialisable: String(data) };
  }
}

/**
 * The widget's side of postMessage. Like the real widget it posts to any origin and checks neither
 * origin nor source of what it gets; only a simulator may do that.
 */
export function openHostBridge(send: (message: FromPage) => void): HostBridge {
  let strict: readonly string[] = [];
  const host = window.parent;
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source === window) return;
    send({ kind: 'frame', origin: event.origin, data: plain(event.data) });
  });
  return {
    post(data) {
      if (host === window) return;
      for (const origin of strict.length > 0 ? strict : ['*']) host.postMessage(data, origin);
    },
    restrict(origins) {
      strict = origins;
    },
  };
}
