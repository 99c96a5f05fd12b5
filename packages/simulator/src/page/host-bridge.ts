/** A frame that came from the host, on its way to the server. */
export interface HostFrame {
  readonly kind: 'frame';
  readonly origin: string;
  readonly data: unknown;
}

/** The way to the host. */
export interface HostBridge {
  post(data: unknown): void;
  restrict(origins: readonly string[]): void;
}

/** A frame as JSON knows it; what JSON can't say is said in words. */
export function plain(data: unknown): unknown {
  try {
    // As a part of something else, since alone `undefined` has no JSON.
    const { data: copy = null } = JSON.parse(JSON.stringify({ data })) as { data?: unknown };
    return copy;
  } catch {
    return { unserialisable: String(data) };
  }
}

/** Posts to whatever host there is, and to no other once it is told which; only a simulator may do that. */
export function openHostPoster(): HostBridge {
  let strict: readonly string[] = [];
  const host = window.parent;
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

/**
 * The widget's side of postMessage. Like the real widgets it posts to any origin, and whose frames are
 * listened to its server says; only a simulator may do that.
 */
export function openHostBridge(send: (message: HostFrame) => void): HostBridge {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source === window) return;
    send({ kind: 'frame', origin: event.origin, data: plain(event.data) });
  });
  return openHostPoster();
}
