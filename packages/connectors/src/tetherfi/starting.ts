import { OffhookError, type Acknowledgement, type Chat, type ChatStart } from '@offhook/core';
import { accessToken } from './accessToken.js';
import { captchaOf, type Captchas } from './captchas.js';
import type { ChatLink } from './chatLink.js';
import { captchaReason, refusal } from './codes.js';
import { vendorDetails, vendorStart, type VendorDetails } from './details.js';
import { failureOf, type Opening } from './opening.js';
import { keyOf, step, type TrackedChat } from './trackedChat.js';
import type { VendorApi } from './vendorApi.js';

const startMs = 20_000;
const late = 'The chat server did not answer in time. Try again.';

/** A chat of another tab's, or of this page's own past: it is to be opened, not started. */
const goesOn = new Set(['AlreadyStartedAndInSession', 'UnOpenedSessionPerformedStart']);

export type StartCommand = ChatStart & { readonly type: 'chat.start' };

/** Starts chats (rows T-63, T-64, T-127 to T-138): one after another, since a refusal doesn't say whose it is. */
export function createStarting(
  link: ChatLink,
  opening: Opening,
  captchas: Captchas,
): (command: StartCommand, chat: Chat | undefined) => Promise<Acknowledgement> {
  const { chats, clock, closed, emit, encrypt, load, multi, newChat, newId, waiters } = link;
  let before: Promise<unknown> = Promise.resolve();

  async function details(api: VendorApi, command: StartCommand): Promise<VendorDetails | string> {
    const { customer, encrypted } = command;
    if (encrypted !== undefined) return encrypted;
    if (!encrypt) return vendorDetails(customer);
    const token = await accessToken(link, api);
    const sealed: unknown = await encrypt(vendorDetails(customer, token), token, closed).catch(
      () => undefined,
    );
    if (typeof sealed === 'string' && sealed) return sealed;
    throw new OffhookError(
      'handler-failed',
      'The customer’s details could not be encrypted: `encrypt` failed or gave no text. Nothing was sent.',
    );
  }

  /** Calls `Start`, and waits for what the vendor says. `undefined`: it is started. */
  async function callStart(
    api: VendorApi,
    command: StartCommand,
    { clientId }: TrackedChat,
  ): Promise<string | undefined> {
    const { customer, captcha, autoCallback, botHistory = '' } = command;
    const given = vendorStart({
      details: await details(api, command),
      assistantSessionId: customer?.assistantSessionId,
      captcha,
      autoCallback,
      commPath: link.commPath,
      now: clock.now(),
    });
    const answer = waiters.until(
      (event) => {
        if (event?.clientId !== undefined && event.clientId !== clientId) return undefined;
        if (event?.type === 'started') return { code: undefined };
        return event?.type === 'startFailed' ? { code: event.code } : undefined;
      },
      startMs,
      late,
    );
    try {
      link.trace('Start');
      api.call('Start', given, botHistory, ...(multi ? [clientId] : []));
    } catch (error) {
      answer.catch(() => {});
      throw error;
    }
    return (await answer).code;
  }

  /** Open comes first, always (row T-68); after any other answer than “none found” nothing is started. */
  async function attempt(command: StartCommand, chat: TrackedChat): Promise<void> {
    const api = await load();
    if (!multi || !opening.asked) {
      const outcome = await opening.ask();
      if (outcome === 'opened' && !multi) return;
      if (outcome !== 'opened' && outcome !== 'NoSessionFound') throw refusal(outcome);
    }
    chat.autoCallback = command.autoCallback ?? false;
    const code = await callStart(api, command, chat);
    if (code === undefined) return;
    // Another tab was faster: its chat is the customer's.
    if (!multi && goesOn.has(code) && (await opening.ask()) === 'opened') return;
    throw refusal(code);
  }

  async function fail(chat: TrackedChat, error: unknown): Promise<void> {
    const failure = failureOf(error);
    const reason = captchaReason(failure.code);
    if (chat.state === 'starting') emit([step(chat, 'failed', { failure })]);
    if (reason === undefined || closed.aborted) return;
    const captcha = captchaOf(await captchas.address(await load()).catch(() => undefined), reason);
    // Who starts again meanwhile needs no image.
    if (captcha && chat.state === 'failed') {
      chat.captcha = reason;
      emit([step(chat, 'failed', { failure, captcha })]);
    }
  }

  /** The one that this begins: an idle or failed one, or another. */
  async function target(command: StartCommand, shown: Chat | undefined): Promise<TrackedChat> {
    const known = shown && chats.byId(shown.vendorIds);
    const { clientId } = command;
    if (multi) {
      if (known && known.state !== 'ended') return known;
      return newChat(clientId ?? newId());
    }
    if (chats.current?.state === 'opening') await opening.ask().catch(() => {});
    const { current } = chats;
    return current && current.state !== 'ended' ? current : newChat();
  }

  return async (command, shown) => {
    const chat = await target(command, shown);
    if (chat.state !== 'idle' && chat.state !== 'failed') {
      throw new OffhookError('invalid-state', 'A chat goes on already. End it before another is started.');
    }
    chat.captcha = undefined;
    emit([step(chat, 'starting', chat.clientId === undefined ? {} : { clientId: chat.clientId })]);
    const run = before.then(() => attempt(command, chat));
    before = run.catch(() => {});
    try {
      await run;
    } catch (error) {
      // The command is told first: it knows best why.
      void Promise.resolve()
        .then(() => fail(chat, error))
        .catch(() => {});
      throw error;
    }
    return { chat: keyOf(multi ? chat : (chats.current ?? chat)) };
  };
}
