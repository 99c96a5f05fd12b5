import { Failure } from '../http/failure.js';
import { isLiveMedia, type MediaSession } from '../media/foldMedia.js';
import type { PeerState } from '../media/peer.js';
import { randomMediaId } from '../media/randomMediaId.js';
import type { MediaEndWhy, MediaStep } from '../wire/media.js';
import type { AvCall, AvCallOptions } from './avCallOptions.js';
import { sameState, type AvCallState } from './avCallState.js';
import { createCallMedia, type CallMedia } from './callMedia.js';
import { createLocalMedia } from './localMedia.js';
import { MediaRefusal } from './openMedia.js';

// An agent who has not come by then does not.
const unansweredAfterMs = 45_000;

/** A call that has yet to begin. */
export function createAvCall(options: AvCallOptions): AvCall {
  const { port, env, config, sid, remembered } = options;
  const note = (msg: string): void => port.slog('warn', 'video', msg);
  let media = options.session?.media;
  let by = options.session?.askedBy ?? 'c';
  let isVideo = options.session?.wants.video ?? config.video.enabled;
  const isAsk = (session: MediaSession): boolean => session.askedBy === 'a' && session.state === 'asked';
  // Whether an agent's ask is taken, not a call joined that is on.
  let takes = options.session !== undefined && isAsk(options.session);
  let ready = false;
  // What was asked for has been seen in the log; this page's seat, too.
  let seen = options.session !== undefined;
  let seated = false;
  let over = false;
  const isOver = (): boolean => over;
  let wanted = { audio: remembered?.muted ?? false, video: remembered?.cameraOff ?? false };
  let phase: AvCallState['phase'] =
    remembered !== undefined ? 'reconnecting' : by === 'a' ? 'connecting' : 'calling';
  let peerState: PeerState | undefined;
  let told: readonly MediaStream[] | undefined;
  let end: Pick<AvCallState, 'endedBy' | 'why' | 'code'> = {};
  let flow: CallMedia | undefined;
  let stopWaiting: (() => void) | undefined;
  let state: AvCallState | undefined;

  const local = createLocalMedia({
    env,
    config,
    devices: options.devices,
    changed: () => {
      flow?.use();
      publish();
    },
    note,
  });

  function publish(): void {
    const streams = local.stream === undefined ? [] : [local.stream];
    const remote = peerState?.remote ?? [];
    const sends = peerState?.remoteSends;
    const has = remote.length > 0;
    const next: AvCallState = {
      phase,
      by,
      video: isVideo,
      muted: wanted.audio || (ready && !local.has('audio')),
      cameraOff: wanted.video || !config.video.enabled || (ready && !local.has('video')),
      remote: { muted: has && sends?.audio === false, cameraOff: has && sends?.video === false },
      localStreams: over ? [] : streams,
      remoteStreams: over ? [] : remote,
      ...(peerState?.quality === undefined || over ? {} : { quality: peerState.quality }),
      ...end,
    };
    if (state !== undefined && sameState(state, next)) return;
    state = next;
    options.changed(next);
  }

  function finish(how: Pick<AvCallState, 'endedBy' | 'why' | 'code'>): void {
    if (over) return;
    over = true;
    end = how;
    phase = 'ended';
    stopWaiting?.();
    flow?.close();
    local.stop();
    publish();
    options.ended();
  }

  function step(one: MediaStep, failed: (error: Failure) => void): void {
    if (media === undefined) return;
    port.step(sid, media, one).catch((error: unknown) => {
      failed(error instanceof Failure ? error : new Failure('InternalServerError'));
    });
  }

  function hangUp(why: MediaEndWhy): void {
    if (over) return;
    finish({ endedBy: 'c', why });
    step({ step: 'end', why }, ({ code }) => note(`end: ${code}`));
  }

  const refused = ({ code }: Failure): void => {
    note(`refused: ${code}`);
    finish(code === 'NotConnected' ? { endedBy: 's', why: 'failed', code } : { endedBy: 's', why: 'failed' });
  };

  /** Takes what is in the log already: an agent's ask, or the customer's own call at another page. */
  function adopt(session: MediaSession): void {
    // Should the other one end before what was asked for here comes into the log, that would be one nobody takes part in.
    if (media !== session.media) step({ step: 'end', why: 'hung-up' }, ({ code }) => note(`end: ${code}`));
    ({ media, askedBy: by } = session);
    isVideo = session.wants.video === true;
    takes = isAsk(session);
    seen = true;
    step(takes ? { step: 'take' } : { step: 'join' }, refused);
  }

  async function begin(): Promise<void> {
    publish();
    try {
      await local.open();
    } catch (error) {
      const refusal = error instanceof MediaRefusal ? error : new MediaRefusal('no-device', 'No device.');
      port.slog('warn', 'video', refusal.message);
      hangUp(refusal.why);
      return;
    }
    if (isOver()) return;
    ready = true;
    const session = port.chats().find((chat) => chat.sid === sid)?.media.av;
    if (isLiveMedia(session)) adopt(session);
    else {
      media = randomMediaId();
      step(
        { step: 'ask', kind: 'av', wants: { audio: config.audio.enabled, video: config.video.enabled } },
        refused,
      );
    }
    publish();
  }

  function peerChanged(next: PeerState): void {
    if (over) return;
    peerState = next;
    const { connection, remote } = next;
    const before = phase;
    if (connection === 'connected' && remote.length > 0) phase = 'connected';
    else if (before === 'connected' || before === 'reconnecting') phase = 'reconnecting';
    else phase = 'connecting';
    publish();
    if (phase !== 'connected' || isOver() || sameStreams(told, remote)) return;
    told = remote;
    options.connected(remote, local.stream === undefined ? [] : [local.stream]);
  }

  function on(session: MediaSession): void {
    const seat = session.agent?.seat;
    if (seat === undefined) return;
    stopWaiting?.();
    flow ??= createCallMedia({
      port,
      env,
      config,
      sid,
      media: session.media,
      stream: () => local.stream,
      paused: () => wanted,
      changed: peerChanged,
      lost: () => hangUp('lost'),
      failed: () => hangUp('failed'),
      note,
    });
    if (phase === 'calling') phase = 'connecting';
    flow.seat(seat);
    publish();
  }

  function look(): void {
    if (over) return;
    const chat = port.chats().find((one) => one.sid === sid);
    if (chat === undefined) {
      // This page shows the chat no more; the next one may go on with the call.
      finish({ endedBy: 'c', why: 'left' });
      return;
    }
    const session = chat.media.av;
    if (session === undefined) return;
    if (session.media !== media) {
      // Somebody else was first: what this page asked for is void.
      if (isLiveMedia(session) && ready && !seen) adopt(session);
      else if (seen) finish({ endedBy: 's', why: 'lost' });
      return;
    }
    seen = true;
    if (session.state === 'ended') {
      finish({
        ...(session.endedBy === undefined ? {} : { endedBy: session.endedBy }),
        ...(session.why === undefined ? {} : { why: session.why }),
      });
      return;
    }
    const own = session.customer?.seat === port.page;
    if (!own) {
      // The customer goes on at another page. One that joins has yet to be seated.
      if (seated || (takes && session.state === 'on')) finish({ endedBy: 'c' });
      return;
    }
    seated = true;
    if (session.state === 'on') on(session);
    else if (session.askedBy === 'c')
      stopWaiting ??= env.clock.setTimeout(() => hangUp('unanswered'), unansweredAfterMs);
  }

  return {
    sid,
    begin: () => void begin(),
    look,
    take(signal) {
      if (!over && signal.sid === sid && signal.media === media) flow?.take(signal);
    },
    link: (up) => flow?.link(up),
    pause(audio, video) {
      if (over) return;
      wanted = { audio, video };
      flow?.pause();
      if (flow === undefined)
        for (const track of local.stream?.getTracks() ?? [])
          track.enabled = !(track.kind === 'audio' ? audio : video);
      publish();
    },
    choose: async (devices) => await local.choose(devices),
    hangUp,
    remember: () =>
      media === undefined || !seen || over
        ? undefined
        : { sid, media, muted: wanted.audio, cameraOff: wanted.video },
  };
}

const sameStreams = (a: readonly MediaStream[] | undefined, b: readonly MediaStream[]): boolean =>
  a?.length === b.length && a.every((stream, index) => stream === b[index]);
