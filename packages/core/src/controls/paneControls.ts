import type { Offhook } from '../client.js';
import type { Pane } from '../model/pane.js';
import type { Current } from '../stream/current.js';
import { select } from '../stream/select.js';

/** What a host of panes shows. */
export interface PaneControlsState {
  /** Those that wait, are open or were blocked; the newest first. */
  readonly panes: readonly Pane[];
}

/** What a host of panes needs. The functions are bound. */
export interface PaneControls {
  readonly state: Current<PaneControlsState>;
  /** Opens a blocked popup, or brings an open one to the front. To be called right in a person's click. */
  readonly open: (id: string) => void;
  /** The work is done. */
  readonly complete: (id: string) => void;
  /** It is given up. */
  readonly close: (id: string) => void;
}

/**
 * The panes, and what opens, completes and closes them.
 *
 * @example
 * const { state, close } = paneControls(phone);
 * state.subscribe(({ panes }) => render(panes));
 */
export function paneControls(client: Offhook): PaneControls {
  return {
    state: select(client.panes.all, (panes) => ({ panes })),
    open: (id) => client.openPane(id),
    complete: (id) => client.completePane(id),
    close: (id) => client.closePane(id),
  };
}
