import type { Clock } from '../../boot/env.js';
import type { Signal } from '../../wire/signal.js';
import type { Texts } from '../config/defaults.js';
import { createPen } from './createPen.js';
import { createStrokes } from './createStrokes.js';
import { createToolbar } from './createToolbar.js';
import { htmlElement, prefix, setStyles } from './element.js';
import { keepRoom } from './keepRoom.js';

export interface OverlayOptions {
  readonly window: Window;
  readonly document: Document;
  readonly clock: Clock;
  readonly texts: Texts;
  /** The page itself is seen, and may be drawn on; else a screen alone. */
  readonly dom: boolean;
  /** Whether the customer draws, too (row T-112). */
  readonly annotate: boolean;
  newId(): string;
  send(signal: Signal): void;
  /** The customer wants to be seen no more. */
  stop(): void;
}

/** What lies over the page while it is seen. */
export interface Overlay {
  /** A stroke, an undo or a clear of the agent's. */
  take(signal: Signal): void;
  remove(): void;
}

const topmost = '2147483647';

/**
 * Shows that the page is seen, what both sides draw, and the customer's tools (P-23, rows T-112, T-116). All styles are the
 * style sheet's or set by CSSOM, so that it works under a strict policy; the recording leaves it out.
 */
export function createOverlay(options: OverlayOptions): Overlay {
  const { window, document, clock, texts, dom, annotate, newId, send, stop } = options;
  const root = htmlElement(document, 'div', 'root');
  root.classList.add(prefix);
  setStyles(root, { position: 'fixed', inset: '0', 'z-index': topmost, 'pointer-events': 'none' });
  const frame = htmlElement(document, 'div', 'frame', { 'aria-hidden': 'true' });
  setStyles(frame, { position: 'fixed', inset: '0', 'pointer-events': 'none' });
  const strokes = createStrokes(document);
  const bar = htmlElement(document, 'div', 'bar');
  // Where it is, is the style sheet's matter: without one it is at the top.
  setStyles(bar, { position: 'fixed', 'pointer-events': 'auto' });
  const badge = htmlElement(document, 'div', 'badge');
  const said = htmlElement(document, 'span', 'said', { role: 'status' });
  const off = htmlElement(document, 'button', 'stop', { type: 'button' }, texts.stop);
  off.addEventListener('click', stop);
  badge.append(said, off);
  bar.append(badge);
  root.append(frame, strokes.element, bar);
  const cleanUps: (() => void)[] = [];

  const clear = (): void => {
    if (strokes.count === 0) return;
    strokes.clear();
    send({ k: 'clear' });
  };
  if (dom) {
    for (const [target, name] of [
      [window, 'scroll'],
      [window, 'resize'],
      [window, 'popstate'],
      [window, 'hashchange'],
    ] as const) {
      target.addEventListener(name, clear, true);
      cleanUps.push(() => target.removeEventListener(name, clear, true));
    }
  }
  if (dom && annotate) {
    const toolbar = createToolbar({
      document,
      texts,
      drawing(on) {
        setStyles(strokes.element, {
          'pointer-events': on ? 'auto' : 'none',
          'touch-action': on ? 'none' : 'auto',
        });
        strokes.element.classList.toggle(`${prefix}-drawing-on`, on);
      },
      undo() {
        if (strokes.undo('c')) send({ k: 'undo' });
      },
      clear,
    });
    bar.append(toolbar.element);
    // Wherever the focus is: while one draws, the page's own buttons can't be clicked.
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing || !toolbar.drawing) return;
      event.preventDefault();
      event.stopPropagation();
      toolbar.setDrawing(false);
    };
    window.addEventListener('keydown', leave, true);
    cleanUps.push(
      () => window.removeEventListener('keydown', leave, true),
      createPen({
        window,
        clock,
        surface: strokes.element,
        newId,
        points(id, points) {
          strokes.draw('c', id, points);
          send({ k: 'draw', id, points });
        },
      }),
    );
  }
  document.documentElement.append(root);
  cleanUps.push(keepRoom({ window, root: document.documentElement, bar }));
  // Set once it is in the page: what was there from the beginning is not read out.
  said.textContent = dom ? texts.seen : texts.shared;

  return {
    take(signal) {
      if (!dom) return;
      if (signal.k === 'draw') strokes.draw('a', signal.id, signal.points);
      else if (signal.k === 'undo') strokes.undo('a');
      else if (signal.k === 'clear') strokes.clear();
    },
    remove() {
      for (const cleanUp of cleanUps) cleanUp();
      root.remove();
    },
  };
}
