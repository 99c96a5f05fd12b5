import { inject, Injectable } from '@angular/core';
import {
  activities,
  contactImport,
  contactMatch,
  contactSearch,
  type Current,
  type StreamValues,
} from '@offhook/core';
import { askedSignal, type BridgeOptions } from './bridge.js';
import { controlSignals, controlStream, type ControlSignals } from './controlSignals.js';
import type { MaybeSignal } from './MaybeSignal.js';
import { OffhookService } from './OffhookService.js';

/**
 * The host's contacts, and what its own system knows of them.
 *
 * @example
 * readonly found = inject(ContactService).search(this.query);
 * // @for (contact of found.contacts(); track contact.id) { <li>{{ contact.name }}</li> }
 * @example
 * readonly history = inject(ContactService).activities(this.contactId);
 * // @for (activity of history.activities(); track activity.id) { <li (click)="history.open(activity)">{{ activity.subject }}</li> }
 */
@Injectable({ providedIn: 'root' })
export class ContactService {
  readonly #client = inject(OffhookService).client;

  /**
   * A contact's history, fetched when a component shows it. `open` and `refresh` never reject; what went wrong is in
   * `lastError`.
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  activities(
    contactId: MaybeSignal<string>,
    options?: BridgeOptions,
  ): ControlSignals<StreamValues['activities']> {
    return controlSignals((now = '') => activities(this.#client, now), contactId, options, askedSignal);
  }

  /** As {@link activities}, as a stream of whole values with controls of its own. */
  activities$(contactId: string): Current<StreamValues['activities']> {
    return controlStream(activities(this.#client, contactId));
  }

  /**
   * The contacts that fit what somebody types, the best first; those of the query before stay while the host looks for
   * the next. Without a query it waits for `search`, which never rejects; what went wrong is in `lastError`.
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  search(
    query?: MaybeSignal<string | undefined>,
    options?: BridgeOptions,
  ): ControlSignals<StreamValues['contactSearch']> {
    // One box for all queries: it has what was found before.
    const box = contactSearch(this.#client);
    return controlSignals((now) => box.forQuery(now), query, options, askedSignal);
  }

  /** As {@link search}, as a stream of whole values with controls of its own: the host looks while it is subscribed. */
  search$(query?: string): Current<StreamValues['contactSearch']> {
    return controlStream(contactSearch(this.#client).forQuery(query));
  }

  /**
   * Who has a number: looked up when a component shows it, and again when the host's contacts change. Calls and threads
   * have theirs already, as `match`.
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  match(number: MaybeSignal<string>, options?: BridgeOptions): ControlSignals<StreamValues['contactMatch']> {
    return controlSignals((now = '') => ({ state: this.match$(now) }), number, options, askedSignal);
  }

  /** As {@link match}, as a stream of whole values. */
  match$(number: string): Current<StreamValues['contactMatch']> {
    return contactMatch(this.#client, number);
  }

  /**
   * How far the host's contacts are, with what imports files of them. `importFiles` never rejects; what went wrong is
   * in `lastError`, and what could not be taken in `problems`.
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  import(options?: BridgeOptions): ControlSignals<StreamValues['contactImport']> {
    return controlSignals(() => contactImport(this.#client), undefined, options);
  }

  /** As {@link import}, as a stream of whole values with controls of its own. */
  import$(): Current<StreamValues['contactImport']> {
    return controlStream(contactImport(this.#client));
  }
}
