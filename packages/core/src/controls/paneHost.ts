import type { Pane } from '../model/pane.js';

/** The words of a host of panes. */
export interface PaneLabels {
  /** The name of the tablist. */
  readonly panes: string;
  /** The button that gives a pane up. */
  readonly close: string;
  /** What stands in the place of a page that has a window of its own. */
  readonly popup: string;
  /** The button that opens a blocked window. */
  readonly open: string;
}

/** In English. */
export const paneLabels: PaneLabels = {
  panes: 'Panes',
  close: 'Close pane',
  popup: 'Open in another window',
  open: 'Open',
};

/** Those with a tab: open, and no program. */
export const tabbedPanes = (panes: readonly Pane[]): readonly Pane[] =>
  panes.filter(({ state, action }) => state === 'open' && action !== 'run');

/** Those that the browser has blocked. */
export const blockedPanes = (panes: readonly Pane[]): readonly Pane[] =>
  panes.filter(({ state }) => state === 'blocked');

/** The tab that a key leads to from this one, `undefined` for any other key: arrows (round and round), Home and End. */
export function tabForKey(key: string, index: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowRight') return (index + 1) % count;
  if (key === 'ArrowLeft') return (index + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
