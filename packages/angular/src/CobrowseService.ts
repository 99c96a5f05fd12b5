import { inject, Injectable } from '@angular/core';
import { cobrowseControls, type Current, type StreamValues } from '@offhook/core';
import type { BridgeOptions } from './bridge.js';
import { controlSignals, controlStream, type ControlSignals } from './controlSignals.js';
import type { MaybeSignal } from './MaybeSignal.js';
import { OffhookService } from './OffhookService.js';

/**
 * This page, shown to the agent of a chat, who may help in it.
 *
 * @example
 * readonly page = inject(CobrowseService).cobrowse();
 * help = () => this.page.start({ controls: { textboxes: ['amount'] }, annotate: true });
 * // <button [disabled]="!page.can().start.allowed" (click)="help()">Show the page</button>
 */
@Injectable({ providedIn: 'root' })
export class CobrowseService {
  readonly #client = inject(OffhookService).client;

  /**
   * Shows this page to the agent of one chat, or without an id of the one in focus. Of its controls the agent sees only
   * those whose ids `start` is given. Neither of the functions rejects; what went wrong is in `lastError`.
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  cobrowse(
    id?: MaybeSignal<string | undefined>,
    options?: BridgeOptions,
  ): ControlSignals<StreamValues['cobrowse']> {
    return controlSignals((now) => cobrowseControls(this.#client, now), id, options);
  }

  /** As {@link cobrowse}, as a stream of whole values with controls of its own. */
  cobrowse$(id?: string): Current<StreamValues['cobrowse']> {
    return controlStream(cobrowseControls(this.#client, id));
  }
}
