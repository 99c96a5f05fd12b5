import type { Offhook } from '../client.js';
import type { Upload } from '../model/chat.js';
import type { Current } from '../stream/current.js';
import { combine } from '../stream/select.js';
import { createChatRunner } from './chatRunner.js';
import { sameState, type ControlStatus, type Outcome } from './outcome.js';

/** What a screen for a chat's files shows. */
export interface UploadControlsState extends ControlStatus {
  readonly uploads: readonly Upload[];
}

/** What such a screen needs. The function is bound and never rejects. */
export interface UploadControls {
  readonly state: Current<UploadControlsState>;
  /** Resolves when the files are on their way: how far they are is in `uploads`, and why one failed, too. */
  readonly upload: (files: readonly File[]) => Promise<Outcome>;
}

const none: readonly Upload[] = [];

/**
 * The files that go into one chat, or without an id into the one in focus.
 *
 * @example
 * const { state, upload } = uploads(client);
 * chooser.onchange = () => upload([...chooser.files]);
 */
export function uploads(client: Offhook, id?: string): UploadControls {
  const target = id === undefined ? client.chatFocus : client.chats.get(id);
  const { status, within } = createChatRunner(client, () => id ?? target.value?.id);
  return {
    state: combine(
      [target, status],
      (chat, { pending, lastError }) => ({ uploads: chat?.uploads ?? none, pending, lastError }),
      sameState,
    ),
    upload: (files) => within((chatId) => ({ type: 'chat.upload', chatId, files })),
  };
}
