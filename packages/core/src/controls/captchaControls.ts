import type { Offhook } from '../client.js';
import type { Captcha } from '../model/chat.js';
import type { Current } from '../stream/current.js';
import { combine } from '../stream/select.js';
import { createRunner, sameState, type ControlStatus, type Outcome } from './outcome.js';

/** What a form shows that may have to ask for the text in an image. */
export interface CaptchaControlsState extends ControlStatus {
  /** Left out of the form while there is none. */
  readonly captcha: Captcha | undefined;
}

/** What such a form needs. The function is bound and never rejects. */
export interface CaptchaControls {
  readonly state: Current<CaptchaControlsState>;
  /** Another text in another image. */
  readonly reset: () => Promise<Outcome>;
}

/**
 * What must be typed before one chat starts, or without an id the one in focus. The text goes with `start`.
 *
 * @example
 * const { state, reset } = captcha(client);
 * image.src = state.value.captcha?.url ?? '';
 */
export function captcha(client: Offhook, id?: string): CaptchaControls {
  const target = id === undefined ? client.chatFocus : client.chats.get(id);
  const { status, run } = createRunner(client);
  return {
    state: combine(
      [target, status],
      (chat, { pending, lastError }) => ({ captcha: chat?.captcha, pending, lastError }),
      sameState,
    ),
    reset: () =>
      run({ type: 'chat.resetCaptcha', connector: target.value?.connector ?? client.chatConnector }),
  };
}
