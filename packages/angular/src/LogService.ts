import { inject, Injectable } from '@angular/core';
import { callLogControls, type Current, type StreamValues } from '@offhook/core';
import type { BridgeOptions } from './bridge.js';
import { controlSignals, controlStream, type ControlSignals } from './controlSignals.js';
import type { MaybeSignal } from './MaybeSignal.js';
import { OffhookService } from './OffhookService.js';

/**
 * What becomes of calls in the host's own log.
 *
 * @example
 * readonly entry = inject(LogService).callLog();
 * // <button (click)="entry.save({ note: note.value })">{{ entry.log().status }}</button>
 */
@Injectable({ providedIn: 'root' })
export class LogService {
  readonly #client = inject(OffhookService).client;

  /**
   * The log entry of one call, or without an id of the one in focus. `save` never rejects; what went wrong is in
   * `lastError`.
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  callLog(
    callId?: MaybeSignal<string | undefined>,
    options?: BridgeOptions,
  ): ControlSignals<StreamValues['callLog']> {
    return controlSignals((now) => callLogControls(this.#client, now), callId, options);
  }

  /** As {@link callLog}, as a stream of whole values with controls of its own. */
  callLog$(callId?: string): Current<StreamValues['callLog']> {
    return controlStream(callLogControls(this.#client, callId));
  }
}
