/** What tabs hear one another through. */
export interface TabsChannel {
  post(message: unknown): void;
  /** One listener at a time. */
  onMessage(listener: (message: unknown) => void): void;
  close(): void;
}

/** What a page has of the browser, as far as tabs need it; tests bring their own. */
export interface TabsHost {
  /** Web Locks, where there are some. */
  readonly locks: Pick<LockManager, 'request'> | undefined;
  /** Undefined where tabs can't hear one another. */
  open(name: string): TabsChannel | undefined;
  /** Whether a person can see this tab. */
  visible(): boolean;
  /** Calls back when that has changed. */
  onVisibility(listener: () => void): () => void;
  /** Calls back when the network is there again. */
  onOnline(listener: () => void): () => void;
  /** Calls back when the page is frozen or left (`false`), and when it comes back from there (`true`). */
  onLife(listener: (lives: boolean) => void): () => void;
  /** What tabs remember together for a while. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> | undefined;
  /** Whether there is IndexedDB, and it may be used. */
  readonly hasDatabase: boolean;
}

/** Reads what a browser may refuse by throwing. */
function allowed<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function on(target: EventTarget | undefined, types: readonly string[], listener: (type: string) => void) {
  const heard = (event: Event): void => listener(event.type);
  for (const type of types) target?.addEventListener(type, heard);
  return (): void => {
    for (const type of types) target?.removeEventListener(type, heard);
  };
}

/** The page's own browser; of a server, nothing. */
export function browserHost(): TabsHost {
  const page = typeof document === 'undefined' ? undefined : document;
  const view = page?.defaultView ?? undefined;
  const Channel = view && (globalThis.BroadcastChannel as typeof BroadcastChannel | undefined);
  return {
    locks: view && navigator.locks,
    storage: view && allowed(() => view.localStorage),
    hasDatabase: view !== undefined && allowed(() => view.indexedDB) !== undefined,
    open(name) {
      const channel = Channel && allowed(() => new Channel(name));
      return (
        channel && {
          post: (message) => channel.postMessage(message),
          onMessage: (listener) => {
            channel.onmessage = ({ data }) => listener(data);
          },
          close: () => channel.close(),
        }
      );
    },
    visible: () => page?.visibilityState !== 'hidden',
    onVisibility: (listener) => on(page, ['visibilitychange'], listener),
    onOnline: (listener) => on(view, ['online'], listener),
    onLife: (listener) => on(view, ['pagehide', 'pageshow'], (type) => listener(type === 'pageshow')),
  };
}
