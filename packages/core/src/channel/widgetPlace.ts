import type { Widget } from '../model/widget.js';

/** An element that is as large as a widget asks for, and there only while the widget is open. */
export interface WidgetPlace {
  show(widget: Widget | undefined): void;
  /** Gives the element back as it was. */
  restore(): void;
}

/** Makes an element the place of a widget. */
export function widgetPlace(element: HTMLElement): WidgetPlace {
  const { hidden } = element;
  const { width, height } = element.style;
  return {
    show(widget) {
      element.hidden = widget?.open !== true;
      if (widget === undefined) return;
      element.style.width = `${widget.size.width}px`;
      element.style.height = `${widget.size.height}px`;
    },
    restore() {
      element.hidden = hidden;
      Object.assign(element.style, { width, height });
    },
  };
}
