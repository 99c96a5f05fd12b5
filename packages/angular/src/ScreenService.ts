import { inject, Injectable } from '@angular/core';
import { screenControls, type Current, type StreamValues } from '@offhook/core';
import type { BridgeOptions } from './bridge.js';
import { controlSignals, controlStream, type ControlSignals } from './controlSignals.js';
import type { MaybeSignal } from './MaybeSignal.js';
import { OffhookService } from './OffhookService.js';

/**
 * The customer's screen, shown to the agent of a chat.
 *
 * @example
 * readonly share = inject(ScreenService).screenShare();
 * // <button [disabled]="!share.can().start.allowed" (click)="share.start()">Share the screen</button>
 */
@Injectable({ providedIn: 'root' })
export class ScreenService {
  readonly #client = inject(OffhookService).client;

  /**
   * Shares the customer's screen with the agent of one chat, or without an id of the one in focus. Call `start` right
   * in the person's click: browsers ask at no other time. Neither of the functions rejects; what went wrong is in
   * `lastError`. What the agent sees is in `streams.screen`.
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  screenShare(
    id?: MaybeSignal<string | undefined>,
    options?: BridgeOptions,
  ): ControlSignals<StreamValues['screenShare']> {
    return controlSignals((now) => screenControls(this.#client, now), id, options);
  }

  /** As {@link screenShare}, as a stream of whole values with controls of its own. */
  screenShare$(id?: string): Current<StreamValues['screenShare']> {
    return controlStream(screenControls(this.#client, id));
  }
}
