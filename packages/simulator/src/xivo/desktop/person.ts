import type { PersonIntent } from '../page-protocol.js';
import { shownPanes, type FaceState } from './face-state.js';
import { tabId } from './pane-tabs.js';

const callActs = ['answer', 'reject', 'hang-up', 'hold', 'resume', 'mute', 'unmute'] as const;
const agentActs = ['log-in', 'log-out', 'pause', 'ready'] as const;
type CallAct = (typeof callActs)[number];
type AgentAct = (typeof agentActs)[number];
const isCallAct = (act: string): act is CallAct => callActs.some((one) => one === act);
const isAgentAct = (act: string): act is AgentAct => agentActs.some((one) => one === act);

/** What the person's hands reach. */
export interface Hands {
  readonly face: FaceState;
  intend(intent: PersonIntent): void;
  paint(): void;
  /** Opens a blocked popup; must run within the click. */
  openPopup(pane: string): void;
  showWindow(pane: string): void;
}

/** Turns clicks, keys and forms into intents; all but what is open on this page is the server's matter. */
export function onPerson(hands: Hands, signal?: AbortSignal): void {
  const options = signal ? { signal } : {};
  document.addEventListener(
    'click',
    ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('button[data-act]') : null;
      if (button) press(hands, button);
    },
    options,
  );
  document.addEventListener('keydown', (event) => move(hands, event), options);
  document.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      const field = document.getElementById('number');
      if (field instanceof HTMLInputElement) hands.intend({ do: 'dial', number: field.value });
    },
    options,
  );
}

function press(hands: Hands, button: HTMLElement): void {
  const { face, intend, paint } = hands;
  const { act = '', call = '', id = '', digit = '' } = button.dataset;
  if (isCallAct(act)) return intend({ do: act, call });
  if (isAgentAct(act)) return intend({ do: act });
  switch (act) {
    case 'open-keypad':
      face.keypad = face.keypad === call ? undefined : call;
      return paint();
    case 'dtmf':
      return intend({ do: 'dtmf', call, key: digit });
    case 'call-number':
      return intend({ do: 'dial', number: id });
    case 'select-pane':
      face.selected = id;
      return paint();
    case 'close-pane':
      return intend({ do: 'close-pane', pane: id });
    case 'open-popup':
      return hands.openPopup(id);
    case 'show-window':
      return hands.showWindow(id);
  }
}

/** Arrow keys, Home and End go along the tabs of the panes. */
function move({ face, paint }: Hands, event: KeyboardEvent): void {
  const { target, key } = event;
  if (!(target instanceof Element) || target.getAttribute('role') !== 'tab') return;
  const panes = shownPanes(face);
  const at = panes.findIndex(({ id }) => id === face.selected);
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    Home: 0,
    End: panes.length - 1,
  };
  const to = steps[key];
  if (to === undefined) return;
  event.preventDefault();
  const next = panes.at(to % panes.length);
  if (!next) return;
  face.selected = next.id;
  paint();
  document.getElementById(tabId(next.id))?.focus();
}
