import { duration } from '../../page/format.js';
import { openHostBridge } from '../../page/host-bridge.js';
import { morph } from '../../page/morph.js';
import { openServerLine, type ServerLine } from '../../page/server-line.js';
import type { FromPage, ToPage } from '../page-protocol.js';
import { createFaceState } from './face-state.js';
import { widgetFace } from './face.js';
import { asksForTpis, hostOrigin } from './host-origin.js';
import { logCapabilities } from './log-capabilities.js';
import { onPerson } from './person.js';

const face = createFaceState();
const root = document.getElementById('face');
let line: ServerLine<FromPage> | undefined;

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

const bridge = openHostBridge((message) => line?.send(message));

function receive(message: ToPage): void {
  switch (message.kind) {
    case 'post':
      return bridge.post(message.data);
    case 'hosts':
      return bridge.restrict(message.strict);
    case 'capabilities':
      return logCapabilities();
    case 'view': {
      const known = new Set(face.view?.calls.map((call) => call.key));
      const fresh = message.view.calls.some((call) => !known.has(call.key));
      face.view = message.view;
      face.clockOffset = message.view.now - Date.now();
      paint();
      if (fresh) document.querySelector('main')?.scrollTo(0, 0);
      return;
    }
    case 'reload':
      return location.reload();
  }
}

/** Only a widget that is loaded asks for capabilities. What hosts post before goes unheard. */
function start(): void {
  line = openServerLine<FromPage, ToPage>({
    query: { tpis: asksForTpis(location.hash) ? 'v1' : '', host: hostOrigin() },
    onMessage: receive,
    onOnline(online) {
      face.online = online;
      paint();
    },
  });
}

onPerson(face, (intent) => line?.send({ kind: 'intent', intent }), paint);
paint();
setInterval(tick, 250);
if (document.readyState === 'complete') start();
else window.addEventListener('load', start);
