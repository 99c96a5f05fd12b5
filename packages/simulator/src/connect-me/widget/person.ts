import type { PersonIntent } from '../page-protocol.js';
import type { FaceState } from './face-state.js';

type Intend = (intent: PersonIntent) => void;

const callActs = ['answer', 'pick-up', 'reject', 'hang-up', 'hold', 'resume', 'mute', 'unmute'] as const;
const pages = ['phone', 'recent', 'conversations', 'settings'] as const;

/** Turns clicks and forms of the face into intents; the server decides what they do. */
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
    'submit',
    (event) => {
      event.preventDefault();
      if (event.target instanceof HTMLFormElement) submit(intend, event.target);
    },
    options,
  );
}

function press(face: FaceState, intend: Intend, paint: () => void, button: HTMLElement): void {
  const { act = '', call = '', id = '', key = '', digit = '' } = button.dataset;
  const callAct = callActs.find((one) => one === act);
  if (callAct) return intend({ do: callAct, call });
  switch (act) {
    case 'open-keypad':
      face.keypad = face.keypad === call ? undefined : call;
      paint();
      document.querySelector<HTMLElement>('.drawer button')?.focus();
      return;
    case 'dtmf':
      return intend({ do: 'dtmf', call, key: digit });
    case 'type-digit': {
      const field = document.getElementById('dial-number');
      if (field instanceof HTMLInputElement) field.value += digit;
      return;
    }
    case 'speaker':
      return intend({ do: 'speaker', on: face.view?.speaker !== true });
    case 'go': {
      const page = pages.find((one) => one === id);
      return page ? intend({ do: 'go', page }) : undefined;
    }
    case 'call-back':
      return intend({ do: 'dial', number: id });
    case 'open-conversation':
      return intend({ do: 'open-conversation', uri: id });
    case 'share':
      return intend({ do: 'share', uri: id, message: key });
    case 'sign-out':
      return intend({ do: 'sign-out' });
  }
}

function submit(intend: Intend, form: HTMLFormElement): void {
  const { act = '', id = '' } = form.dataset;
  const fields = new FormData(form);
  const text = (name: string): string => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : '';
  };
  switch (act) {
    case 'sign-in':
      return intend({ do: 'sign-in', user: text('user'), password: text('password') });
    case 'dial':
      intend({ do: 'dial', number: text('number') });
      return form.reset();
    case 'open-conversation':
      return intend({ do: 'open-conversation', uri: text('uri') });
    case 'say':
      intend({ do: 'say', uri: id, text: text('text') });
      return form.reset();
  }
}
