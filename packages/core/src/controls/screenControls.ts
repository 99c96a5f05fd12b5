import type { Offhook } from '../client.js';
import type { ChatStreams, ScreenShare } from '../model/chatMedia.js';
import type { ScreenWish } from '../model/mediaCommand.js';
import type { Current } from '../stream/current.js';
import { combine } from '../stream/select.js';
import { createChatRunner } from './chatRunner.js';
import { shareCapabilities, type ShareCapabilities } from './mediaCapabilities.js';
import { sameState, type ControlStatus, type Outcome } from './outcome.js';

/** What a screen for a chat's screen share shows. */
export interface ScreenControlsState extends ControlStatus {
  /** The share that goes on, or the last one; `undefined` before the first. */
  readonly screen: ScreenShare | undefined;
  /** `streams.screen` is what the agent sees; the same object as long as they are the same. */
  readonly streams: ChatStreams;
  readonly can: ShareCapabilities;
}

/** What such a screen needs. The functions are bound and never reject. */
export interface ScreenControls {
  readonly state: Current<ScreenControlsState>;
  /**
   * Shows the agent the customer's screen: what the browser lets the person choose, or what `stream` gives. Call it right in
   * the person's click: browsers ask at no other time. Resolves when it is on.
   */
  readonly start: (wish?: ScreenWish) => Promise<Outcome>;
  readonly stop: () => Promise<Outcome>;
}

/**
 * Shares the customer's screen with the agent of one chat, or without an id of the one in focus.
 *
 * @example
 * const { state, start, stop } = screenControls(client);
 * button.onclick = () => (state.value.can.stop.allowed ? stop() : start());
 */
export function screenControls(client: Offhook, id?: string): ScreenControls {
  const target = id === undefined ? client.chatFocus : client.chats.get(id);
  const { status, within } = createChatRunner(client, () => id ?? target.value?.id);
  return {
    state: combine(
      [target, client.streamsOf(id), client.capabilities, status],
      (chat, streams, now, { pending, lastError }) => ({
        screen: chat?.screen,
        streams,
        can: shareCapabilities(client, now, chat, 'screen'),
        pending,
        lastError,
      }),
      sameState,
    ),
    // No more than what is meant: as a click's handler it is given the click.
    start: ({ stream } = {}) =>
      within((chatId) => ({ type: 'screen.start', chatId, ...(stream !== undefined && { stream }) })),
    stop: () => within((chatId) => ({ type: 'screen.stop', chatId })),
  };
}
