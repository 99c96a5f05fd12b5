/** A window that a page has opened, as far as that page can tell. */
export interface FakePopup {
  readonly name: string;
  readonly closed: boolean;
  /** As its own page sees it. */
  readonly opener: unknown;
  /** Where it was sent, in order. */
  readonly urls: readonly string[];
  /** How often it was brought to the front. */
  readonly focused: number;
  /** The person closes it. */
  closeByHand(): void;
  /** Its page posts something to ours. */
  post(data: unknown, origin: string): void;
}

/** A browser's windows, as far as a page opens them. */
export interface FakeWindows {
  readonly opened: readonly FakePopup[];
  /** Whether the browser blocks what is opened. */
  blocks: boolean;
}

/** Something is posted to this page, whoever it claims to be from. */
export function postToPage(data: unknown, origin: string, source: unknown): void {
  // A real MessageEvent wouldn't take a window that is a fake.
  window.dispatchEvent(Object.assign(new Event('message'), { data, origin, source }));
}

/**
 * Stands in for `window.open` in each test of the file, with the rules of browsers: once a window shows another origin's
 * page, only who is its opener may send it elsewhere, close it or find it by its name; its opener can't be changed.
 */
export function fakeWindows(): FakeWindows {
  const popups: FakePopup[] = [];
  const browser = { opened: popups, blocks: false };

  function open(name: string): FakePopup {
    const urls: string[] = [];
    let closed = false;
    let opener: unknown = window;
    let focused = 0;
    const isForeign = (): boolean => urls.some((url) => new URL(url).origin !== location.origin);
    const isOutOfReach = (): boolean => opener === null && isForeign();
    const popup = {
      name,
      urls,
      get closed() {
        return closed;
      },
      get opener() {
        return opener;
      },
      set opener(value) {
        if (isForeign()) throw new DOMException('Blocked a frame of another origin.', 'SecurityError');
        opener = value;
      },
      get focused() {
        return focused;
      },
      location: {
        replace(url: string) {
          if (!isOutOfReach()) urls.push(url);
        },
        get href() {
          if (isForeign()) throw new DOMException('Blocked a frame of another origin.', 'SecurityError');
          return urls.at(-1) ?? 'about:blank';
        },
      },
      focus: () => void (focused += 1),
      close() {
        if (!isOutOfReach()) closed = true;
      },
      closeByHand: () => void (closed = true),
      post: (data: unknown, origin: string) => postToPage(data, origin, popup),
    };
    popups.push(popup);
    return popup;
  }

  const before = window.open;
  beforeEach(() => {
    popups.length = 0;
    browser.blocks = false;
    window.open = (url, name = '_blank') => {
      if (String(url) !== 'about:blank')
        throw new Error('A window is opened empty, so that blocking is seen.');
      if (browser.blocks) return null;
      const known = popups.find(
        (each) => each.name === name && name !== '_blank' && !each.closed && each.opener !== null,
      );
      return (known ?? open(name)) as unknown as Window;
    };
  });
  afterEach(() => {
    window.open = before;
  });
  return browser;
}
