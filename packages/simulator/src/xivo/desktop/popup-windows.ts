import type { PaneView } from '../desktop-view.js';

/** The windows of popups that this tab has opened. */
export interface PopupWindows {
  /** Opens a pane's window. From a click the browser allows it, else perhaps not. */
  open(pane: PaneView): void;
  /** Closes the windows of panes that are no longer live. */
  keep(live: readonly PaneView[]): void;
  /** Finds out which windows somebody has closed; a browser tells of none. */
  look(): void;
  focus(pane: string): void;
  paneOf(source: MessageEventSource): string | undefined;
  windowOf(pane: string): Window | undefined;
}

const SIZE = 'popup,width=900,height=700';

export function createPopupWindows(options: {
  /** Of the window that popups share unless each wants its own. */
  readonly name: string;
  readonly open: (url: string, name: string, features: string) => Window | null;
  readonly tell: (pane: string, state: 'opened' | 'blocked' | 'closed') => void;
}): PopupWindows {
  const { name, open, tell } = options;
  const windows = new Map<string, Window>();

  return {
    open(pane) {
      // It keeps its opener, which is whom its page tells that the work is done.
      const opened = open(pane.url, pane.multitab ? '_blank' : name, SIZE);
      if (!opened || opened.closed) return tell(pane.id, 'blocked');
      // The page that was in this window is gone.
      for (const [id, one] of windows) if (one === opened) windows.delete(id);
      windows.set(pane.id, opened);
      tell(pane.id, 'opened');
    },
    keep(live) {
      for (const [id, one] of windows) {
        if (live.some((pane) => pane.id === id)) continue;
        windows.delete(id);
        one.close();
      }
    },
    look() {
      for (const [id, one] of windows) {
        if (!one.closed) continue;
        windows.delete(id);
        tell(id, 'closed');
      }
    },
    focus: (pane) => windows.get(pane)?.focus(),
    paneOf(source) {
      for (const [id, one] of windows) if (one === source) return id;
      return undefined;
    },
    windowOf: (pane) => windows.get(pane),
  };
}
