import { inject, Injectable } from '@angular/core';
import { authorizationControls, settingsControls, type Current, type StreamValues } from '@offhook/core';
import type { BridgeOptions } from './bridge.js';
import { controlSignals, controlStream, type ControlSignals } from './controlSignals.js';
import { OffhookService } from './OffhookService.js';

/**
 * What the host and its vendors share: whether the agent is signed in to the host's own system, and its settings.
 *
 * @example
 * readonly standing = inject(IntegrationService).authorization();
 * // <button (click)="standing.toggle()">{{ standing.authorized() ? 'Sign out' : 'Sign in' }}</button>
 */
@Injectable({ providedIn: 'root' })
export class IntegrationService {
  readonly #client = inject(OffhookService).client;

  /**
   * Whether the agent is signed in to the host's own system. `toggle` never rejects; what went wrong is in
   * `lastError`.
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  authorization(options?: BridgeOptions): ControlSignals<StreamValues['authorization']> {
    return controlSignals(() => authorizationControls(this.#client), undefined, options);
  }

  /** As {@link authorization}, as a stream of whole values with controls of its own. */
  authorization$(): Current<StreamValues['authorization']> {
    return controlStream(authorizationControls(this.#client));
  }

  /**
   * The host's own settings. `change` never rejects; what went wrong is in `lastError`.
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  settings(options?: BridgeOptions): ControlSignals<StreamValues['settings']> {
    return controlSignals(() => settingsControls(this.#client), undefined, options);
  }

  /** As {@link settings}, as a stream of whole values with controls of its own. */
  settings$(): Current<StreamValues['settings']> {
    return controlStream(settingsControls(this.#client));
  }
}
