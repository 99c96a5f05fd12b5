import type { Offhook } from '../client.js';
import { asOffhookError } from '../model/error.js';
import type { Outcome } from './outcome.js';

/** Tells that somebody writes, seldom however fast the keys go. */
export interface Typing {
  /** Never rejects. What need not be told now gives `already`. */
  set(chatId: string, typing: boolean): Promise<Outcome>;
  /** What was written is sent. */
  stop(chatId: string): void;
}

const againAfterMs = 3_000;
const overAfterMs = 5_000;

/** One `true` each three seconds at most, and a `false` when there was none for five. */
export function createTyping(client: Offhook): Typing {
  const { clock } = client;
  /** Whom it was told, and when. */
  let told: { readonly chatId: string; readonly at: number } | undefined;
  let forget = (): void => {};

  async function tell(chatId: string, typing: boolean): Promise<Outcome> {
    try {
      return { ok: true, result: await client.execute({ type: 'chat.setTyping', chatId, typing }) };
    } catch (error) {
      return { ok: false, error: asOffhookError(error) };
    }
  }

  function stop(chatId: string): Promise<Outcome> | undefined {
    if (told?.chatId !== chatId) return undefined;
    told = undefined;
    forget();
    return tell(chatId, false);
  }

  return {
    set(chatId, typing) {
      const already = Promise.resolve<Outcome>({ ok: true, result: { chatId, by: 'already' } });
      if (!typing) return stop(chatId) ?? already;
      if (told !== undefined && told.chatId !== chatId) void stop(told.chatId);
      forget();
      forget = clock.setTimeout(() => void stop(chatId), overAfterMs);
      const now = clock.monotonic();
      if (told !== undefined && now - told.at < againAfterMs) return already;
      told = { chatId, at: now };
      return tell(chatId, true);
    },
    stop: (chatId) => void stop(chatId),
  };
}
