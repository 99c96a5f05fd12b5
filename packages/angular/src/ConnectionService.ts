import { inject, Injectable, type Signal } from '@angular/core';
import {
  deviceControls,
  widgetControls,
  type Capabilities,
  type Connection,
  type Current,
  type StreamValues,
} from '@offhook/core';
import { currentSignal, type BridgeOptions } from './bridge.js';
import { controlSignals, controlStream, type ControlSignals } from './controlSignals.js';
import { valueOf, type MaybeSignal } from './MaybeSignal.js';
import { OffhookService } from './OffhookService.js';

/**
 * How it stands with the vendor, what can be done, whether its widget is open, and what it leaves to the host.
 *
 * @example
 * readonly connection = inject(ConnectionService).connection;
 * // <p>The phone is {{ connection().status }}.</p>
 */
@Injectable({ providedIn: 'root' })
export class ConnectionService {
  readonly #client = inject(OffhookService).client;

  /** As {@link connection}, as a stream. */
  readonly connection$: Current<Connection> = this.#client.connection;
  /** The default connector's. */
  readonly connection: Signal<Connection> = currentSignal(this.connection$);

  /** As {@link capabilities}, as a stream. */
  readonly capabilities$: Current<Capabilities> = this.#client.capabilities;
  /** Which commands can be given now, and where not, why. */
  readonly capabilities: Signal<Capabilities> = currentSignal(this.capabilities$);

  /**
   * The connection of the connector named; `undefined` when there is none of that name.
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  connectionOf(connector: MaybeSignal<string>, options?: BridgeOptions): Signal<Connection | undefined> {
    return currentSignal(() => this.connectionOf$(valueOf(connector)), options);
  }

  /** As {@link connectionOf}, as a stream. */
  connectionOf$(connector: string): Current<Connection | undefined> {
    return this.#client.connections.get(connector);
  }

  /**
   * Whether the widget of one connector, or of the default one, is open, with what opens and closes it: for a place
   * that follows that (`openOn` of `offhookSoftphone`).
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  widget(
    connector?: MaybeSignal<string | undefined>,
    options?: BridgeOptions,
  ): ControlSignals<StreamValues['widget']> {
    return controlSignals((now) => widgetControls(this.#client, now), connector, options);
  }

  /** As {@link widget}, as a stream of whole values with controls of its own. */
  widget$(connector?: string): Current<StreamValues['widget']> {
    return controlStream(widgetControls(this.#client, connector));
  }

  /**
   * What one connector's vendor, or the default one's, leaves to the host: to ring, to switch to the loudspeaker, to
   * share. `delegate` hands it over; none of its functions rejects.
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  devices(
    connector?: MaybeSignal<string | undefined>,
    options?: BridgeOptions,
  ): ControlSignals<StreamValues['devices']> {
    return controlSignals((now) => deviceControls(this.#client, now), connector, options);
  }

  /** As {@link devices}, as a stream of whole values with controls of its own. */
  devices$(connector?: string): Current<StreamValues['devices']> {
    return controlStream(deviceControls(this.#client, connector));
  }
}
