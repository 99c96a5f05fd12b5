import { inject, Injectable, type Signal } from '@angular/core';
import { mediaDevices, videoControls, type Current, type StreamValues } from '@offhook/core';
import { currentSignal, type BridgeOptions } from './bridge.js';
import { controlSignals, controlStream, type ControlSignals } from './controlSignals.js';
import type { MaybeSignal } from './MaybeSignal.js';
import { OffhookService } from './OffhookService.js';

/**
 * Audio and video with the agent of a chat. A stream goes to its element by a binding, which sets it when it is another
 * one and not with each rendering.
 *
 * @example
 * readonly talk = inject(VideoService).videoCall();
 * // <video autoplay playsinline [srcObject]="talk.streams().remote[0] ?? null"></video>
 * // <button [disabled]="!talk.can().start.allowed" (click)="talk.start()">Call</button>
 */
@Injectable({ providedIn: 'root' })
export class VideoService {
  readonly #client = inject(OffhookService).client;

  /** As {@link mediaDevices}, as a stream. */
  readonly mediaDevices$: Current<StreamValues['mediaDevices']> = mediaDevices();
  /**
   * The microphones, cameras and loudspeakers of this computer, as they are plugged in and out. It asks the person for
   * nothing: until a call was allowed to use a device, names are empty, and browsers may list nothing at all.
   */
  readonly mediaDevices: Signal<StreamValues['mediaDevices']> = currentSignal(this.mediaDevices$);

  /**
   * Audio and video with the agent of one chat, or without an id of the one in focus. The controls never reject: what
   * went wrong is in `lastError`, and in the outcome that they resolve to.
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  videoCall(
    id?: MaybeSignal<string | undefined>,
    options?: BridgeOptions,
  ): ControlSignals<StreamValues['videoCall']> {
    return controlSignals((now) => videoControls(this.#client, now), id, options);
  }

  /** As {@link videoCall}, as a stream of whole values with controls of its own. */
  videoCall$(id?: string): Current<StreamValues['videoCall']> {
    return controlStream(videoControls(this.#client, id));
  }
}
