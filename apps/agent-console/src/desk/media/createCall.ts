import type { MediaEndWhy, SignalFrame } from '@offhook/livechat';
import { isLiveMedia, randomMediaId, type MediaSession, type PeerState } from '@offhook/livechat/media';
import { newCall, type CallPhase, type CallState } from './callState.js';
import { createLocalMedia } from './createLocalMedia.js';
import { createLine, type Line } from './createLine.js';
import type { DeviceKind } from './devices.js';
import type { MediaTools } from './mediaTools.js';

/** The agent's own part in one call, from the button to the end. */
export interface Call {
  readonly state: CallState;
  /** What the log calls it, once it was asked for. */
  readonly media: string | undefined;
  /** The chat's call as the log has it now; without one the chat is over. */
  follow(session: MediaSession | undefined, isChatLive: boolean): void;
  /** False while it isn't this page's yet. */
  take(frame: SignalFrame): boolean;
  hangUp(): void;
  mute(muted: boolean): void;
  turnCamera(off: boolean): void;
  choose(kind: DeviceKind, id: string): void;
  /** Lets go of everything, and tells nobody: the page goes away, and may come back. */
  close(): void;
}

/** What begins it: the agent asks, takes what the customer asks for, or is back in it after the page was loaded anew. */
export type CallStart =
  | { readonly how: 'ask'; readonly sid: string }
  | { readonly how: 'take' | 'join'; readonly sid: string; readonly session: MediaSession };

const unansweredMs = 45_000;

/**
 * Runs one call.
 *
 * @param changed told after each change of its state; `undefined` when it was another agent's after all
 */
