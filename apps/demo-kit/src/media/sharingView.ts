import {
  isLiveMedia,
  type Capability,
  type Chat,
  type Cobrowse,
  type ScreenShare,
  type ShareState,
} from '@offhook/core';
import { whyNot } from '../chat/whyNot.js';
import type { Texts } from '../texts/english.js';
import type { MediaTexts } from '../texts/mediaEnglish.js';
import { agentName } from './agentName.js';
import { endedText } from './endedText.js';
import { isTrouble } from './isTrouble.js';

/** Something that is shown to an agent. */
export type Shared = 'screen' | 'cobrowse';

/** What status `You are sharing` shows, and after it what is left to say. */
export interface SharingView {
  /** What is shown, or is about to be; nothing where the status is gone. */
  readonly shared: readonly Shared[];
  /** Whether it came to nothing for a reason that somebody can do something about. */
  readonly isTrouble: boolean;
  /** Who sees what, or why nobody does any more; empty where there is nothing to say. */
  readonly text: string;
  /** Why it can't be stopped; the button then shows disabled. */
  readonly disabledBecause: string | undefined;
}

/** What it is told from: the states of the controls, and the chat. */
export interface SharingFacts {
  readonly chat: Chat | undefined;
  readonly screen: ScreenShare | undefined;
  readonly cobrowse: Cobrowse | undefined;
  readonly can: Readonly<Record<Shared, Readonly<Record<'stop', Capability>>>>;
}

/** What of the customer's an agent sees. */
export function sharingView({ chat, screen, cobrowse, can }: SharingFacts, texts: Texts): SharingView {
  const agent = agentName(chat, texts);
  const { media } = texts.chat;
  const all = [
    { what: 'screen', is: screen, words: media.screenState },
    { what: 'cobrowse', is: cobrowse, words: media.cobrowseState },
  ] as const;
  const live = all.filter(({ is }) => isLiveMedia(is));
  const over = live.length > 0 ? [] : all.flatMap(({ is }) => is ?? []);
  const said = [
    ...live.map(({ is, words }) => liveText(is?.state, words, agent)),
    ...over.map((ended) => endedText(ended, agent, media.ended.sharing)),
  ];
  return {
    shared: live.map(({ what }) => what),
    isTrouble: over.some(isTrouble),
    // Both may have ended alike.
    text: [...new Set(said)].join(' '),
    disabledBecause: live.map(({ what }) => whyNot(can[what].stop, texts)).find((why) => why !== undefined),
  };
}

function liveText(
  state: ShareState | undefined,
  words: MediaTexts['screenState' | 'cobrowseState'],
  agent: string,
): string {
  switch (state) {
    case 'on':
      return words.on(agent);
    case 'starting':
    case 'reconnecting':
      return words[state];
    case 'ended':
    case undefined:
      return '';
  }
}
