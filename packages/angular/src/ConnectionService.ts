import { inject, Injectable, type Signal } from '@angular/core';
import type { Capabilities, Connection, Current } from '@offhook/core';
import { currentSignal, type BridgeOptions } from './bridge.js';
import { valueOf, type MaybeSignal } from './MaybeSignal.js';
import { OffhookService } from './OffhookService.js';

/**
 * How it stands with the vendor, and what can be done.
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
}
