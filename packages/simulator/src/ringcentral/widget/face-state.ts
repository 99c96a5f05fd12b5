import type { WidgetView } from '../widget-view.js';

/** What only this page knows: which of its drawers are open. */
export interface FaceState {
  view: WidgetView | undefined;
  online: boolean;
  /** The person looks at another page although calls live. */
  browsing: boolean;
  /** Which drawer of which call is open. */
  drawer: { readonly call: string; readonly kind: 'keypad' | 'transfer' | 'forward' } | undefined;
  /** The call whose log asks for a note. */
  noting: string | undefined;
  /** Server's clock minus ours, so that timers agree with the frames. */
  clockOffset: number;
}

export const createFaceState = (): FaceState => ({
  view: undefined,
  online: true,
  browsing: false,
  drawer: undefined,
  noting: undefined,
  clockOffset: 0,
});

export type Face = FaceState & { readonly view: WidgetView };
