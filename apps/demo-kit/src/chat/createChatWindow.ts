import { createCurrent, type Current } from '@offhook/core';
import { homePlace, type ChatPlace } from './chatPlace.js';

export type ChatView = 'closed' | 'open' | 'minimised';

/** The floating chat of one browser tab: whether it is open, and where. It knows nothing of what is said in it. */
export interface ChatWindow {
  readonly view: Current<ChatView>;
  /** Where somebody wants it; it may have to be shown elsewhere, for want of room. */
  readonly place: Current<ChatPlace>;
  /** Whether whoever opened it still waits to be able to write. */
  readonly wantsFocus: Current<boolean>;
  /** Opens it because somebody wants that; if it is open already, they want to write again. */
  open(): void;
  /** Opens it because a chat goes on, unless somebody has decided otherwise in this tab. */
  show(): void;
  minimise(): void;
  moveTo(place: ChatPlace): void;
  /** The focus is where one writes. */
  focused(): void;
}

export interface ChatWindowOptions {
  readonly session: string;
  /** The tab's own, where it is remembered over pages; for tests. */
  readonly storage?: Pick<Storage, 'getItem' | 'setItem'> | undefined;
}

interface Kept extends ChatPlace {
  readonly view: ChatView;
}

const atFirst: Kept = { view: 'closed', ...homePlace };

/**
 * The tab remembers how the chat is shown, over the pages of the site; where storage is blocked, for as long as the page
 * lives. What anybody wrote, and who they are, is not among it.
 */
export function createChatWindow({ session, storage = tabStorage() }: ChatWindowOptions): ChatWindow {
  const key = `offhook.chat.${session}`;
  const first = read(storage?.getItem(key)) ?? atFirst;
  const view = createCurrent<ChatView>(first.view);
  const place = createCurrent<ChatPlace>({ x: first.x, y: first.y });
  const wantsFocus = createCurrent(false);

  function keep(): void {
    try {
      storage?.setItem(key, JSON.stringify({ view: view.value, ...place.value }));
    } catch {
      // Storage that is full remembers what was before.
    }
  }

  function change(to: ChatView): void {
    view.set(to);
    keep();
  }

  return {
    view,
    place,
    wantsFocus,
    open() {
      change('open');
      wantsFocus.set(true);
    },
    show() {
      if (view.value === 'closed') change('open');
    },
    minimise() {
      wantsFocus.set(false);
      change('minimised');
    },
    moveTo(to) {
      place.set(to);
      keep();
    },
    focused: () => wantsFocus.set(false),
  };
}

const views: readonly unknown[] = ['closed', 'open', 'minimised'] satisfies readonly ChatView[];

// Whoever can write into the storage is the page itself, yet an older page of the site may have written otherwise.
function read(text: string | null | undefined): Kept | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const kept: unknown = JSON.parse(text);
    return isKept(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'view' in value &&
  views.includes(value.view) &&
  'x' in value &&
  Number.isFinite(value.x) &&
  'y' in value &&
  Number.isFinite(value.y);

// Reading `sessionStorage` throws where the person has blocked storage.
function tabStorage(): Storage | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}
