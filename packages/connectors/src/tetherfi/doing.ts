import { OffhookError, type Acknowledgement, type ChatCommand } from '@offhook/core';
import { fields } from '../read.js';
import { withSid, type ChatLink } from './chatLink.js';
import { captchaOf, type Captchas } from './captchas.js';
import { keyOf, report, type TrackedChat } from './trackedChat.js';
import { left } from './translateOpen.js';
import { vendorFault } from './vendorApi.js';
import { idOf } from './wire.js';

const answerMs = 15_000;

/** What is asked of the vendor once, and what comes of it. */
export interface Doing {
  end(chat: TrackedChat, reason: string | undefined): Promise<void>;
  leave(chat: TrackedChat): Promise<void>;
  requestCallback(chat: TrackedChat, phone: string): Promise<Acknowledgement>;
  resetCaptcha(): Promise<Acknowledgement>;
  createCampaignContact(command: Extract<ChatCommand, { type: 'chat.createCampaignContact' }>): Promise<void>;
}

/** A promise of our script's, with its faults as ours; the documented one gives nothing back. */
const promised = (name: string, answer: unknown): Promise<unknown> | undefined =>
  answer instanceof Promise
    ? answer.catch((error: unknown) => {
        throw vendorFault(name, error);
      })
    : undefined;

export function createDoing(link: ChatLink, captchas: Captchas): Doing {
  const { chats, emit, load, trace, waiters } = link;

  /** Calls the vendor and waits for what it says, by promise or by event, whichever comes first. */
  async function ask<T>(
    name: string,
    args: readonly unknown[],
    match: Parameters<typeof waiters.until<T>>[0],
    read: (answer: unknown) => T | undefined = () => undefined,
  ): Promise<T> {
    const api = await load();
    const ending = new AbortController();
    const late = `The chat server did not answer ${name} in time.`;
    const told = waiters.until(match, answerMs, late, ending.signal);
    told.catch(() => {});
    try {
      trace(name);
      const promise = promised(name, api.call(name, ...args));
      // One that says nothing of its own leaves it to the event.
      const said = promise?.then((answer) => read(answer) ?? told);
      return await (said ? Promise.race([told, said]) : told);
    } finally {
      ending.abort();
    }
  }

  async function end(chat: TrackedChat, reason: string | undefined): Promise<void> {
    const api = await load();
    const over = waiters.until(
      () => (chat.state === 'ended' ? true : undefined),
      answerMs,
      'The chat did not end in time.',
    );
    over.catch(() => {});
    trace('End');
    const promise = promised('End', api.call('End', ...withSid(link, chat, reason)));
    await (promise ? Promise.race([over, promise]) : over);
  }

  return {
    end,
    async leave(chat) {
      const api = await load();
      trace('Close');
      const answer = api.call('Close', ...withSid(link, chat));
      if (answer instanceof Promise) answer.catch(() => {});
      emit(left(chat));
      waiters.look();
    },
    async requestCallback(chat, phone) {
      emit([report(chat, { callback: { by: 'customer', state: 'requested' } })]);
      try {
        const ok = await ask('RequestCallback', withSid(link, chat, phone), (event) =>
          event?.type === 'callback' && event.byCustomer && chats.of(event.sid, event.clientId) === chat
            ? { ok: event.ok }
            : undefined,
        );
        if (!ok.ok) {
          throw new OffhookError('vendor-error', 'The callback was refused. Check the phone number.');
        }
        return { chat: keyOf(chat) };
      } catch (error) {
        emit([report(chat, { callback: { by: 'customer', state: 'failed' } })]);
        throw error;
      }
    },
    async resetCaptcha() {
      const chat = chats.all.find(({ state }) => state === 'failed' || state === 'idle');
      if (!chat) throw new OffhookError('invalid-state', 'No chat waits for the text of an image.');
      const captcha = captchaOf(await captchas.renew(await load()), chat.captcha ?? 'asked');
      chat.captcha ??= 'asked';
      if (captcha && (chat.state === 'failed' || chat.state === 'idle')) {
        emit([report(chat, { captcha })]);
      }
      return { chat: keyOf(chat) };
    },
    async createCampaignContact({ data }) {
      const { code } = await ask(
        'CreateCampaignContact',
        [data],
        (event) => (event?.type === 'campaign' ? { code: event.resultCode } : undefined),
        (answer) => {
          const code = idOf(fields(answer)['resultCode']);
          return code === undefined ? undefined : { code };
        },
      );
      if (code === '0') return;
      throw new OffhookError('vendor-error', 'The details were not taken. Check them.', { vendorCode: code });
    },
  };
}
