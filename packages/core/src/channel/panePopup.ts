import type { Pane } from '../model/pane.js';
import type { Clock } from '../ports/clock.js';
import { paneMessages } from './paneMessages.js';

/** The name of the window that popups share. */
const sharedName = 'offhook-pane';

/** How often it is looked whether somebody has closed a window, in milliseconds: no browser tells. */
const lookMs = 500;

/** What becomes of a popup. */
interface PopupFate {
  readonly completes: (data: unknown) => boolean;
  readonly completed: () => void;
  /** Somebody has closed its window, or another pane has taken that. */
  readonly closed: () => void;
}

interface Popup extends PopupFate {
  readonly window: Window;
  readonly trusted: boolean;
  /** Ends listening and looking; the window stays. */
  readonly leave: () => void;
}

/** The popups that are open. */
export interface PanePopups {
  /** Opens one; false where the browser blocks it. */
  open(pane: Pane, fate: PopupFate): boolean;
  /** Brings it to the front. */
  show(id: string): void;
  /** Closes its window. */
  close(id: string): void;
  /** Listens and looks no longer; the windows stay. */
  leave(): void;
}

export function panePopups(clock: Clock): PanePopups {
  const popups = new Map<string, Popup>();
  let shared: string | undefined;

  function forget(id: string): Popup | undefined {
    const popup = popups.get(id);
    popups.delete(id);
    if (shared === id) shared = undefined;
    popup?.leave();
    return popup;
  }

  /** The window for a pane, still empty, unless the shared one can go on to its page. */
  function windowFor(newTab: boolean, trusted: boolean): Window | null {
    const old = newTab || shared === undefined ? undefined : forget(shared);
    try {
      if (old !== undefined) {
        if (old.trusted === trusted && !old.window.closed && (trusted || isOurs(old.window)))
          return old.window;
        // Without an opener we may not send it anywhere, and with one it may not be for this page.
        old.window.close();
      }
      // One that is just being closed may still go by its name.
      return emptyWindow(newTab || old !== undefined ? '_blank' : sharedName, trusted);
    } catch {
      return null;
    } finally {
      old?.closed();
    }
  }

  return {
    open(pane, fate) {
      const { id, url, trusted, newTabEachTime = false } = pane;
      forget(id);
      const page = windowFor(newTabEachTime, trusted);
      if (page === null) return false;
      let cancel = (): void => {};
      const look = (): void => {
        if (page.closed) {
          forget(id);
          fate.closed();
        } else cancel = clock.setTimeout(look, lookMs);
      };
      const ignore = trusted
        ? paneMessages({ source: () => page, origin: new URL(url).origin, ...fate })
        : () => {};
      page.location.replace(url);
      look();
      const leave = (): void => {
        cancel();
        ignore();
      };
      popups.set(id, { ...fate, window: page, trusted, leave });
      if (!newTabEachTime) shared = id;
      return true;
    },
    show: (id) => popups.get(id)?.window.focus(),
    close: (id) => forget(id)?.window.close(),
    leave() {
      for (const id of popups.keys()) forget(id);
    },
  };
}

/** A window that nothing has been loaded in; `null` where the browser blocks it. */
function emptyWindow(name: string, trusted: boolean): Window | null {
  const made = window.open('about:blank', name);
  if (made === null || made.closed) return null;
  try {
    // While it is empty it is still ours to do this to.
    if (!trusted) made.opener = null;
  } catch {
    // An older window of that name, which shows somebody else's page.
    return emptyWindow('_blank', trusted);
  }
  return made;
}

/** Whether its page is of our own origin, so that we may send it elsewhere. */
function isOurs({ location }: Window): boolean {
  try {
    return location.href !== '';
  } catch {
    return false;
  }
}
