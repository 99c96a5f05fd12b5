import type { SendHints, SendLimits } from './peer.js';

const mediaKinds = ['audio', 'video'] as const;
/** A kind of track. */
export type TrackKind = (typeof mediaKinds)[number];

// What speech needs, where the sum alone is limited.
const speechKbps = 64;

const trackOf = (stream: MediaStream | undefined, kind: TrackKind): MediaStreamTrack | undefined =>
  stream?.getTracks().find((track) => track.kind === kind);

/** The limit of each kind, in kbit/s, so that all that is sent keeps to the sum. */
export function limitOf(
  kind: TrackKind,
  limits: SendLimits,
  sending: Record<TrackKind, boolean>,
): number | undefined {
  const { audioKbps, videoKbps, totalKbps } = limits;
  const own = kind === 'audio' ? audioKbps : videoKbps;
  if (totalKbps === undefined) return own;
  const others = kind === 'video' && sending.audio ? Math.min(audioKbps ?? speechKbps, totalKbps) : 0;
  return Math.min(own ?? Infinity, Math.max(1, totalKbps - others));
}

/** What one RTCPeerConnection sends: at most one track of each kind. */
export interface Senders {
  /** Adds, replaces and leaves out tracks. Leaving out needs no negotiation: nothing is sent from then on. */
  use(stream: MediaStream | undefined, hints: SendHints): void;
  /** Sets the limits of what is sent; needed again after each negotiation, for before it there is nothing to set. */
  limit(): void;
  /** A track that is off goes on as black frames: with this, none are sent. */
  hold(video: boolean): void;
  has(kind: TrackKind): boolean;
}

/** The senders of a connection, none as yet. */
export function createSenders(
  pc: RTCPeerConnection,
  limits: SendLimits,
  note: (msg: string) => void,
): Senders {
  const senders = new Map<TrackKind, RTCRtpSender>();
  const set = new WeakMap<RTCRtpSender, string>();
  let hint: SendHints['video'];
  let held = false;
  // Parameters are set one after another: what was read before another's setting counts for nothing.
  let last: Promise<void> = Promise.resolve();

  const failed = (doing: string) => (error: unknown) =>
    note(`${doing}: ${error instanceof Error ? error.name : 'Error'}`);
  const has = (kind: TrackKind): boolean => {
    const track = senders.get(kind)?.track;
    return track !== null && track !== undefined && track.readyState === 'live';
  };

  async function setOne(kind: TrackKind, sender: RTCRtpSender): Promise<void> {
    const kbps = limitOf(kind, limits, { audio: has('audio'), video: has('video') });
    const keepsDetail = kind === 'video' && hint === 'detail';
    const active = kind === 'audio' || !held;
    const wanted = `${kbps ?? ''} ${keepsDetail} ${active}`;
    if (sender.track === null || wanted === (set.get(sender) ?? ' false true')) return;
    const parameters = sender.getParameters();
    if (parameters.encodings.length === 0) return;
    for (const encoding of parameters.encodings) {
      if (kbps !== undefined) encoding.maxBitrate = kbps * 1_000;
      encoding.active = active;
    }
    if (keepsDetail) parameters.degradationPreference = 'maintain-resolution';
    await sender.setParameters(parameters);
    set.set(sender, wanted);
  }

  function limit(): void {
    for (const [kind, sender] of senders)
      last = last.then(() => setOne(kind, sender)).catch(failed('limits'));
  }

  function useTrack(
    kind: TrackKind,
    track: MediaStreamTrack | undefined,
    stream: MediaStream | undefined,
  ): void {
    const sender = senders.get(kind);
    if (sender === undefined) {
      if (track !== undefined && stream !== undefined) senders.set(kind, pc.addTrack(track, stream));
    } else if (sender.track !== (track ?? null)) {
      sender.replaceTrack(track ?? null).then(limit, failed('track'));
    }
  }

  return {
    use(stream, hints) {
      hint = hints.video;
      for (const kind of mediaKinds) {
        const track = trackOf(stream, kind);
        if (track !== undefined && kind === 'video' && hint !== undefined) track.contentHint = hint;
        useTrack(kind, track, stream);
      }
      limit();
    },
    limit,
    hold(video) {
      held = video;
      limit();
    },
    has,
  };
}
