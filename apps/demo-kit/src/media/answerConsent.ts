import type { Chat, CobrowseWish, MediaKind, OffhookError, Outcome, VideoWish } from '@offhook/core';
import type { ConsentView } from './consentView.js';

/** What an answer comes to, of the controls of one chat. */
export interface ConsentActions {
  /** The chat as it is at that moment. */
  readonly chat: () => Chat | undefined;
  readonly video: {
    readonly start: (wish: VideoWish) => Promise<Outcome>;
    readonly accept: (wish: VideoWish) => Promise<Outcome>;
    readonly decline: () => Promise<Outcome>;
  };
  readonly screen: { readonly start: () => Promise<Outcome> };
  readonly cobrowse: { readonly start: (wish: CobrowseWish) => Promise<Outcome> };
  /** What the customer asked for has its answer. */
  readonly done: () => void;
  readonly showError: (error: OffhookError) => void;
}

/** Of page 2's form the name alone: an agent never sees the rest. */
const shownControls: CobrowseWish = {
  controls: { textboxes: ['full-name'] },
  pointer: true,
  annotate: true,
};

/**
 * Does what the customer agreed to, and nothing that they did not. Calls what asks the browser before anything else, since
 * browsers ask people only right after a click.
 *
 * @returns Whether the question has its answer; an agent's request that could not be answered stays.
 */
export async function answerConsent(
  { kind, byAgent }: Pick<ConsentView, 'kind' | 'byAgent'>,
  allowed: boolean,
  actions: ConsentActions,
): Promise<boolean> {
  const { chat, video, screen, cobrowse, done, showError } = actions;
  const medium = mediumOf(kind);
  const before = chat()?.[medium];

  async function follow(outcome: Promise<Outcome>): Promise<boolean> {
    const result = await outcome;
    if (result.ok) return true;
    const now = chat()?.[medium];
    // What has begun and ended meanwhile says itself why.
    const isTold = now?.state === 'ended' && now !== before;
    if (!isTold) showError(result.error);
    return isTold;
  }

  if (byAgent) return follow(allowed ? video.accept(wishOf(kind)) : video.decline());
  done();
  if (!allowed) return true;
  if (kind === 'shareScreen') return follow(screen.start());
  if (kind === 'cobrowse') return follow(cobrowse.start(shownControls));
  // Meanwhile the agent may have asked for one, which is the same call then.
  const begin = chat()?.video?.state === 'requested' ? video.accept : video.start;
  return follow(begin(wishOf(kind)));
}

const wishOf = (kind: ConsentView['kind']): VideoWish => ({ audio: true, video: kind === 'videoCall' });

function mediumOf(kind: ConsentView['kind']): MediaKind {
  if (kind === 'shareScreen') return 'screen';
  return kind === 'cobrowse' ? 'cobrowse' : 'video';
}
