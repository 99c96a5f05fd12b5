import type { WidgetView } from '../widget-view.js';

/** What only this page knows. */
export interface FaceState {
  view: WidgetView | undefined;
  online: boolean;
  /** The call whose keypad is open. */
  keypad: string | undefined;
  /** Server's clock minus ours, so that timers agree with the frames. */
  clockOffset: number;
}

export const createFaceState = (): FaceState => ({
  view: undefined,
  online: true,
  keypad: undefined,
  clockOffset: 0,
});

export type Face = FaceState & { readonly view: WidgetView };
