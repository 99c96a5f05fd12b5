import { duration } from '../../page/format.js';
import { morph } from '../../page/morph.js';
import type { FromPage, ToPage } from '../page-protocol.js';
import { eventList } from './event-list.js';
import { createFaceState, shownPanes, takeView, type FaceState } from './face-state.js';
import { heardMessage, postToPanes } from './pane-messages.js';
import { createPanePanels } from './pane-panels.js';
import { paneTabs } from './pane-tabs.js';
import { onPerson } from './person.js';
import { phoneFace } from './phone-face.js';
import { createPopupWindows } from './popup-windows.js';
import { askService, callLoginUrl } from './service-client.js';
import { topBar } from './top-bar.js';

const NOTICE_MS = 8000;
const parts: readonly (readonly [string, (face: FaceState) => HTMLElement])[] = [
  ['top', topBar],
  ['phone', phoneFace],
  ['pane-tabs', paneTabs],
  ['events', eventList],
];

/** What the page needs of the browser and its line to the server. */
export interface DesktopOptions {
  readonly session: string;
  readonly send: (message: FromPage) => void;
  readonly open: (url: string, name: string, features: string) => Window | null;
  readonly reload: () => void;
  readonly fetcher?: typeof fetch;
  readonly signal?: AbortSignal;
}

/** The desktop's page, at work. */
export interface DesktopPage {
  receive(message: ToPage): void;
  online(online: boolean): void;
  /** Timers go on, and closed windows are found out. */
  tick(): void;
}

/** Puts the page's parts together in the document. */
export function desktopPage(options: DesktopOptions): DesktopPage {
  const { session, send, open, fetcher, signal } = options;
  const face = createFaceState();
  const panels = createPanePanels(document.getElementById('panels') ?? document.body);
  const popups = createPopupWindows({
    name: `xivo-${session}`,
    open,
    tell: (pane, state) => send({ kind: 'popup', pane, state }),
  });
  let clearing: number | undefined;

  function tick(): void {
    const now = Date.now() + face.clockOffset;
    for (const timer of document.querySelectorAll<HTMLElement>('[data-started]')) {
      const text = duration((now - Number(timer.dataset['started'])) / 1000);
      if (timer.textContent !== text) timer.textContent = text;
    }
    popups.look();
  }

  function paint(): void {
    const hadFocus = document.hasFocus() && document.activeElement !== document.body;
    panels.show(shownPanes(face), face.selected);
    for (const [id, part] of parts) {
      const element = document.getElementById(id);
      if (element) morph(element, part(face));
    }
    // What had the focus is gone: whoever works by keyboard goes on where the page goes on.
    if (hadFocus && document.activeElement === document.body) document.getElementById('main')?.focus();
    tick();
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

  function emptyDialer(): void {
    const field = document.getElementById('number');
    if (field instanceof HTMLInputElement) field.value = '';
  }

  const paneOf = (id: string) => face.view?.panes.find((pane) => pane.id === id);
  function openPopup(id: string): void {
    const pane = paneOf(id);
    if (pane) popups.open(pane);
  }

  /** Its pane is in a view that came before, or comes just after: the server paints a little later than it speaks. */
  const awaited = new Set<string>();

  function receive(message: ToPage): void {
    switch (message.kind) {
      case 'view':
        if (takeView(face, message.view)) emptyDialer();
        face.clockOffset = message.view.now - Date.now();
        popups.keep(message.view.panes);
        paint();
        for (const id of awaited) openPopup(id);
        awaited.clear();
        return;
      case 'ask':
        void askService(message, fetcher).then((outcome) => send({ ask: message.ask, ...outcome }));
        return;
      case 'login':
        void callLoginUrl(message.url, fetcher).then((arrived) =>
          send({ kind: 'login-told', login: message.login, arrived }),
        );
        return;
      case 'popup':
        if (paneOf(message.pane)) openPopup(message.pane);
        else awaited.add(message.pane);
        return;
      case 'post': {
        const panes = (face.view?.panes ?? []).filter(({ id }) => message.panes.includes(id));
        return postToPanes(message.data, panes, [panels, popups]);
      }
      case 'notice':
        return notify(message.text);
      case 'reload':
        return options.reload();
    }
  }

  window.addEventListener(
    'message',
    (event: MessageEvent<unknown>) => {
      const message = heardMessage(event, [panels, popups]);
      if (message) send(message);
    },
    signal ? { signal } : {},
  );
  onPerson(
    {
      face,
      intend: (intent) => send({ kind: 'intent', intent }),
      paint,
      openPopup,
      showWindow: (pane) => popups.focus(pane),
    },
    signal,
  );
  paint();
  return {
    receive,
    tick,
    online(online) {
      face.online = online;
      paint();
    },
  };
}
