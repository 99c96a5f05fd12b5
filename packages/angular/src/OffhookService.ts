import { inject, Injectable } from '@angular/core';
import { OffhookError, type EventOf, type EventType, type Offhook } from '@offhook/core';
import { filter, type Observable } from 'rxjs';
import { untilDestroyed, type BridgeOptions } from './bridge.js';
import { offhookClient } from './offhookClient.js';

/**
 * The client itself, and its events.
 *
 * @throws OffhookError `invalid-state` where no `provideOffhook` is.
 * @example
 * constructor() {
 *   inject(OffhookService).on('call.ringing', ({ call }) => this.notify(call.remote.name));
 * }
 */
@Injectable({ providedIn: 'root' })
export class OffhookService {
  /** For what no service gives, such as `execute({ type: 'conversation.open', uri })`. */
  readonly client: Offhook = givenClient();

  /** Events of one type: hot, not replayed; never errors. */
  on<T extends EventType>(type: T): Observable<EventOf<T>>;
  /**
   * Calls back for each event of one type until the component is gone, or until what it gives is called; in an app
   * with zone.js within the zone. On a server it does nothing.
   */
  on<T extends EventType>(type: T, handler: (event: EventOf<T>) => void, options?: BridgeOptions): () => void;
  on<T extends EventType>(
    type: T,
    handler?: (event: EventOf<T>) => void,
    options: BridgeOptions = {},
  ): Observable<EventOf<T>> | (() => void) {
    if (handler === undefined) {
      return this.client.events$.pipe(filter((event): event is EventOf<T> => event.type === type));
    }
    return untilDestroyed((zone) => this.client.on(type, (event) => zone.run(() => handler(event))), options);
  }
}

function givenClient(): Offhook {
  const client = inject(offhookClient, { optional: true });
  if (client !== null) return client;
  throw new OffhookError(
    'invalid-state',
    'There is no client here. Add provideOffhook(client) to the providers of bootstrapApplication, or of the route.',
  );
}
