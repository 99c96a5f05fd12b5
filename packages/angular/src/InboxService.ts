import { inject, Injectable, type Signal } from '@angular/core';
import { threadControls, type Current, type StreamValues, type Thread } from '@offhook/core';
import { currentSignal, type BridgeOptions } from './bridge.js';
import { controlSignals, controlStream, type ControlSignals } from './controlSignals.js';
import type { MaybeSignal } from './MaybeSignal.js';
import { OffhookService } from './OffhookService.js';

/**
 * Threads of SMS, voicemail, fax and pager messages.
 *
 * @example
 * readonly unread = computed(() => this.inbox().reduce((sum, thread) => sum + thread.unread, 0));
 * private readonly inbox = inject(InboxService).inbox;
 */
@Injectable({ providedIn: 'root' })
export class InboxService {
  readonly #client = inject(OffhookService).client;

  /** As {@link inbox}, as a stream. */
  readonly inbox$: Current<readonly Thread[]> = this.#client.inbox.all;
  /** All threads, newest first. */
  readonly inbox: Signal<readonly Thread[]> = currentSignal(this.inbox$);

  /**
   * One thread, and the way to answer it. `send` never rejects; what went wrong is in `lastError`.
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  thread(id: MaybeSignal<string>, options?: BridgeOptions): ControlSignals<StreamValues['thread']> {
    return controlSignals((now = '') => threadControls(this.#client, now), id, options);
  }

  /** As {@link thread}, as a stream of whole values with controls of its own. */
  thread$(id: string): Current<StreamValues['thread']> {
    return controlStream(threadControls(this.#client, id));
  }
}
