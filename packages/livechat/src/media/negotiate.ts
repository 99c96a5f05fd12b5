import type { Clock } from '../boot/env.js';
import type { Signal } from '../wire/signal.js';
import { randomMediaId } from './randomMediaId.js';

// An offer that nobody answers is sent again: signals may be lost.
const offerAgainMs = 3_000;
// Both begin at the same entry of the log. Where both offer at once, the polite side takes its own offer back, and Chromium is
// left without candidates at times: it lets the other one begin.
const letOtherBeginMs = 600;

export interface NegotiationOptions {
  readonly polite: boolean;
  readonly clock: Clock;
  send(signal: Signal): void;
  /** Both sides agree on what is sent. */
  settled(): void;
  /** They do not, and cannot any more over this connection. */
  broken(): void;
  note(msg: string): void;
}

type Description = Extract<Signal, { readonly k: 'desc' }>;
type Candidate = Extract<Signal, { readonly k: 'ice' }>;

/** The negotiation over one RTCPeerConnection. */
export interface Negotiation {
  /** Names this connection, among all that this side ever has. */
  readonly id: string;
  /** The other side's connection; undefined until one has been heard. */
  readonly bound: string | undefined;
  /** Whether a candidate of this side's has been found. */
  readonly gathered: boolean;
  describe(signal: Description): Promise<void>;
  candidate(signal: Candidate): Promise<void>;
  stop(): void;
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'Error');

/**
 * Perfect negotiation as WebRTC's specification has it, and beside it what makes good for signals that are lost: an offer is
 * repeated until it is answered.
 */
export function negotiate(pc: RTCPeerConnection, options: NegotiationOptions): Negotiation {
  const { clock, polite } = options;
  const id = randomMediaId();
  let bound: string | undefined;
  // Own offers are counted; of the other side's, the last one that was taken is remembered.
  let offers = 0;
  let taken: { readonly n: number | undefined; readonly answer: string | undefined } | undefined;
  let gathered = false;
  let makingOffer = false;
  let ignoreOffer = false;
  let isSettingRemoteAnswerPending = false;
  let over = false;
  let takeBack: () => void = () => undefined;
  let isWaiting = polite;
  let isOfferDue = false;
  const stopWaiting = polite ? clock.setTimeout(begin, letOtherBeginMs) : () => undefined;

  const isOver = (): boolean => over;
  const failed = (doing: string, error: unknown): void => {
    if (!over) options.note(`${doing}: ${nameOf(error)}`);
  };

  function sendDescription(type: 'offer' | 'answer', n: number | undefined, known?: string): void {
    const own = pc.localDescription;
    const sdp = known ?? (own?.type === type ? own.sdp : undefined);
    if (over || sdp === undefined) return;
    const numbered = n === undefined ? {} : { n };
    options.send({
      k: 'desc',
      type,
      sdp,
      ...numbered,
      pc: id,
      ...(bound === undefined ? {} : { to: bound }),
    });
  }

  /** Whether the offer is one that was taken before: if it was answered, it is so again, for the answer may be lost. */
  function isKnown(n: number | undefined, from: string): boolean {
    if (n === undefined || from !== bound || n !== taken?.n) return false;
    if (taken.answer !== undefined) sendDescription('answer', n, taken.answer);
    return true;
  }

  function remind(): void {
    takeBack();
    takeBack = clock.setTimeout(() => {
      if (over) return;
      if (pc.signalingState === 'have-local-offer') sendDescription('offer', offers);
      else if (pc.signalingState === 'stable') return;
      remind();
    }, offerAgainMs);
  }

  async function offer(): Promise<void> {
    try {
      makingOffer = true;
      await pc.setLocalDescription();
      offers += 1;
      sendDescription('offer', offers);
      remind();
    } catch (error) {
      failed('offer', error);
    } finally {
      makingOffer = false;
    }
  }

  function begin(): void {
    isWaiting = false;
    if (isOfferDue && !over) void offer();
  }

  pc.onnegotiationneeded = () => {
    if (isWaiting) isOfferDue = true;
    else void offer();
  };
  pc.onicecandidate = ({ candidate }) => {
    if (over) return;
    gathered = true;
    if (candidate === null) {
      options.send({ k: 'ice', pc: id });
      return;
    }
    const { sdpMid, sdpMLineIndex, usernameFragment } = candidate;
    options.send({
      k: 'ice',
      candidate: candidate.candidate,
      sdpMid,
      sdpMLineIndex,
      usernameFragment,
      pc: id,
    });
  };

  return {
    id,
    get bound() {
      return bound;
    },
    get gathered() {
      return gathered;
    },
    async describe({ type, sdp, n, pc: from = '' }) {
      if (type === 'offer' && isKnown(n, from)) return;
      const readyForOffer = !makingOffer && (pc.signalingState === 'stable' || isSettingRemoteAnswerPending);
      const collision = type === 'offer' && !readyForOffer;
      // An answer that comes twice, because its offer did, or too late.
      if (type === 'answer' && (pc.signalingState !== 'have-local-offer' || (n ?? offers) !== offers)) return;
      ignoreOffer = !polite && collision;
      if (ignoreOffer) return;
      bound = from;
      // What this side has to offer goes with the answer; should there be more, the browser says so again.
      stopWaiting();
      isWaiting = isOfferDue = false;
      if (type === 'offer') taken = { n, answer: undefined };
      try {
        isSettingRemoteAnswerPending = type === 'answer';
        await pc.setRemoteDescription({ type, sdp });
        isSettingRemoteAnswerPending = false;
        if (type === 'offer') {
          await pc.setLocalDescription();
          taken = { n, answer: pc.localDescription?.sdp };
          sendDescription('answer', n);
        }
        if (!isOver()) options.settled();
      } catch (error) {
        isSettingRemoteAnswerPending = false;
        taken = undefined;
        failed(type, error);
        if (!isOver()) options.broken();
      }
    },
    async candidate({
      candidate,
      sdpMid = null,
      sdpMLineIndex = null,
      usernameFragment = null,
      pc: from = '',
    }) {
      if (from !== bound) return;
      try {
        if (candidate === undefined) await pc.addIceCandidate();
        else await pc.addIceCandidate({ candidate, sdpMid, sdpMLineIndex, usernameFragment });
      } catch (error) {
        if (!ignoreOffer) failed('candidate', error);
      }
    },
    stop() {
      over = true;
      takeBack();
      stopWaiting();
      pc.onnegotiationneeded = pc.onicecandidate = null;
    },
  };
}
