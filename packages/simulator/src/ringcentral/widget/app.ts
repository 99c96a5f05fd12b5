import type { FromPage, PersonIntent, ToPage } from '../page-protocol.js';
import { createFaceState } from './face-state.js';
import { widgetFace } from './face.js';
import { duration } from '../../page/format.js';
import { openHostBridge } from '../../page/host-bridge.js';
import { morph } from '../../page/morph.js';
import { holdLoadEvent } from './hold-load-event.js';
import { onPerson } from './person.js';
import { openServerLine } from '../../page/server-line.js';

const face = createFaceState();
const root = document.getElementById('face');

function paint(): void {
  if (root) morph(root, widgetFace(face));
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

const bridge = openHostBridge((message) => line.send(message));
const line = openServerLine<FromPage, ToPage>({
  query: { widget: holdLoadEvent() },
  onMessage: receive,
  onOnline: (online) => {
    face.online = online;
    paint();
  },
});

function receive(message: ToPage): void {
  switch (message.kind) {
    case 'post':
      return bridge.post(message.data);
    case 'hosts':
      return bridge.restrict(message.strict);
    case 'view': {
      const known = new Set(face.view?.calls.map((call) => call.id));
      const fresh = message.view.calls.some((call) => !known.has(call.id));
      // A new call brings the calls to the front, whatever page the person looked at.
      if (fresh || message.view.calls.length === 0) face.browsing = false;
      if (face.drawer && !message.view.calls.some((call) => call.id === face.drawer?.call))
        face.drawer = undefined;
      face.view = message.view;
      face.clockOffset = message.view.now - Date.now();
      paint();
      if (fresh) document.querySelector('main')?.scrollTo(0, 0);
      return;
    }
    case 'throw':
      // As in the real widget: an error nobody catches, seen only in the console.
      setTimeout(() => {
        throw new Error(message.message);
      });
      return;
    case 'warn':
      // eslint-disable-next-line no-console -- the real widget says it there, and there only
      return console.warn(message.message);
    case 'reload':
      return location.reload();
    case 'started':
      return;
  }
}

const intend = (intent: PersonIntent) => line.send({ kind: 'intent', intent });
onPerson(face, intend, paint);

const focused = () => {
  if (document.visibilityState === 'visible') line.send({ kind: 'focus' });
};
window.addEventListener('focus', focused);
window.addEventListener('pointerdown', focused);
document.addEventListener('visibilitychange', focused);

paint();
setInterval(tick, 250);
