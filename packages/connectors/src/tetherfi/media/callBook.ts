import type { ChatStreams, VideoCall } from '@offhook/core';
import { isLive, report, type TrackedChat } from '../trackedChat.js';
import type { Display } from './avConfig.js';
import { isOver, newCall, reached, type AvCall } from './avCall.js';
import { isPageLeft, mediaEnd, toldEnd, type MediaEnd } from './mediaCodes.js';
import type { AvChange } from './mediaEvent.js';
import { wordMs, type MediaLink } from './mediaLink.js';
import { readStreams, stopTracks } from './streams.js';

type Given = Parameters<typeof newCall>[1];
type Streams = Partial<Pick<ChatStreams, 'local' | 'remote'>>;

/** What is known of the calls of a page: one for each chat, and what the vendor says of them. */
export interface CallBook {
  /** The call of this chat that goes on. */
  live(chat: TrackedChat): AvCall | undefined;
  /** A call that goes on, or is being made, in another chat: the vendor's functions speak of one alone. */
  elsewhere(chat: TrackedChat): boolean;
  begin(chat: TrackedChat, given: Given, audio?: boolean): AvCall;
  update(call: AvCall, facts: Partial<VideoCall>): void;
  finish(call: AvCall, end: MediaEnd): void;
  /** The callbacks for this call; without one for a call that nobody here has asked for. */
  display(call?: AvCall): Display;
  /** An agent asks for one. */
  requested(chat: TrackedChat, video: boolean): void;
  /** Our own script tells how it stands. */
  changed(chat: TrackedChat, change: AvChange): void;
  /** The chat is over, and so is its call: the client knows. */
  chatEnded(chat: TrackedChat): void;
  close(): void;
}

const factsOf = ({ phase, muted, cameraOff, remote, video, quality }: AvChange) => ({
  muted,
  cameraOff,
  remote,
  video,
  ...(phase === 'ended' ? {} : { state: phase }),
  ...(quality === undefined ? {} : { quality }),
});

/** How a call ended of which the vendor says nothing more. */
export function guessedEnd({ asked, was, chat, video }: AvCall): MediaEnd {
  if (asked) return mediaEnd('call', asked, { by: 'customer', agentAsked: video.by === 'agent' });
  if (was) return mediaEnd('call', 'hung-up');
  return mediaEnd('call', 'failed', chat.agents.length === 0 ? { code: 'NotConnected' } : {});
}

