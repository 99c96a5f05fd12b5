import { duration } from '../../page/format.js';
import { openHostPoster } from '../../page/host-bridge.js';
import { morph } from '../../page/morph.js';
import { openServerLine } from '../../page/server-line.js';
import type { FromPage, ToPage } from '../page-protocol.js';
import type { WidgetView } from '../widget-view.js';
import { createContactBook } from './contact-book.js';
import { createContactIntake } from './contact-intake.js';
import { createFaceState } from './face-state.js';
import { widgetFace } from './face.js';
import { heardFrame } from './host-line.js';
import { browserIdle } from './idle-work.js';
import { createImporter } from './importer.js';
import { onPerson } from './person.js';
import { openSavedContacts } from './saved-contacts.js';

const NOTICE_MS = 8000;
const PROGRESS_MS = 150;
const root = document.getElementById('face');
const session = new URLSearchParams(location.search).get('session') || 'demo';
const book = createContactBook();
const face = createFaceState(book);
let clearing: number | undefined;

function paint(): void {
  const hadFocus = document.hasFocus() && document.activeElement !== document.body;
  if (root) morph(root, widgetFace(face));
  // What had the focus is gone: whoever works by keyboard goes on where the page goes on.
  if (hadFocus && document.activeElement === document.body) document.querySelector('main')?.focus();
  tick();
}

/** Timers run by the page's own clock between two views. */
function tick(): void {
  const now = Date.now() + face.clockOffset;
  for (const timer of document.querySelectorAll<HTMLElement>('[data-started]')) {
    const text = duration((now - Number(timer.dataset['started'])) / 1000);
    if (timer.textContent !== text) timer.textContent = text;
  }
}

function notify(text: string): void {
  face.notice = text;
  paint();
  clearTimeout(clearing);
  clearing = window.setTimeout(() => {
    face.notice = '';
    paint();
  }, NOTICE_MS);
}

let painting = false;
const intake = createContactIntake({
  book,
  saved: openSavedContacts(session),
  idle: browserIdle,
  changed() {
    if (painting) return;
    painting = true;
    // Seldom, for what is painted is not idle.
    setTimeout(() => {
      painting = false;
      face.progress = intake.progress;
      paint();
    }, PROGRESS_MS);
  },
});

function show(view: WidgetView): void {
  const known = new Set(face.view?.calls.map((call) => call.id));
  const fresh = view.calls.some((call) => !known.has(call.id));
  // A new call brings the calls to the front, whatever page the person looked at.
  if (fresh || view.calls.length === 0) face.browsing = false;
  if (fresh) face.number = '';
  if (!view.calls.some((call) => call.id === face.keypad)) face.keypad = undefined;
  face.view = view;
  face.clockOffset = view.now - Date.now();
  paint();
  if (fresh) document.querySelector('main')?.scrollTo(0, 0);
}

function receive(message: ToPage): void {
  switch (message.kind) {
    case 'post':
      return host.post(message.data);
    case 'hosts':
      return host.restrict(message.strict);
    case 'view':
      return show(message.view);
    case 'contacts':
      return intake.settle(message.held, message.take);
    case 'notice':
      return notify(message.text);
    case 'reload':
      return location.reload();
  }
}

const host = openHostPoster();
const line = openServerLine<FromPage, ToPage>({
  query: {},
  onMessage: receive,
  onOnline(online) {
    face.online = online;
    paint();
  },
});
window.addEventListener('message', (event: MessageEvent<unknown>) => {
  // Like the real softphone it looks neither at the origin nor at the window that speaks.
  if (event.source !== window) line.send(heardFrame(intake, event.origin, event.data));
});
onPerson({
  face,
  intend: (intent) => line.send({ kind: 'intent', intent }),
  paint,
  ...createImporter(intake, notify),
});
intake.restore().catch(() => notify('The saved contacts could not be loaded.'));
paint();
setInterval(tick, 250);
