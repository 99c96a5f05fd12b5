import type { Offhook } from '../client.js';
import type { Current } from '../stream/current.js';
import { select } from '../stream/select.js';

/**
 * Where one chat stands in the queue, from 1, or without an id the one in focus; `undefined` while it doesn't wait, or
 * where the vendor doesn't tell.
 *
 * @example queuePosition(client).subscribe((position) => show(position ?? ''));
 */
export const queuePosition = (client: Offhook, id?: string): Current<number | undefined> =>
  select(id === undefined ? client.chatFocus : client.chats.get(id), (chat) => chat?.queuePosition);
