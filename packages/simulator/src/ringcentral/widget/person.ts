import type { PersonIntent } from '../page-protocol.js';
import type { SettingView } from '../widget-view.js';
import type { FaceState } from './face-state.js';

type Intend = (intent: PersonIntent) => void;

const callActs = [
  'answer',
  'reject',
  'to-voicemail',
  'hang-up',
  'hold',
  'resume',
  'mute',
  'unmute',
  'record',
  'stop-recording',
] as const;
type CallAct = (typeof callActs)[number];
const isCallAct = (act: string): act is CallAct => callActs.some((one) => one === act);

/** Turns clicks, switches and forms of the face into intents; the server decides what they do. */
export function onPerson(face: FaceState, intend: Intend, paint: () => void, signal?: AbortSignal): void {
  const options = signal ? { signal } : {};
  document.addEventListener(
    'click',
    (event) => {
      const button =
        event.target instanceof Element ? event.target.closest<HTMLElement>('button[data-act]') : null;
      if (button) press(face, intend, paint, button);
    },
    options,
  );
  document.addEventListener(
    'change',
    (event) => {
      if (event.target instanceof HTMLElement) change(face, intend, event.target);
    },
    options,
  );
  document.addEventListener(
    'input',
    (event) => {
      const { target } = event;
      if (target instanceof HTMLInputElement && target.dataset['typing'] === 'search')
        intend({ do: 'search', text: target.value });
    },
    options,
  );
  document.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      if (event.target instanceof HTMLFormElement) submit(face, intend, paint, event.target);
    },
    options,
  );
}

function press(face: FaceState, intend: Intend, paint: () => void, button: HTMLElement): void {
  const { act = '', call = '', id = '', key = '', digit = '' } = button.dataset;
  if (isCallAct(act)) {
    if (act === 'answer') face.browsing = false;
    intend({ do: act, call });
    return paint();
  }
  switch (act) {
    case 'open-keypad':
    case 'open-transfer':
    case 'open-forward': {
      const kind = act === 'open-keypad' ? 'keypad' : act === 'open-transfer' ? 'transfer' : 'forward';
      const open = face.drawer?.call === call && face.drawer.kind === kind;
      face.drawer = open ? undefined : { call, kind };
      paint();
      document.querySelector<HTMLElement>('.drawer input, .drawer button')?.focus();
      return;
    }
    case 'dtmf':
      return intend({ do: 'dtmf', call, key: digit });
    case 'type-digit':
    case 'pick-number':
      return typeNumber(intend, act === 'type-digit' ? digit : id, act === 'type-digit');
    case 'go':
      face.browsing = (face.view?.calls.length ?? 0) > 0;
      intend({ do: 'navigate', path: id });
      return paint();
    case 'call-back':
      return intend({ do: 'dial', number: id });
    case 'log-call':
      if (!face.view?.service?.showLogModal) return intend({ do: 'log-call', sessionId: id });
      face.noting = id;
      paint();
      document.getElementById('note')?.focus();
      return;
    case 'close-note':
      face.noting = undefined;
      return paint();
    case 'use-template': {
      const text = document.getElementById('sms-text');
      if (text instanceof HTMLTextAreaElement) text.value = id;
      return;
    }
    case 'button':
      return intend({ do: 'button', id, ...(key === '' ? {} : { resource: key }) });
    case 'setting-button':
      return intend({ do: 'setting-button', id });
    case 'read-conversation':
      return intend({ do: 'read-conversation', conversation: id });
    case 'log-conversation':
      return intend({ do: 'log-conversation', conversation: id });
    case 'open-contact':
      return intend({ do: 'open-contact', contact: id });
    case 'open-activity':
      return intend({ do: 'open-activity', activity: id });
    case 'dismiss-alert':
      return intend({ do: 'dismiss-alert', id });
    case 'view-match':
      return intend({ do: 'view-match', number: id });
    case 'refresh-contacts':
    case 'feedback':
    case 'authorize':
    case 'invite-conference':
    case 'sign-in':
    case 'sign-out':
      return intend({ do: act });
  }
}

function typeNumber(intend: Intend, text: string, append: boolean): void {
  const field = document.getElementById('dial-number');
  if (!(field instanceof HTMLInputElement)) return;
  field.value = append ? field.value + text : text;
  intend({ do: 'search', text: field.value });
  if (!append) field.focus();
}

function change(face: FaceState, intend: Intend, target: HTMLElement): void {
  const { act, id = '', option = '' } = target.dataset;
  if (target instanceof HTMLInputElement && target.type === 'checkbox') {
    const on = target.checked;
    if (act === 'auto-log-calls') intend({ do: 'auto-log', call: on });
    if (act === 'auto-log-messages') intend({ do: 'auto-log', message: on });
    if (act === 'setting') intend({ do: 'setting', id, value: on });
    if (act === 'setting-choice') intend({ do: 'setting', id, value: chosenAfter(face, id, option, on) });
    return;
  }
  if (
    !(target instanceof HTMLSelectElement) &&
    !(target instanceof HTMLInputElement) &&
    !(target instanceof HTMLTextAreaElement)
  )
    return;
  if (act === 'setting') intend({ do: 'setting', id, value: target.value });
  if (act === 'presence') {
    const disturb = target.value === 'DoNotDisturb';
    intend({
      do: 'presence',
      userStatus: disturb ? 'Busy' : target.value,
      dndStatus: disturb ? 'DoNotAcceptAnyCalls' : 'TakeAllCalls',
    });
  }
}

/** The choices of a setting with several, after one of them was switched. */
function chosenAfter(face: FaceState, id: string, option: string, on: boolean): string[] {
  const find = (settings: readonly SettingView[]): SettingView | undefined =>
    settings
      .map((setting) => (setting.id === id ? setting : find(setting.items)))
      .find((one) => one !== undefined);
  const others = (find(face.view?.service?.settings ?? [])?.texts ?? []).filter((one) => one !== option);
  return on ? [...others, option] : others;
}

function submit(face: FaceState, intend: Intend, paint: () => void, form: HTMLFormElement): void {
  const { act = '', call = '', id = '' } = form.dataset;
  const fields = new FormData(form);
  const text = (name: string): string => {
    const value = fields.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  switch (act) {
    case 'dial':
      return intend({ do: 'dial', number: text('number') });
    case 'transfer':
    case 'forward':
      face.drawer = undefined;
      intend({ do: act, call, number: text('number') });
      return paint();
    case 'send-sms':
      intend({ do: 'send-sms', to: text('to'), text: text('text') });
      form.reset();
      return;
    case 'save-note':
      face.noting = undefined;
      intend({ do: 'log-call', sessionId: id, note: text('note') });
      return paint();
    case 'invite-meeting':
      return intend({ do: 'invite-meeting', topic: text('topic') });
  }
}
