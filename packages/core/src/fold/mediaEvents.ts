import type { Chat } from '../model/chat.js';
import { isLiveMedia, type ChatMedia, type MediaKind } from '../model/chatMedia.js';
import type { EventBody } from '../model/event.js';

/** What happened face to face, by a chat as it was and as it is: each thing once of one call, share or session. */
export function mediaEvents(before: Chat | undefined, chat: Chat): readonly EventBody[] {
  const { video, screen, cobrowse } = chat;
  const had = { video: before?.video, screen: before?.screen, cobrowse: before?.cobrowse };
  const events: EventBody[] = [];
  if (video?.state === 'requested' && !isLiveMedia(had.video)) events.push({ type: 'video.requested', chat });
  // When it first came is kept, so that one that comes back is not told again.
  if (video?.state === 'connected' && !(isLiveMedia(had.video) && had.video.connectedAt !== undefined))
    events.push({ type: 'video.connected', chat });
  if (isOver(had.video, video)) events.push({ type: 'video.disconnected', chat });
  if (screen?.state === 'on' && !(isLiveMedia(had.screen) && had.screen.startedAt !== undefined))
    events.push({ type: 'screen.started', chat });
  if (isOver(had.screen, screen)) events.push({ type: 'screen.stopped', chat });
  if (cobrowse?.state === 'on' && !(isLiveMedia(had.cobrowse) && had.cobrowse.startedAt !== undefined))
    events.push({ type: 'cobrowse.connected', chat });
  if (isOver(had.cobrowse, cobrowse)) events.push({ type: 'cobrowse.disconnected', chat });
  return events;
}

/** Whether it has ended just now. */
const isOver = (before: ChatMedia[MediaKind] | undefined, now: ChatMedia[MediaKind] | undefined): boolean =>
  isLiveMedia(before) && !isLiveMedia(now);
