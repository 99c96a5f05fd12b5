import { inject, Injectable } from '@angular/core';
import { paneContextControls, paneControls, type Current, type StreamValues } from '@offhook/core';
import type { BridgeOptions } from './bridge.js';
import { controlSignals, controlStream, type ControlSignals } from './controlSignals.js';
import { OffhookService } from './OffhookService.js';

/**
 * Panes: pages that the host opens for a call, and for a page that is itself inside one, which call that is.
 *
 * @example
 * readonly panes = inject(PaneService).panes();
 * // @for (pane of panes.panes(); track pane.id) { <li>{{ pane.title }} <button (click)="panes.close(pane.id)">Close</button></li> }
 * @example
 * readonly mine = inject(PaneService).paneContext();
 * // <button [disabled]="mine.pending()" (click)="mine.complete()">Done with {{ mine.call()?.remote?.name }}</button>
 */
@Injectable({ providedIn: 'root' })
export class PaneService {
  readonly #client = inject(OffhookService).client;

  /**
   * The panes of calls that wait, are open, or were blocked, with what opens a blocked one again, completes one and
   * closes one. `open` belongs in a person's click: a browser lets no window be opened elsewhere.
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  panes(options?: BridgeOptions): ControlSignals<StreamValues['panes']> {
    return controlSignals(() => paneControls(this.#client), undefined, options);
  }

  /** As {@link panes}, as a stream of whole values with controls of its own. */
  panes$(): Current<StreamValues['panes']> {
    return controlStream(paneControls(this.#client));
  }

  /**
   * Which call this page was opened for, and `complete`, which tells the page around it that the work is done. It never
   * rejects; what went wrong is in `lastError`.
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  paneContext(options?: BridgeOptions): ControlSignals<StreamValues['paneContext']> {
    return controlSignals(() => paneContextControls(this.#client), undefined, options);
  }

  /** As {@link paneContext}, as a stream of whole values with controls of its own. */
  paneContext$(): Current<StreamValues['paneContext']> {
    return controlStream(paneContextControls(this.#client));
  }
}