export function createCall(
  start: CallStart,
  tools: MediaTools,
  changed: (state: CallState | undefined) => void,
): Call {
  const { sid } = start;
  const given = start.how === 'ask' ? undefined : start.session;
  let state = newCall(sid, given?.askedBy ?? 'a', given === undefined || given.wants.video === true);
  let media = given?.media;
  let line: Line | undefined;
  /** Whether the step that makes it this page's own is on its way, or in the log. */
  let isBound = false;
  let stopWaiting = (): void => undefined;

  function set(next: Partial<CallState>): void {
    state = { ...state, ...next };
    changed(state);
  }

  const local = createLocalMedia(tools.devices, (problem) => {
    line?.peer?.send(local.stream, { video: 'motion' });
    show({ problem });
  });

  /** What is not sent: of the sound, and of the picture. */
  const pauses = ({ muted, cameraOff }: CallState): [boolean, boolean] => [
    muted || !local.has('audio'),
    cameraOff || !local.has('video'),
  ];

  /** Shows what is sent, and tells the customer. */
  function show(next: Partial<CallState> = {}): void {
    if (state.phase === 'ended') return;
    const all = { ...state, ...next };
    local.enable('audio', !all.muted);
    local.enable('video', !all.cameraOff);
    line?.peer?.pause(...pauses(all));
    set({ ...next, local: local.stream, devices: local.used });
  }

  function finish(why: MediaEndWhy, endedBy: 'c' | 'a' | 's'): void {
    if (state.phase === 'ended') return;
    release();
    set({ phase: 'ended', why, endedBy, local: undefined, streams: [], quality: undefined });
  }

  function release(): void {
    stopWaiting();
    local.stop();
    line?.close();
    line = undefined;
  }

  /** Ends it for both. */
  function end(why: MediaEndWhy): void {
    if (state.phase === 'ended') return;
    if (media !== undefined) void tools.steps.step(sid, media, { step: 'end', why });
    if (media !== undefined) tools.kept.remove(media);
    finish(why, 'a');
  }

  function onPeer({ connection, remote, remoteSends, quality }: PeerState): void {
    if (state.phase === 'ended') return;
    if (connection === 'failed') {
      end('failed');
      return;
    }
    const isConnected = connection === 'connected' && remote.length > 0;
    const phase: CallPhase = isConnected
      ? 'connected'
      : state.connectedAt === undefined
        ? 'connecting'
        : 'reconnecting';
    set({
      phase,
      streams: remote,
      remote: { muted: !remoteSends.audio, cameraOff: !remoteSends.video },
      quality,
      connectedAt: state.connectedAt ?? (isConnected ? tools.clock.now() : undefined),
    });
  }

  function connect(session: MediaSession): void {
    stopWaiting();
    set({ phase: start.how === 'join' ? 'reconnecting' : 'connecting' });
    line = createLine({
      ...tools,
      sid,
      session,
      stream: () => local.stream,
      prepare: (peer) => peer.pause(...pauses(state)),
      onSignal: () => undefined,
      onMoved: () => undefined,
      onPeer,
      onLost: () => end('lost'),
    });
    // What was said to the page before it was loaded anew was for a connection that is gone.
    for (const frame of tools.early(session.media)) if (start.how !== 'join') line.take(frame);
  }

  function waitForAnswer(): void {
    set({ phase: 'waiting' });
    stopWaiting = tools.clock.after(unansweredMs, () => end('unanswered'));
  }

  async function bind(id: string, step: Parameters<MediaTools['steps']['step']>[2]): Promise<void> {
    media = id;
    isBound = true;
    tools.kept.add(id);
    const answer = await tools.steps.step(sid, id, step);
    if (answer.ok || state.phase === 'ended') return;
    tools.kept.remove(id);
    tools.refused(answer.code);
    finish('failed', 's');
  }

  async function begin(): Promise<void> {
    const why = await local.open(state.video);
    if (state.phase === 'ended') return;
    if (why !== undefined) {
      end(why);
      return;
    }
    show();
    if (start.how === 'ask') {
      waitForAnswer();
      const wants = { audio: true, video: true };
      await bind(randomMediaId(), { step: 'ask', kind: 'av', wants });
      return;
    }
    const { session } = start;
    if (start.how === 'take') set({ phase: 'connecting' });
    else if (session.state === 'asked') waitForAnswer();
    await bind(session.media, { step: start.how });
  }

  /** Somebody else's call was first in the log. */
  function yieldTo(other: MediaSession): void {
    if (media !== undefined) tools.kept.remove(media);
    if (other.askedBy === 'c' && other.state === 'asked') {
      stopWaiting();
      set({ phase: 'connecting', by: 'c' });
      void bind(other.media, { step: 'take' });
      return;
    }
    release();
    state = { ...state, phase: 'ended' };
    changed(undefined);
  }

  function follow(session: MediaSession | undefined, isChatLive: boolean): void {
    if (state.phase === 'ended') return;
    if (!isChatLive) {
      if (media !== undefined) tools.kept.remove(media);
      finish('left', 's');
      return;
    }
    if (session === undefined || media === undefined) return;
    if (session.media !== media) {
      if (isBound && isLiveMedia(session)) yieldTo(session);
      return;
    }
    if (session.state === 'ended') {
      tools.kept.remove(media);
      finish(session.why ?? 'failed', session.endedBy ?? 's');
    } else if (session.state === 'on' && isBound) {
      if (session.agent?.seat === tools.seat) {
        if (line === undefined) connect(session);
        else line.follow(session);
      } else if (start.how !== 'join' || line !== undefined) yieldTo(session);
    }
  }

  void begin();

  return {
    get state() {
      return state;
    },
    get media() {
      return media;
    },
    follow,
    take(frame) {
      line?.take(frame);
      return line !== undefined;
    },
    hangUp: () => end('hung-up'),
    mute: (muted) => {
      if (!muted && !local.has('audio')) void local.choose('audio', true);
      show({ muted });
    },
    turnCamera: (cameraOff) => {
      if (!cameraOff && !local.has('video')) void local.choose('video', true);
      show({ cameraOff });
    },
    choose: (kind, id) => void local.choose(kind, id),
    close() {
      release();
      state = { ...state, phase: 'ended' };
    },
  };
}
