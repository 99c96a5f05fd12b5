import { inject, Injectable, type Signal } from '@angular/core';
import {
  callControls,
  callDuration,
  dialer,
  type Call,
  type Current,
  type StreamValues,
} from '@offhook/core';
import { currentSignal, type BridgeOptions } from './bridge.js';
import { controlSignals, controlStream, type ControlSignals } from './controlSignals.js';
import { valueOf, type MaybeSignal } from './MaybeSignal.js';
import { OffhookService } from './OffhookService.js';

/**
 * Calls. What takes no id is a signal; `call`, `callDuration` and `dialer` give signals of your own, and are asked for
 * where a component is made. Each is there as an Observable too, under its name with a `$`.
 *
 * @example
 * readonly calls = inject(CallService).calls;
 * readonly call = inject(CallService).call(this.id);
 * // <button [disabled]="!call.can().hold.allowed" (click)="call.hold()">Hold {{ call.call()?.remote?.name }}</button>
 */
@Injectable({ providedIn: 'root' })
export class CallService {
  readonly #client = inject(OffhookService).client;

  /** As {@link calls}, as a stream. */
  readonly calls$: Current<readonly Call[]> = this.#client.calls.all;
  /**
   * All live calls, newest first. It changes with each of them: a long list does better with {@link callIds} and a
   * component for each id that asks for {@link call}.
   */
  readonly calls: Signal<readonly Call[]> = currentSignal(this.calls$);

  /** As {@link callIds}, as a stream. */
  readonly callIds$: Current<readonly string[]> = this.#client.calls.ids;
  /** The ids of the live calls, newest first: changes only when a call comes or goes. */
  readonly callIds: Signal<readonly string[]> = currentSignal(this.callIds$);

  /** As {@link focus}, as a stream. */
  readonly focus$: Current<Call | undefined> = this.#client.focus;
  /** A ringing call, else the active one, else the last held, else the last ended. */
  readonly focus: Signal<Call | undefined> = currentSignal(this.focus$);

  /** As {@link incomingCalls}, as a stream. */
  readonly incomingCalls$: Current<readonly Call[]> = this.#client.incomingCalls;
  /** Inbound calls that ring, the longest ringing first. */
  readonly incomingCalls: Signal<readonly Call[]> = currentSignal(this.incomingCalls$);

  /** As {@link recentCalls}, as a stream. */
  readonly recentCalls$: Current<readonly Call[]> = this.#client.recentCalls;
  /** Ended calls, the last one first. */
  readonly recentCalls: Signal<readonly Call[]> = currentSignal(this.recentCalls$);

  /**
   * One call with its controls; without an id the one in focus. The controls never reject: what went wrong is in
   * `lastError`, and in the outcome that they resolve to.
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  call(id?: MaybeSignal<string | undefined>, options?: BridgeOptions): ControlSignals<StreamValues['call']> {
    return controlSignals((now) => callControls(this.#client, now), id, options);
  }

  /** As {@link call}, as a stream of whole values with controls of its own. */
  call$(id?: string): Current<StreamValues['call']> {
    return controlStream(callControls(this.#client, id));
  }

  /**
   * A call's talk time in milliseconds, once a second; without an id that of the call in focus.
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  callDuration(id?: MaybeSignal<string | undefined>, options?: BridgeOptions): Signal<number> {
    return currentSignal(() => callDuration(this.#client, valueOf(id)), options);
  }

  /** As {@link callDuration}, as a stream. */
  callDuration$(id?: string): Current<number> {
    return callDuration(this.#client, id);
  }

  /**
   * Dials. It never rejects; what went wrong is in `lastError`.
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  dialer(options?: BridgeOptions): ControlSignals<StreamValues['dialer']> {
    return controlSignals(() => dialer(this.#client), undefined, options);
  }

  /** As {@link dialer}, as a stream of whole values with controls of its own. */
  dialer$(): Current<StreamValues['dialer']> {
    return controlStream(dialer(this.#client));
  }
}
