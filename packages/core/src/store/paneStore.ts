import type { EventBody } from '../model/event.js';
import type { Pane, PaneContext, PaneState } from '../model/pane.js';
import type { Report } from '../model/report.js';
import { merge } from '../fold/same.js';
import type { Batch } from '../stream/batch.js';
import { createCollection, type Collection } from '../stream/collection.js';
import type { Current } from '../stream/current.js';
import { StateNode } from '../stream/state.js';

/** The panes that are not done yet, and the pane that this page is in. Works within a commit. */
export interface PaneStore {
  readonly panes: Collection<Pane>;
  readonly context: Current<PaneContext | undefined>;
  /** Sets how a pane is now, and tells how far it has come. One that is done leaves. */
  put(pane: Pane): readonly EventBody[];
  /** `callId`: the client's id of the call that the report names. */
  apply(connector: string, report: Extract<Report, { type: 'pane' }>, callId: string): readonly EventBody[];
  complete(): void;
}

const isDone: ReadonlySet<PaneState> = new Set(['completed', 'closed', 'refused']);

export function createPaneStore(batch: Batch): PaneStore {
  const panes = createCollection<Pane>(batch);
  const context = new StateNode<PaneContext | undefined>(batch, undefined);
  return {
    panes: panes.view,
    context,
    put(pane) {
      const { id, state } = pane;
      const before = panes.find(id)?.state;
      if (isDone.has(state)) panes.remove(id);
      else {
        // What comes in sight is the newest, however long it waited: then no two open ones ever change places.
        if (before !== undefined && before !== 'open' && state === 'open') panes.set(id, pane, false);
        panes.set(id, pane);
      }
      if (state === before) return [];
      return [{ type: state === 'open' ? 'pane.opened' : `pane.${state}`, pane }];
    },
    apply(connector, { title }, callId) {
      const now: PaneContext = { connector, callId, ...(title !== undefined && { title }) };
      context.set(context.value ? merge(context.value, { title: undefined, ...now }) : now);
      return [];
    },
    complete() {
      panes.complete();
      context.complete();
    },
  };
}
