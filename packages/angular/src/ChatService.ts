import { inject, Injectable, type Signal } from '@angular/core';
import {
  callbackRequest,
  captcha,
  chatControls,
  chatList,
  queuePosition,
  serverStatus,
  uploads,
  type Chat,
  type Current,
  type StreamValues,
} from '@offhook/core';
import { currentSignal, type BridgeOptions } from './bridge.js';
import { controlSignals, controlStream, type ControlSignals } from './controlSignals.js';
import { valueOf, type MaybeSignal } from './MaybeSignal.js';
import { OffhookService } from './OffhookService.js';

/**
 * Live chats. `chats` is a signal; the others give signals of your own, of one chat or without an id of the one in
 * focus, and are asked for where a component is made. Each is there as an Observable too, under its name with a `$`.
 *
 * @example
 * readonly chat = inject(ChatService).chat();
 * // <button [disabled]="!chat.can().start.allowed" (click)="chat.start({ customer: { topic: 'Loans' } })">Chat with us</button>
 */
@Injectable({ providedIn: 'root' })
export class ChatService {
  readonly #client = inject(OffhookService).client;

  /** As {@link chats}, as a stream. */
  readonly chats$: Current<readonly Chat[]> = chatList(this.#client);
  /** All chats: the live ones first, and of those and the others the newest first. */
  readonly chats: Signal<readonly Chat[]> = currentSignal(this.chats$);

  /**
   * One live chat with its messages and controls. The controls never reject: what went wrong is in `lastError`, and in
   * the outcome that they resolve to. A message's text is plain text.
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  chat(id?: MaybeSignal<string | undefined>, options?: BridgeOptions): ControlSignals<StreamValues['chat']> {
    return controlSignals((now) => chatControls(this.#client, now), id, options);
  }

  /** As {@link chat}, as a stream of whole values with controls of its own. */
  chat$(id?: string): Current<StreamValues['chat']> {
    return controlStream(chatControls(this.#client, id));
  }

  /**
   * Where a chat stands in the queue, from 1; `undefined` while it doesn't wait.
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  queuePosition(id?: MaybeSignal<string | undefined>, options?: BridgeOptions): Signal<number | undefined> {
    return currentSignal(() => queuePosition(this.#client, valueOf(id)), options);
  }

  /** As {@link queuePosition}, as a stream. */
  queuePosition$(id?: string): Current<number | undefined> {
    return queuePosition(this.#client, id);
  }

  /**
   * The files that go into a chat. `upload` never rejects; how far each file is, and why one failed, is in `uploads`.
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  uploads(
    id?: MaybeSignal<string | undefined>,
    options?: BridgeOptions,
  ): ControlSignals<StreamValues['uploads']> {
    return controlSignals((now) => uploads(this.#client, now), id, options);
  }

  /** As {@link uploads}, as a stream of whole values with controls of its own. */
  uploads$(id?: string): Current<StreamValues['uploads']> {
    return controlStream(uploads(this.#client, id));
  }

  /**
   * What must be typed before a chat starts; nothing where no captcha is asked. The text goes with `start`. `reset`
   * asks for another image and never rejects.
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  captcha(
    id?: MaybeSignal<string | undefined>,
    options?: BridgeOptions,
  ): ControlSignals<StreamValues['captcha']> {
    return controlSignals((now) => captcha(this.#client, now), id, options);
  }

  /** As {@link captcha}, as a stream of whole values with controls of its own. */
  captcha$(id?: string): Current<StreamValues['captcha']> {
    return controlStream(captcha(this.#client, id));
  }

  /**
   * A wish to be called back: who had it and what became of it. `request` never rejects; what went wrong is in
   * `lastError`.
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  callbackRequest(
    id?: MaybeSignal<string | undefined>,
    options?: BridgeOptions,
  ): ControlSignals<StreamValues['callbackRequest']> {
    return controlSignals((now) => callbackRequest(this.#client, now), id, options);
  }

  /** As {@link callbackRequest}, as a stream of whole values with controls of its own. */
  callbackRequest$(id?: string): Current<StreamValues['callbackRequest']> {
    return controlStream(callbackRequest(this.#client, id));
  }

  /**
   * Whether the server of a connector's chats can be reached, and if not, why; without an id of the connector that
   * chats.
   *
   * @throws Angular's NG0203 outside of an injection context without an injector.
   */
  serverStatus(
    connector?: MaybeSignal<string | undefined>,
    options?: BridgeOptions,
  ): Signal<StreamValues['serverStatus']> {
    return currentSignal(() => serverStatus(this.#client, valueOf(connector)), options);
  }

  /** As {@link serverStatus}, as a stream. */
  serverStatus$(connector?: string): Current<StreamValues['serverStatus']> {
    return serverStatus(this.#client, connector);
  }
}
