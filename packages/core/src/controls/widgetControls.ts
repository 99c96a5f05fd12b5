import type { Offhook } from '../client.js';
import type { Widget } from '../model/widget.js';
import { newWidget } from '../store/newEntries.js';
import type { Current } from '../stream/current.js';
import { select } from '../stream/select.js';

/** What a button that opens and closes a vendor's widget needs. The functions are bound. */
export interface WidgetControls {
  readonly state: Current<Widget>;
  readonly openWidget: () => void;
  /** The frame is out of sight and goes on, and the call in it too. */
  readonly closeWidget: () => void;
}

/**
 * Whether a vendor's widget is open, and what opens and closes it: for frames that follow that (`openOn`).
 *
 * @example
 * const { state, openWidget, closeWidget } = widgetControls(phone);
 * toggle.onclick = () => (state.value.open ? closeWidget() : openWidget());
 */
export function widgetControls(client: Offhook, connector?: string): WidgetControls {
  const id = connector ?? client.connection.initial.connector;
  const unknown = newWidget({ id });
  return {
    state: select(client.widgets.get(id), (now) => now ?? unknown),
    openWidget: () => client.openWidget(id),
    closeWidget: () => client.closeWidget(id),
  };
}
