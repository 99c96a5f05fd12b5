import type { Chat } from '@offhook/core';
import type { Texts } from '../texts/english.js';
import { agentName } from './agentName.js';
import type { AskedConsent, ConsentKind } from './createConsents.js';

/** What dialog `Consent` says. */
export interface ConsentView {
  /** Another one for another question. */
  readonly key: string;
  readonly kind: ConsentKind;
  /** An agent asks for it; else the customer pressed a button. */
  readonly byAgent: boolean;
  readonly title: string;
  readonly text: string;
  readonly stopAnyTime: string;
}

/** What the page knows of a chat, and of what somebody asks for. */
export interface ConsentFacts {
  readonly chat: Chat | undefined;
  readonly asked: AskedConsent | undefined;
  /** The chat that is meant; without it the one in focus. */
  readonly chatId: string | undefined;
}

/** What the customer has to answer now, if anything: first what they asked for themselves, then the agent's request. */
export function consentView({ chat, asked, chatId }: ConsentFacts, texts: Texts): ConsentView | undefined {
  const { media } = texts.chat;
  const agent = agentName(chat, texts);
  const view = (kind: ConsentKind, byAgent: boolean, title: string): ConsentView => ({
    key: `${kind} ${byAgent}`,
    kind,
    byAgent,
    title,
    text: media.ask[kind].text(agent),
    stopAnyTime: media.stopAnyTime,
  });
  if (asked !== undefined && asked.chatId === chatId) {
    return view(asked.kind, false, media.ask[asked.kind].title);
  }
  const video = chat?.video;
  if (video?.state !== 'requested' || video.by !== 'agent') return undefined;
  const kind = video.video ? 'videoCall' : 'audioCall';
  return view(kind, true, media.agentAsks[kind](agent));
}
