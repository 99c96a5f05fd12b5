import type { Clock } from '../../boot/env.js';
import type { Point } from './createStrokes.js';

export interface PenOptions {
  readonly window: Window;
  readonly clock: Clock;
  readonly surface: Element;
  newId(): string;
  /** Points that go on with a stroke: at most 64. */
  points(id: string, points: readonly Point[]): void;
}

const sendEveryMs = 50;
const mostAtOnce = 64;

const part = (value: number, of: number): number =>
  of > 0 ? Math.round(Math.min(1, Math.max(0, value / of)) * 10_000) / 10_000 : 0;

/** Turns the pointer's way over the surface into strokes, told in pieces while they are drawn. Returns what stops it. */
export function createPen({ window, clock, surface, newId, points }: PenOptions): () => void {
  let id: string | undefined;
  let held: Point[] = [];
  let timer: (() => void) | undefined;

  const flush = (): void => {
    timer?.();
    timer = undefined;
    if (id !== undefined && held.length > 0) points(id, held);
    held = [];
  };
  const add = (event: MouseEvent): void => {
    held.push([part(event.clientX, window.innerWidth), part(event.clientY, window.innerHeight)]);
    if (held.length >= mostAtOnce) flush();
    else timer ??= clock.setTimeout(flush, sendEveryMs);
  };
  const end = (): void => {
    flush();
    id = undefined;
  };
  const listeners: Readonly<Record<string, (event: MouseEvent) => void>> = {
    pointerdown(event) {
      if (event.button !== 0) return;
      event.preventDefault();
      id = newId();
      add(event);
      flush();
    },
    pointermove(event) {
      if (id === undefined) return;
      // The button was let go over something else, or after draw mode was left.
      if ((event.buttons & 1) === 0) end();
      else add(event);
    },
    pointerup: end,
    pointercancel: end,
  };
  const listen = (event: Event): void => {
    if (event instanceof MouseEvent) listeners[event.type]?.(event);
  };
  for (const name of Object.keys(listeners)) surface.addEventListener(name, listen);
  return () => {
    timer?.();
    for (const name of Object.keys(listeners)) surface.removeEventListener(name, listen);
  };
}
