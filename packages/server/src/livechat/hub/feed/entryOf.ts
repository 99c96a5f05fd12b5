import type { Entry, EntryBody } from '@offhook/livechat';
import { type Stored } from '../../log/sessionLog.js';

/** A record of a chat's stream as those in the chat know it. */
export function entryOf({ seq, id, time, data }: Stored): Entry {
  const body = JSON.parse(data) as EntryBody;
  return { ...body, seq, id, time: new Date(time).toISOString() };
}
