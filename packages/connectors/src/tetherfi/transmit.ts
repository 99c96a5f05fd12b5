import { OffhookError } from '@offhook/core';
import { fields } from '../read.js';
import { withSid, type ChatLink } from './chatLink.js';
import { meaningOf } from './codes.js';
import type { Outgoing } from './outgoing.js';
import { isLive, type TrackedChat } from './trackedChat.js';
import { vendorFault } from './vendorApi.js';
import { count, moment } from './wire.js';

/** How long a vendor that only echoes may take to, in milliseconds. */
const echoMs = 30_000;

/** How long one try may wait for the server at most, in milliseconds; the next one follows under the same id. */
const tryMs = 600_000;

/** Refusals that the next try may not meet. */
const retried = new Set([
  'TooMany',
  'Unavailable',
  'Forbidden',
  'UnOpenedSessionNotAllowed',
  'ServerInternalConnectivityError',
  'Closed',
]);

const over = (): OffhookError =>
  new OffhookError('session-ended', 'The chat ended before this was sent. Write it in a new one.');

const notHere = (): OffhookError =>
  new OffhookError('not-ready', 'This page takes no part in the chat now. Open it.');

const noEcho = (): OffhookError =>
  new OffhookError('not-observed', 'The chat server did not say that it has this. Send it again.');

/** What a refused send means for the next try. */
function sendFault(thrown: unknown): OffhookError {
  const error = vendorFault('SendMessage', thrown);
  const { vendorCode } = error;
  if (vendorCode === undefined) return error;
  if (retried.has(vendorCode)) return new OffhookError('offline', error.message, { vendorCode });
  if (vendorCode === 'NoSuchChat') return over();
  const text =
    vendorCode === 'BadRequest'
      ? 'The chat server takes no such message. Make it shorter.'
      : meaningOf(vendorCode).text;
  return new OffhookError('invalid-argument', text, { vendorCode });
}

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as PromiseLike<unknown>).then === 'function';

/**
 * Sends one message (rows T-70 to T-72, P-7); resolves when the server has it. Our script promises to say so; the
 * documented one shows it by an echo alone, and with an app's message not at all.
 */
export async function transmit(
  link: ChatLink,
  chat: TrackedChat,
  item: Outgoing,
  online: () => boolean,
  given: AbortSignal,
): Promise<void> {
  const { emit, load, multi, trace, waiters } = link;
  const { transcript } = chat;
  const ending = new AbortController();
  const abort = (): void => ending.abort();
  given.addEventListener('abort', abort);

  const stays = (): boolean => isLive(chat) && chat.attached;
  const until = (isSo: () => boolean, ms: number): Promise<true> =>
    isSo()
      ? Promise.resolve(true)
      : waiters.until(
          () => (isSo() ? true : undefined),
          ms,
          'The chat server did not answer.',
          ending.signal,
        );
  const settled = (): boolean => transcript.isSent(item.id) || !stays();

  /** What the vendor gives back, whatever that is. */
  async function call(): Promise<unknown> {
    const api = await load();
    const app = item.kind === 'app';
    const name = app ? 'SendAppMessage' : 'SendMessage';
    const args = app ? [item.name, item.data] : [item.text];
    trace(name);
    // An id the document only speaks of (row T-71); whoever doesn't know of it does without.
    return { answer: api.call(name, ...withSid(link, chat, ...args), item.id) };
  }

  async function acknowledged(answer: PromiseLike<unknown>): Promise<void> {
    const { seq, time } = fields(await answer);
    emit(transcript.acknowledge(item.id, { seq: count(seq), at: moment(time) }));
  }

  /** An echo may come late while the server is away: only from when it is back is it waited for. */
  async function echoed(): Promise<void> {
    for (;;) {
      await until(() => settled() || online(), tryMs);
      const came = await until(settled, echoMs).catch(() => false);
      if (given.aborted) throw new OffhookError('aborted', 'The chat was closed.');
      if (came) return;
      if (online()) throw noEcho();
    }
  }

  async function send(): Promise<void> {
    if (chat.state === 'ended') throw over();
    if (!stays() || (multi && chat.sid === undefined)) throw notHere();
    if (transcript.isSent(item.id)) return;
    await until(() => settled() || online(), tryMs);
    if (settled()) return;
    const { answer } = (await call()) as { readonly answer: unknown };
    if (isPromise(answer)) await Promise.race([acknowledged(answer), until(settled, tryMs)]);
    else if (item.kind === 'app') emit(transcript.acknowledge(item.id, {}));
    else await echoed();
  }

  try {
    await send().catch((error: unknown) => {
      throw sendFault(error);
    });
    if (transcript.isSent(item.id)) return;
    throw isLive(chat) ? notHere() : over();
  } finally {
    abort();
    given.removeEventListener('abort', abort);
  }
}
