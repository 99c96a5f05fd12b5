import type { PersonIntent } from '../page-protocol.js';
import type { FaceState, Page } from './face-state.js';

const callActs = ['answer', 'reject', 'hang-up', 'hold', 'resume', 'mute', 'unmute'] as const;
type CallAct = (typeof callActs)[number];
const isCallAct = (act: string): act is CallAct => callActs.some((one) => one === act);
const isPage = (name: string): name is Page => ['dialer', 'history', 'contacts'].includes(name);

/** What the person's hands reach. */
export interface Hands {
  readonly face: FaceState;
  intend(intent: PersonIntent): void;
  paint(): void;
  /** A file was chosen or dropped. */
  importFiles(files: readonly File[]): void;
  forgetImported(): void;
}

/** Turns clicks, texts, forms and dropped files into intents; calls are the server's matter, contacts the page's. */
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
  document.addEventListener('input', ({ target }) => type(hands, target), options);
  document.addEventListener('change', ({ target }) => choose(hands, target), options);
  document.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      if (event.target instanceof HTMLFormElement && event.target.dataset['act'] === 'dial')
        hands.intend({ do: 'dial', number: hands.face.number });
    },
    options,
  );
  onDrop(hands, options);
}

function press(hands: Hands, button: HTMLElement): void {
  const { face, intend, paint } = hands;
  const { act = '', call = '', id = '', digit = '' } = button.dataset;
  if (isCallAct(act)) {
    if (act === 'answer') face.browsing = false;
    intend({ do: act, call });
    return paint();
  }
  switch (act) {
    case 'open-keypad':
      face.keypad = face.keypad === call ? undefined : call;
      return paint();
    case 'dtmf':
      return intend({ do: 'dtmf', call, key: digit });
    case 'digit':
      return fillNumber(hands, face.number + digit, true);
    case 'pick':
      fillNumber(hands, id, false);
      document.getElementById('number')?.focus();
      return;
    case 'go':
      face.browsing = (face.view?.calls.length ?? 0) > 0;
      if (isPage(id)) face.page = id;
      return paint();
    case 'call-number':
      return intend({ do: 'dial', number: id });
    case 'forget':
      return hands.forgetImported();
    case 'sign-in':
      return intend({ do: 'sign-in' });
  }
}

function fillNumber({ face, paint }: Hands, number: string, suggesting: boolean): void {
  face.number = number;
  face.suggesting = suggesting;
  const field = document.getElementById('number');
  if (field instanceof HTMLInputElement) field.value = number;
  paint();
}

function type({ face, paint }: Hands, target: EventTarget | null): void {
  if (!(target instanceof HTMLInputElement)) return;
  const { typing } = target.dataset;
  if (typing === 'query') {
    face.query = target.value;
  } else if (typing === 'number') {
    face.number = target.value;
    face.suggesting = true;
  } else {
    return;
  }
  paint();
}

function choose(hands: Hands, target: EventTarget | null): void {
  if (!(target instanceof HTMLInputElement) || target.dataset['act'] !== 'import') return;
  hands.importFiles([...(target.files ?? [])]);
  // The same file may be chosen again.
  target.value = '';
}

function onDrop(hands: Hands, options: AddEventListenerOptions): void {
  const { face, paint } = hands;
  const show = (dropping: boolean) => {
    if (face.dropping === dropping) return;
    face.dropping = dropping;
    paint();
  };
  document.addEventListener(
    'dragover',
    (event) => {
      event.preventDefault();
      show(true);
    },
    options,
  );
  document.addEventListener(
    'dragleave',
    (event) => {
      // Between two elements of the page something is still entered.
      if (event.relatedTarget === null) show(false);
    },
    options,
  );
  document.addEventListener(
    'drop',
    (event) => {
      event.preventDefault();
      show(false);
      hands.importFiles([...(event.dataTransfer?.files ?? [])]);
    },
    options,
  );
}
