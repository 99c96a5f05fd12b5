import { widgetPlace } from './channel/widgetPlace.js';
import type { AttachOptions, Offhook } from './client.js';
import type { ConnectorLink } from './connector.js';
import type { Call } from './model/call.js';

/** What it needs of the client. */
interface SoftphonesOptions {
  readonly client: () => Pick<Offhook, 'calls' | 'widgets' | 'on'>;
  readonly linkOf: (connector: string) => ConnectorLink;
  readonly setOpen: (connector: string, open: boolean) => void;
}

/** Shows the vendors' frames, and opens them when a call comes where that is wished. */
export const createSoftphones =
  ({ client, linkOf, setOpen }: SoftphonesOptions) =>
  (element: HTMLElement, connector: string, { openOn }: AttachOptions): (() => void) => {
    const detach = linkOf(connector).attach?.(element) ?? (() => {});
    if (openOn === undefined) return detach;
    const { calls, widgets, on } = client();
    const opens = (call: Call): boolean =>
      call.connector === connector && openOn.some((state) => state === call.state);
    const see = ({ call }: { readonly call: Call }): void => {
      if (opens(call)) setOpen(connector, true);
    };
    // A frame that comes late finds the call that rings already.
    if (calls.all.value.some(opens)) setOpen(connector, true);
    const place = widgetPlace(element);
    const widget = widgets.get(connector);
    const show = (): void => place.show(widget.value);
    show();
    const leave = [widget.listen(show), ...openOn.map((state) => on(`call.${state}`, see))];
    return () => {
      for (const each of leave) each();
      place.restore();
      detach();
    };
  };
