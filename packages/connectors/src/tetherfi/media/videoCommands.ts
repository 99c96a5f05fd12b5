import { OffhookError, type MediaCommand, type VideoCall } from '@offhook/core';
import { isLive, keyOf, type TrackedChat } from '../trackedChat.js';
import { vendorFault, type VendorApi } from '../vendorApi.js';
import { avConfig, type AvWants } from './avConfig.js';
import { isOver, type AvCall } from './avCall.js';
import { guessedEnd, type CallBook } from './callBook.js';
import { cameToNothing, mediaEnd, mediaFault, notConnected } from './mediaCodes.js';
import { aboutMs, endMs, type MediaLink } from './mediaLink.js';

type VideoCommand = Extract<MediaCommand, { readonly type: `video.${string}` }>;

const refuse = (text: string): OffhookError => new OffhookError('invalid-state', text);

const late = 'The call did not come about in time. End it, or wait for the agent.';

/** Gives the vendor what is asked for in a call (rows T-75, T-83 to T-85). */
export function videoCommands(
  link: MediaLink,
  book: CallBook,
): (command: VideoCommand, chat: TrackedChat) => Promise<void> {
  const { closed, kept, multi, scripts, trace, waiters, sidOf } = link;
  let beginning = false;

  function call(chat: TrackedChat): AvCall {
    const found = book.live(chat);
    if (found) return found;
    throw refuse('No call goes on in this chat.');
  }

  function wantsOf({ audio = true, video = true }: Partial<AvWants>): AvWants {
    if (audio || video) return { audio, video };
    throw new OffhookError('invalid-argument', 'Ask for audio, for video, or for both.');
  }

  /** Loads what is needed; one at a time, since the vendor knows of one call alone. */
  async function ready(chat: TrackedChat): Promise<{ readonly api: VendorApi; readonly sid: string }> {
    if (beginning || book.elsewhere(chat)) {
      throw refuse('A call goes on in another chat of this page, or is just being made. End that one first.');
    }
    beginning = true;
    try {
      const api = await scripts.video();
      if (!isLive(chat)) throw new OffhookError('session-ended', 'The chat ended before the call was made.');
      if (chat.agents.length === 0) throw notConnected();
      const sid = sidOf(chat);
      if (sid !== undefined) return { api, sid };
      throw new OffhookError(
        'not-ready',
        'The chat server has not told the id of this chat, without which it makes no call. Try again when an agent has come.',
      );
    } finally {
      beginning = false;
    }
  }

  /** Has the vendor make it; resolves when it is connected. */
  async function make(made: AvCall, api: VendorApi, sid: string, wants: AvWants): Promise<void> {
    const about = waiters.until(() => (made.was || isOver(made) ? true : undefined), aboutMs, late);
    about.catch(() => {});
    const fail = (thrown: unknown): OffhookError => {
      const fault = vendorFault('StartAvCall', thrown);
      const { vendorCode: code } = fault;
      book.finish(made, mediaEnd('call', 'failed', code === undefined ? {} : { code }));
      return fault;
    };
    kept.write('call', { chat: keyOf(made.chat), ...wants });
    try {
      trace('SetAvConfigs');
      api.call('SetAvConfigs', avConfig(link.video, wants, book.display(made)));
      trace('StartAvCall');
      const answer: unknown = api.call('StartAvCall', sid);
      if (answer instanceof Promise) answer.catch(fail);
    } catch (error) {
      throw fail(error);
    }
    await about;
    if (!made.was) throw cameToNothing(made.video);
  }

  async function end(chat: TrackedChat, asked: 'hung-up' | 'declined'): Promise<void> {
    const ending = call(chat);
    // One that an agent asks for is declined by the chat's id, whatever goes on in another chat: our own script alone tells it.
    const asks = ending.video.state === 'requested';
    if (!asks && book.elsewhere(chat))
      throw refuse('A call goes on in another chat of this page. End that one first.');
    const api = await scripts.video();
    if (isOver(ending)) return;
    ending.asked = ending.video.state === 'requested' ? 'declined' : asked;
    const giving = new AbortController();
    const over = waiters.until(() => (isOver(ending) ? true : undefined), endMs, late, giving.signal);
    over.catch(() => {});
    try {
      trace('EndAvCall');
      // Which of several chats it is for has no place in the document (row T-192): our own script takes it here.
      api.call('EndAvCall', ...(multi ? [sidOf(chat)] : []));
    } catch (error) {
      ending.asked = undefined;
      giving.abort();
      throw error;
    }
    // A script that says nothing has ended it all the same.
    await over.catch((error: unknown) => {
      if (closed.aborted) throw error;
      book.finish(ending, guessedEnd(ending));
    });
  }

  async function pause(
    chat: TrackedChat,
    facts: Partial<Pick<VideoCall, 'muted' | 'cameraOff'>>,
  ): Promise<void> {
    const of = call(chat);
    const { video } = of;
    if (video.state === 'requested') throw refuse('Take the call first.');
    if (facts.cameraOff === false && !video.video) {
      throw refuse('This is an audio call. End it, and make a video call.');
    }
    if (facts.muted === false && !of.audio) throw refuse('This call has no sound. End it, and make another.');
    const api = await scripts.video();
    const { muted, cameraOff } = { ...of.video, ...facts };
    trace('Pause');
    api.call('Pause', muted, cameraOff);
    of.pausedEarly ||= !of.was;
    book.update(of, facts);
  }

  async function setDevices(
    chat: TrackedChat,
    { audio, video }: { readonly audio?: string; readonly video?: string },
  ): Promise<void> {
    call(chat);
    const api = await scripts.video();
    if (!api.has('SetAvDevices')) {
      throw new OffhookError(
        'not-supported',
        'This chat’s script can’t change devices in a call. Choose them in the browser, and call again.',
      );
    }
    trace('SetAvDevices');
    const devices = { ...(audio === undefined ? {} : { audio }), ...(video === undefined ? {} : { video }) };
    try {
      await api.call('SetAvDevices', devices);
    } catch (error) {
      throw mediaFault('SetAvDevices', error);
    }
  }

  return async (command, chat) => {
    switch (command.type) {
      case 'video.start': {
        const wants = wantsOf(command);
        const { api, sid } = await ready(chat);
        if (book.live(chat)) throw refuse('A call goes on already, or the agent asks for one.');
        const { audio, video } = wants;
        const made = book.begin(chat, { state: 'calling', by: 'customer', video, muted: !audio }, audio);
        return make(made, api, sid, wants);
      }
      case 'video.accept': {
        const asked = call(chat);
        // Whoever is asked for a talk is not shown unless they say so.
        const wants = wantsOf({ video: asked.video.video, ...command });
        if (asked.video.state !== 'requested') throw refuse('Nobody waits for this call to be taken.');
        const { api, sid } = await ready(chat);
        if (isOver(asked)) throw cameToNothing(asked.video);
        const { audio, video } = wants;
        asked.audio = audio;
        book.update(asked, { state: 'connecting', muted: !audio, cameraOff: !video });
        return make(asked, api, sid, wants);
      }
      case 'video.decline':
        return end(chat, 'declined');
      case 'video.hangUp':
        return end(chat, 'hung-up');
      case 'video.mute':
      case 'video.unmute':
        return pause(chat, { muted: command.type === 'video.mute' });
      case 'video.cameraOff':
      case 'video.cameraOn':
        return pause(chat, { cameraOff: command.type === 'video.cameraOff' });
      case 'video.setDevices':
        return setDevices(chat, command);
    }
  };
}
