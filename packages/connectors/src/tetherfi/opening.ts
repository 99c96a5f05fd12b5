import { OffhookError, type Acknowledgement } from '@offhook/core';
import type { ChatLink } from './chatLink.js';
import { meaningOf, refusal } from './codes.js';
import { isLive, keyOf, step, type TrackedChat } from './trackedChat.js';

/** What `Open` came to: `opened`, or the vendor's code. */
export type OpenOutcome = 'opened' | (string & {});

/** Looking whether a chat goes on already (rows T-67, T-68). */
export interface Opening {
  /** Calls `Open`; while one is under way, everybody waits for that. */
  ask(): Promise<OpenOutcome>;
  /** The command: a chat that shows how it goes, and what it comes to. */
  open(): Promise<Acknowledgement | undefined>;
  /** Whether this page has asked before, and was answered. */
  readonly asked: boolean;
}

const openMs = 20_000;
const late = 'The chat server did not answer in time. Try again.';

export function createOpening(link: ChatLink): Opening {
  const { chats, emit, load, multi, newChat, waiters } = link;
  let under: Promise<OpenOutcome> | undefined;
  let asked = false;

  async function callOpen(): Promise<OpenOutcome> {
    const api = await load();
    const answer = waiters.until(
      (event) => {
        if (event?.type === 'opened') return 'opened';
        return event?.type === 'openFailed' ? event.code : undefined;
      },
      openMs,
      late,
    );
    try {
      link.trace('Open');
      api.call('Open');
    } catch (error) {
      answer.catch(() => {});
      throw error;
    }
    const outcome = await answer;
    asked = true;
    return outcome;
  }

  function ask(): Promise<OpenOutcome> {
    under ??= callOpen().finally(() => (under = undefined));
    return under;
  }

  /** The chat that shows that it is looked for: only where there is one at most. */
  function shown(): TrackedChat | undefined {
    if (multi) return undefined;
    const { current } = chats;
    const chat = current && current.state !== 'ended' ? current : newChat();
    if (chat.state === 'idle' || chat.state === 'failed') emit([step(chat, 'opening')]);
    return chat;
  }

  return {
    ask,
    get asked() {
      return asked;
    },
    async open() {
      const chat = shown();
      let outcome: OpenOutcome;
      try {
        outcome = await ask();
      } catch (error) {
        if (chat?.state === 'opening') emit([step(chat, 'failed', { failure: failureOf(error) })]);
        throw error;
      }
      const found = multi ? chats.live[0] : chats.current;
      if (outcome === 'opened') return found && { chat: keyOf(found) };
      if (outcome === 'NoSessionFound') return found && isLive(found) ? { chat: keyOf(found) } : undefined;
      throw refusal(outcome);
    },
  };
}

/** Why an attempt came to nothing, as the chat shows it. */
export function failureOf(error: unknown): { readonly code: string; readonly text: string } {
  if (error instanceof OffhookError) return { code: error.vendorCode ?? error.code, text: error.message };
  return { code: 'StartError', text: meaningOf('StartError').text };
}
