import { inject, Injectable } from '@angular/core';
import { agentControls, type Current, type StreamValues } from '@offhook/core';
import type { BridgeOptions } from './bridge.js';
import { controlSignals, controlStream, type ControlSignals } from './controlSignals.js';
import type { MaybeSignal } from './MaybeSignal.js';
import { OffhookService } from './OffhookService.js';

/**
 * Who works the phone, with what they can do: sign in and out, and say whether they are free.
 *
 * @example
 * readonly me = inject(AgentService).agent();
 * // <button (click)="me.setPresence('busy')">{{ me.agent().presence }}</button>
 */
@Injectable({ providedIn: 'root' })
export class AgentService {
  readonly #client = inject(OffhookService).client;

  /**
   * The agent at one connector, or at the default one. The controls never reject.
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  agent(
    connector?: MaybeSignal<string | undefined>,
    options?: BridgeOptions,
  ): ControlSignals<StreamValues['agent']> {
    return controlSignals((now) => agentControls(this.#client, now), connector, options);
  }

  /** As {@link agent}, as a stream of whole values with controls of its own. */
  agent$(connector?: string): Current<StreamValues['agent']> {
    return controlStream(agentControls(this.#client, connector));
  }
}
