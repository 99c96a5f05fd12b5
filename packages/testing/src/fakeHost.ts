/** A message as a page gets it: what was said, from which origin, by which window. */
export interface FakeMessage {
  readonly origin: string;
  readonly source: Window | null;
}

/** The page's window, as far as a frame channel needs one. */
export interface FakeHost extends Pick<Window, 'addEventListener' | 'removeEventListener'> {
  /** Delivers a message to the page, whoever it claims to be from. */
  dispatch(data: unknown, from: FakeMessage): void;
  /** How many listeners the page has now. Zero after everything was closed, or something leaks. */
  readonly listeners: number;
}

/** Another window: a vendor's frame, or a stranger's. */
export interface FakeWindow extends Window {
  /** What was posted to it, in order, and to which origin. */
  readonly posted: readonly { readonly message: unknown; readonly targetOrigin: string }[];
}

/**
 * A page to try the real `frameChannel` on: says what origin and window a message comes from. Data is handed on as
 * it is; a browser would clone it.
 *
 * @example
 * const host = fakeHost();
 * const vendor = fakeWindow();
 * const channel = frameChannel({ origin: 'https://vendor.example', source: () => vendor, accept, host });
 * host.dispatch({ type: 'ring' }, { origin: 'https://evil.example', source: vendor });   // refused
 */
export function fakeHost(): FakeHost {
  const listeners = new Map<string, Set<EventListenerOrEventListenerObject>>();
  const of = (type: string): Set<EventListenerOrEventListenerObject> => {
    const known = listeners.get(type) ?? new Set();
    listeners.set(type, known);
    return known;
  };
  return {
    addEventListener(type: string, listener: EventListenerOrEventListenerObject) {
      of(type).add(listener);
    },
    removeEventListener(type: string, listener: EventListenerOrEventListenerObject) {
      of(type).delete(listener);
    },
    dispatch(data, { origin, source }) {
      // Only these three are looked at; a real MessageEvent wouldn't take a window that is a fake.
      const event = { type: 'message', data, origin, source } as MessageEvent;
      for (const listener of [...of('message')]) {
        if (typeof listener === 'function') listener(event);
        else listener.handleEvent(event);
      }
    },
    get listeners() {
      let count = 0;
      for (const each of listeners.values()) count += each.size;
      return count;
    },
  };
}

/**
 * A window that keeps what is posted to it.
 *
 * @example expect(vendor.posted).toEqual([{ message, targetOrigin: 'https://vendor.example' }]);
 */
export function fakeWindow(): FakeWindow {
  const posted: { message: unknown; targetOrigin: string }[] = [];
  const window = {
    posted,
    postMessage(message: unknown, target?: string | WindowPostMessageOptions) {
      posted.push({
        message,
        targetOrigin: typeof target === 'string' ? target : (target?.targetOrigin ?? '/'),
      });
    },
  };
  // A frame channel compares windows and posts to them; the rest of a Window would be dead weight here.
  return window as unknown as FakeWindow;
}
