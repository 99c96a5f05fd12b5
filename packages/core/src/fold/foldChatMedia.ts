import type { Chat, ChatState } from '../model/chat.js';
import { isLiveMedia, type ChatMedia, type MediaKind } from '../model/chatMedia.js';
import type { ChatReport } from '../model/chatReport.js';
import type { EventBody } from '../model/event.js';
import { foldCobrowse, foldScreen, foldVideo, type FoldedMedia } from './foldMedia.js';

/** What goes on in a chat beside its messages, as a report leaves it, and the steps in it that the model forbids. */
export interface FoldedChatMedia {
  readonly media: Partial<ChatMedia>;
  readonly violations: readonly EventBody[];
}

type Facts = Partial<Record<keyof ChatMedia[MediaKind], unknown>>;

/**
 * Folds what a report says of a chat's call, share and session, each by itself. `state` is what the chat's is to be: with its
 * end all of them end, and none begins any more.
 */
export function foldChatMedia(
  chat: Chat,
  report: ChatReport,
  { id, state, now }: { readonly id: string; readonly state: ChatState; readonly now: number },
): FoldedChatMedia {
  const isOver = state === 'ended' || state === 'failed';
  const violations: EventBody[] = [];

  function told<M extends ChatMedia[MediaKind], F extends Facts>(
    media: MediaKind,
    before: M | undefined,
    facts: F | undefined,
    fold: (before: M | undefined, facts: F | typeof atEnd) => FoldedMedia<M>,
  ): M | undefined {
    if (facts === undefined && !isOver) return before;
    const begins = !isLiveMedia(before) && facts?.state !== undefined && facts.state !== 'ended';
    const step: FoldedMedia<M> =
      facts === undefined || (isOver && begins) ? { media: before } : fold(before, facts);
    if (step.forbidden) violations.push({ type: 'protocol.violation', chatId: id, media, ...step.forbidden });
    if (!isOver || !isLiveMedia(step.media)) return step.media;
    const ended = fold(step.media, atEnd).media;
    // What the report says of the end stands against what follows from the chat's.
    return facts !== undefined && facts.state === undefined ? fold(ended, facts).media : ended;
  }

  const by = report.endedBy ?? chat.endedBy;
  const atEnd = {
    state: 'ended',
    endReason: 'chat-ended',
    ...(by !== undefined && by !== 'library' && { endedBy: by }),
  } as const;
  const video = told('video', chat.video, report.video, (before, facts) => foldVideo(before, facts, now));
  const screen = told('screen', chat.screen, report.screen, (before, facts) =>
    foldScreen(before, facts, now),
  );
  const cobrowse = told('cobrowse', chat.cobrowse, report.cobrowse, (before, facts) =>
    foldCobrowse(before, facts, now),
  );
  return {
    media: { ...(video && { video }), ...(screen && { screen }), ...(cobrowse && { cobrowse }) },
    violations,
  };
}
