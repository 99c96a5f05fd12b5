/** Where things are on a page that has no layout of its own, and the observers that would notice. */
export interface FakeLayout {
  /** Puts an element there, without anybody noticing. */
  place(element: Element, box: { left: number; top: number; width: number; height: number }): void;
  /** Lets those notice who watch the size of the element. */
  resized(element: Element): void;
  /** Lets those notice who watch whether the element is where it was. */
  shifted(element: Element): void;
  /** What each IntersectionObserver that still looks was asked for. */
  readonly shiftWatches: readonly IntersectionObserverInit[];
  /** How many observers still look. Zero after everything was closed, or something leaks. */
  readonly observers: number;
}

/** Installs a layout for each test of the file. */
export function fakeLayout(): FakeLayout {
  const observers = new Set<Observer>();
  let placed = new WeakMap<Element, DOMRect>();

  class Observer {
    readonly elements = new Set<Element>();
    readonly notice: () => void;
    readonly options: IntersectionObserverInit | undefined;

    constructor(notice: () => void, options?: IntersectionObserverInit) {
      this.notice = notice;
      this.options = options;
    }

    observe(element: Element): void {
      this.elements.add(element);
      observers.add(this);
    }

    unobserve(element: Element): void {
      this.elements.delete(element);
    }

    disconnect(): void {
      this.elements.clear();
      observers.delete(this);
    }
  }
  class FakeResizeObserver extends Observer {}
  class FakeIntersectionObserver extends Observer {}

  const notice = (kind: typeof Observer, element: Element): void => {
    for (const each of [...observers]) if (each instanceof kind && each.elements.has(element)) each.notice();
  };

  beforeEach(() => {
    observers.clear();
    placed = new WeakMap();
    Object.assign(globalThis, {
      ResizeObserver: FakeResizeObserver,
      IntersectionObserver: FakeIntersectionObserver,
    });
    jest.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function rectOf(this: Element) {
      return placed.get(this) ?? rect(0, 0, 0, 0);
    });
  });

  return {
    place(element, { left, top, width, height }) {
      placed.set(element, rect(left, top, width, height));
    },
    resized: (element) => notice(FakeResizeObserver, element),
    shifted: (element) => notice(FakeIntersectionObserver, element),
    get shiftWatches() {
      return [...observers].flatMap((each) =>
        each instanceof FakeIntersectionObserver ? (each.options ?? []) : [],
      );
    },
    get observers() {
      return observers.size;
    },
  };
}

function rect(left: number, top: number, width: number, height: number): DOMRect {
  const box = { x: left, y: top, left, top, width, height, right: left + width, bottom: top + height };
  return { ...box, toJSON: () => box };
}