export function callBook(link: MediaLink): CallBook {
  const { chats, clock, closed, emit, kept, later, multi, sidOf, streams, trace, waiters, api } = link;
  const calls = new Map<TrackedChat, AvCall>();
  /** Chats that have had one here: what comes late of it begins no other. */
  const had = new WeakSet<TrackedChat>();
  /** Whether the script tells more than the document has. */
  let tellsMore = false;

  function tell({ chat, video }: AvCall, put: Streams): void {
    // What is not told any more is taken away.
    const { quality } = video;
    emit([report(chat, { video: { ...video, quality } }), ...streams.put(chat, put)]);
    waiters.look();
  }

  function begin(chat: TrackedChat, given: Given, audio?: boolean, put: Streams = {}): AvCall {
    const call = newCall(chat, given, audio);
    calls.set(chat, call);
    had.add(chat);
    tell(call, put);
    return call;
  }

  function update(call: AvCall, facts: Partial<VideoCall>, put: Streams = {}): void {
    if (isOver(call)) return;
    const { quality: _quality, ...known } = call.video;
    const { state: from } = known;
    call.video = { ...known, ...facts, state: facts.state === undefined ? from : reached(from, facts.state) };
    call.was ||= call.video.state === 'connected';
    tell(call, put);
  }

  /**
   * Takes it out; no camera and no microphone of it stays on.
   *
   * @param goesOn whether this tab is to remember it, for its next page
   */
  function drop(call: AvCall, end: MediaEnd, goesOn: boolean): void {
    const { quality: _quality, ...known } = call.video;
    call.cancel();
    call.video = { ...known, state: 'ended', ...end };
    if (calls.get(call.chat) === call) calls.delete(call.chat);
    if (calls.size === 0 && !goesOn) kept.write('call', undefined);
    stopTracks(streams.of(call.chat).local);
  }

  function finish(call: AvCall, end: MediaEnd, goesOn = false): void {
    if (isOver(call)) return;
    drop(call, end, goesOn);
    tell(call, { local: [], remote: [] });
  }

  /** The call that a callback speaks of which is nobody's: the only one that there can be. */
  function only(): AvCall | undefined {
    const [call, other] = [...calls.values()].filter(({ video }) => video.state !== 'requested');
    return other ? undefined : call;
  }

  function connected(call: AvCall | undefined, put: Streams): void {
    if (!call) {
      // The page has called past us, and the script doesn't tell.
      const chat = tellsMore ? undefined : chats.of(undefined, undefined);
      if (chat && isLive(chat)) begin(chat, { state: 'connected', by: 'customer', video: true }, true, put);
      return;
    }
    if (isOver(call)) return;
    const first = !call.was;
    update(call, { state: 'connected' }, put);
    if (first && call.pausedEarly && !tellsMore) pauseAgain(call.video);
  }

  /** What was muted before it was connected is muted, whatever the script made of it then. */
  function pauseAgain({ muted, cameraOff }: VideoCall): void {
    try {
      api()?.call('Pause', muted, cameraOff);
    } catch {
      trace('Pause failed');
    }
  }

  function disconnected(call: AvCall | undefined): void {
    if (!call) return;
    call.vendorOver = true;
    if (isOver(call)) return;
    const end = (): void => finish(call, guessedEnd(call));
    // A script that tells more says why just before or after.
    if (!tellsMore) return later(end);
    call.cancel();
    call.cancel = clock.setTimeout(end, wordMs);
  }

  return {
    live: (chat) => calls.get(chat),
    elsewhere: (chat) =>
      [...calls.values()].some((each) => each.chat !== chat && each.video.state !== 'requested'),
    begin,
    update,
    finish,
    display: (call) => ({
      OnConnected(remote, local) {
        if (closed.aborted) return;
        trace('OnConnected');
        connected(call ?? only(), { remote: readStreams(remote), local: readStreams(local) });
      },
      OnDisconnected() {
        if (closed.aborted) return;
        trace('OnDisconnected');
        disconnected(call ?? only());
      },
    }),
    requested(chat, video) {
      tellsMore = true;
      if (isLive(chat) && !calls.has(chat)) begin(chat, { state: 'requested', by: 'agent', video });
    },
    changed(chat, change) {
      tellsMore = true;
      const { phase, by, end, localStreams: local, remoteStreams: remote } = change;
      const call = calls.get(chat);
      if (phase !== 'ended') {
        if (call) return update(call, factsOf(change), { local, remote });
        const late = had.has(chat) && (phase === 'connected' || phase === 'reconnecting');
        if (isLive(chat) && !late)
          begin(chat, { ...factsOf(change), state: phase, by }, true, { local, remote });
        return;
      }
      if (!call) return;
      call.vendorOver = true;
      const over = (): void =>
        finish(call, toldEnd('call', end, call.video.by === 'agent', !isLive(call.chat)), isPageLeft(end));
      // Whether the agent alone has left, or the chat is over, shows when all has been said.
      if (end.why === 'left') later(over);
      else over();
    },
    chatEnded(chat) {
      const call = calls.get(chat);
      if (!call) return;
      drop(call, mediaEnd('call', 'chat-ended'), false);
      waiters.look();
      if (tellsMore) return;
      // The document doesn't say that a chat's end ends its call.
      later(() => {
        if (call.vendorOver) return;
        try {
          trace('EndAvCall');
          api()?.call('EndAvCall', ...(multi ? [sidOf(chat)] : []));
        } catch {
          trace('EndAvCall failed');
        }
      });
    },
    close() {
      for (const call of calls.values()) call.cancel();
    },
  };
}
