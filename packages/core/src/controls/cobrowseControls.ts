import type { Offhook } from '../client.js';
import type { Cobrowse } from '../model/chatMedia.js';
import type { CobrowseWish } from '../model/mediaCommand.js';
import type { Current } from '../stream/current.js';
import { combine } from '../stream/select.js';
import { createChatRunner } from './chatRunner.js';
import { shareCapabilities, type ShareCapabilities } from './mediaCapabilities.js';
import { sameState, type ControlStatus, type Outcome } from './outcome.js';

/** What a screen for a chat's co-browsing shows. */
export interface CobrowseSessionState extends ControlStatus {
  /** The session that goes on, or the last one; `undefined` before the first. */
  readonly cobrowse: Cobrowse | undefined;
  readonly can: ShareCapabilities;
}

/** What such a screen needs. The functions are bound and never reject. */
export interface CobrowseSession {
  readonly state: Current<CobrowseSessionState>;
  /** Shows the agent this page; of its controls only those that are named here, the others are masked and blocked. */
  readonly start: (wish?: CobrowseWish) => Promise<Outcome>;
  readonly stop: () => Promise<Outcome>;
}

/**
 * Shows the page to the agent of one chat, or without an id of the one in focus, who may help in it.
 *
 * @example
 * const { state, start } = cobrowseControls(client);
 * await start({ controls: { textboxes: ['amount'] }, annotate: true });
 */
export function cobrowseControls(client: Offhook, id?: string): CobrowseSession {
  const target = id === undefined ? client.chatFocus : client.chats.get(id);
  const { status, within } = createChatRunner(client, () => id ?? target.value?.id);
  return {
    state: combine(
      [target, client.capabilities, status],
      (chat, now, { pending, lastError }) => ({
        cobrowse: chat?.cobrowse,
        can: shareCapabilities(client, now, chat, 'cobrowse'),
        pending,
        lastError,
      }),
      sameState,
    ),
    // No more than what is meant: as a click's handler it is given the click.
    start: ({ controls, pointer, annotate } = {}) =>
      within((chatId) => ({
        type: 'cobrowse.start',
        chatId,
        ...(controls !== undefined && { controls }),
        ...(pointer !== undefined && { pointer }),
        ...(annotate !== undefined && { annotate }),
      })),
    stop: () => within((chatId) => ({ type: 'cobrowse.stop', chatId })),
  };
}
