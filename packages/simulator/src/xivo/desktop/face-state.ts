import type { DesktopView, PaneView } from '../desktop-view.js';

/** Everything the face shows: what the server knows, and what is open on this page. */
export interface FaceState {
  view: DesktopView | undefined;
  online: boolean;
  /** The call whose keypad is open. */
  keypad: string | undefined;
  /** The pane whose tab is selected. */
  selected: string | undefined;
  /** Something the person should know. */
  notice: string;
  /** Server's clock minus ours, so that timers agree with the server. */
  clockOffset: number;
}

export const createFaceState = (): FaceState => ({
  view: undefined,
  online: true,
  keypad: undefined,
  selected: undefined,
  notice: '',
  clockOffset: 0,
});

/** The panes that have a tab: none while another tab of the desktop shows them. */
export function shownPanes({ view }: FaceState): readonly PaneView[] {
  return view?.active ? view.panes.filter(({ state }) => state === 'open') : [];
}

/** Takes over what the server knows; true when a call has been dialled. */
export function takeView(face: FaceState, view: DesktopView): boolean {
  const calls = new Set(face.view?.calls.map(({ id }) => id));
  const before = new Set(shownPanes(face).map(({ id }) => id));
  face.view = view;
  const panes = shownPanes(face);
  // A pane that has just come is what the agent wants to see.
  const fresh = panes.filter(({ id }) => !before.has(id)).at(-1);
  if (fresh) face.selected = fresh.id;
  else if (!panes.some(({ id }) => id === face.selected)) face.selected = panes.at(-1)?.id;
  if (!view.calls.some(({ id }) => id === face.keypad)) face.keypad = undefined;
  return view.calls.some(({ id, direction }) => direction === 'outbound' && !calls.has(id));
}
