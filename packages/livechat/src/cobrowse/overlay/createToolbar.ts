import type { Texts } from '../config/defaults.js';
import { htmlElement, prefix } from './element.js';

export interface ToolbarOptions {
  readonly document: Document;
  readonly texts: Texts;
  /** Draw mode was switched. */
  drawing(on: boolean): void;
  undo(): void;
  clear(): void;
}

/** The customer's tools (row T-112). */
export interface Toolbar {
  readonly element: HTMLElement;
  /** Whether draw mode is on. */
  readonly drawing: boolean;
  setDrawing(on: boolean): void;
}

const steps: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index + count - 1) % count,
  Home: () => 0,
  End: (_index, count) => count - 1,
};

/** A toolbar as ARIA has it: one stop for the Tab key, arrows go between its buttons. */
export function createToolbar({ document, texts, drawing, undo, clear }: ToolbarOptions): Toolbar {
  const element = htmlElement(document, 'div', 'toolbar', { role: 'toolbar', 'aria-label': texts.annotate });
  const button = (part: string, text: string, does: () => void): HTMLButtonElement => {
    const made = htmlElement(
      document,
      'button',
      `tool ${prefix}-${part}`,
      { type: 'button', tabindex: '-1' },
      text,
    );
    made.addEventListener('click', does);
    element.append(made);
    return made;
  };
  let on = false;
  const setDrawing = (next: boolean): void => {
    on = next;
    draw.setAttribute('aria-pressed', String(on));
    drawing(on);
  };
  const draw = button('draw', texts.draw, () => setDrawing(!on));
  const buttons = [draw, button('undo', texts.undo, undo), button('clear', texts.clear, clear)];
  draw.setAttribute('aria-pressed', 'false');
  draw.tabIndex = 0;
  element.addEventListener('keydown', (event) => {
    const from = buttons.findIndex((each) => each === event.target);
    const to = steps[event.key]?.(from, buttons.length);
    if (to === undefined || from < 0) return;
    event.preventDefault();
    buttons.forEach((each, index) => (each.tabIndex = index === to ? 0 : -1));
    buttons[to]?.focus();
  });
  return {
    element,
    setDrawing,
    get drawing() {
      return on;
    },
  };
}
