import type { TrackKind } from '../media/senders.js';
import { FakeStream, FakeTrack } from './fakeMedia.js';
import { FakeSender } from './fakeSender.js';
import { readSdp, writeSdp, type FakeDescription, type FakeLine, type FakeSdp } from './fakeSdp.js';
import type { VirtualClock } from './virtualClock.js';

const refuse = (name: string): DOMException => new DOMException('fake', name);

interface Transceiver {
  readonly kind: TrackKind;
  readonly sender: FakeSender;
  readonly received: FakeTrack;
  readonly byAddTrack: boolean;
  mid: string | undefined;
  /** Its place in descriptions, once it has a `mid`. */
  line: number;
  /** Whether it is to send, and whether that was negotiated. */
  sends: boolean;
  negotiated: boolean | undefined;
  receives: string | undefined;
}

/** The network between the fakes, which a test can block. */
export interface FakeNetwork {
  readonly connections: FakePeerConnection[];
  /** Nothing gets through between pages. */
  blocked: boolean;
  /** How long the next operation of a connection takes, in virtual milliseconds. */
  takes: () => number;
  create(config?: RTCConfiguration): RTCPeerConnection;
  readonly configs: RTCConfiguration[];
}

type State = 'stable' | 'have-local-offer' | 'have-remote-offer' | 'closed';

/**
 * An RTCPeerConnection in the test's own process, after WebRTC's specification: its signalling states, operations one after
 * another, implicit rollback, `negotiationneeded` when it is, ICE that needs candidates of the right fragment.
 */
export class FakePeerConnection {
  readonly session: string;
  signalingState: State = 'stable';
  iceGatheringState: RTCIceGatheringState = 'new';
  /** Finds no candidates, and goes on looking. */
  stuck = false;
  connectionState: RTCPeerConnectionState = 'new';
  onnegotiationneeded: (() => unknown) | null = null;
  onicecandidate: ((event: { candidate: RTCIceCandidateInit | null }) => void) | null = null;
  onconnectionstatechange: (() => void) | null = null;
  ontrack: ((event: { streams: readonly FakeStream[]; track: FakeTrack }) => void) | null = null;
  readonly transceivers: Transceiver[] = [];
  readonly remoteCandidates = new Map<string, string[]>();
  ufrag: string;
  stats: Record<string, unknown>[] = [];
  /** When its state changed, and the fragment that failed. */
  since = 0;
  failedUfrag: string | undefined;

  private currentLocal: FakeSdp | undefined;
  private pendingLocal: (FakeSdp & { readonly type: 'offer' }) | undefined;
  private localType: 'offer' | 'answer' = 'offer';
  currentRemote: FakeSdp | undefined;
  private pendingRemote: FakeSdp | undefined;
  private gathered: string[] = [];
  private gatheredFor = '';
  private restartWanted = false;
  private operations = 0;
  private last: Promise<unknown> = Promise.resolve();
  private checkWhenIdle = false;
  private readonly streams = new Map<string, FakeStream>();
  private fragments = 0;
  private mids = 0;

  constructor(
    private readonly network: FakeNetwork,
    private readonly clock: VirtualClock,
    n: number,
  ) {
    this.session = `pc${n}`;
    this.ufrag = `${this.session}u0`;
  }

  get current(): FakeSdp | undefined {
    return this.currentLocal;
  }
  get localDescription(): FakeDescription | null {
    const found = this.pendingLocal ?? this.currentLocal;
    if (found === undefined) return null;
    const type = this.pendingLocal === undefined ? this.localType : 'offer';
    return { type, sdp: writeSdp({ ...found, candidates: this.gathered }) };
  }

  addTrack(track: FakeTrack, stream: FakeStream): FakeSender {
    this.open();
    const free = this.transceivers.find(
      ({ kind, sender, sends }) => kind === track.kind && sender.track === null && !sends,
    );
    if (free !== undefined) {
      Object.assign(free.sender, { track, stream: stream.id });
      free.sends = true;
    } else this.transceivers.push(this.transceiver(track.kind, track, stream.id, true));
    this.negotiationMayBeNeeded();
    const { sender } = free ?? this.transceivers[this.transceivers.length - 1]!;
    return sender;
  }

  setLocalDescription(): Promise<void> {
    return this.chain(() => {
      if (this.signalingState === 'have-remote-offer') this.answer();
      else this.offer();
      this.gather();
    });
  }

  setRemoteDescription({ type, sdp }: FakeDescription): Promise<void> {
    return this.chain(() => {
      const remote = readSdp(sdp);
      const known = this.currentRemote;
      if (type === 'answer' && this.signalingState !== 'have-local-offer') throw refuse('InvalidStateError');
      // Another certificate on the same transport is no connection at all.
      if (known !== undefined && known.session !== remote.session) throw refuse('InvalidAccessError');
      if (known?.lines.some(({ mid }, index) => remote.lines[index]?.mid !== mid) === true)
        throw refuse('InvalidAccessError');
      if (type === 'offer') {
        if (this.signalingState === 'have-local-offer') this.rollBack();
        this.pendingRemote = remote;
        this.signalingState = 'have-remote-offer';
      } else {
        const offered = this.pendingLocal?.lines ?? [];
        if (
          remote.lines.length !== offered.length ||
          remote.lines.some(({ mid }, at) => mid !== offered[at]?.mid)
        )
          throw refuse('InvalidAccessError');
        this.currentLocal = this.pendingLocal;
        this.localType = 'offer';
        this.pendingLocal = undefined;
        this.currentRemote = remote;
        this.stable();
      }
      for (const candidate of remote.candidates) this.keep(remote.ufrag, candidate);
      this.receive(remote);
    });
  }

  addIceCandidate(candidate?: RTCIceCandidateInit): Promise<void> {
    return this.chain(() => {
      const remotes = [this.pendingRemote, this.currentRemote].filter((one) => one !== undefined);
      if (remotes.length === 0) throw refuse('InvalidStateError');
      if (candidate === undefined) return;
      const fragment = candidate.usernameFragment ?? '';
      if (!remotes.some(({ ufrag }) => ufrag === fragment)) throw refuse('OperationError');
      this.keep(fragment, candidate.candidate ?? '');
    });
  }

  restartIce(): void {
    this.restartWanted = true;
    this.negotiationMayBeNeeded();
  }
  async getStats(): Promise<Map<string, unknown>> {
    return new Map(this.stats.map((stat, index) => [String(index), stat]));
  }
  getSenders(): readonly FakeSender[] {
    return this.transceivers.map(({ sender }) => sender);
  }
  close(): void {
    this.signalingState = 'closed';
    this.connectionState = 'closed';
  }

  private open(): void {
    if (this.signalingState === 'closed') throw refuse('InvalidStateError');
  }
  private isClosed(): boolean {
    return this.signalingState === 'closed';
  }
  private keep(ufrag: string, candidate: string): void {
    this.remoteCandidates.set(ufrag, [...(this.remoteCandidates.get(ufrag) ?? []), candidate]);
  }
  private transceiver(
    kind: TrackKind,
    track: FakeTrack | null,
    stream: string,
    byAddTrack: boolean,
  ): Transceiver {
    return {
      kind,
      sender: new FakeSender(kind, track, stream),
      received: new FakeTrack(kind),
      byAddTrack,
      mid: undefined,
      line: 0,
      sends: track !== null,
      negotiated: undefined,
      receives: undefined,
    };
  }

  /** One after another; closed ones never settle (as the specification has it). */
  private chain(operation: () => void): Promise<void> {
    this.operations += 1;
    const run = async (): Promise<void> => {
      if (this.isClosed()) throw refuse('InvalidStateError');
      const ms = this.network.takes();
      if (ms > 0) await new Promise<void>((done) => this.clock.setTimeout(done, ms));
      if (this.isClosed()) return await new Promise<never>(() => undefined);
      operation();
    };
    const result = this.last.then(run);
    this.last = result
      .catch(() => undefined)
      .then(() => {
        this.operations -= 1;
        if (this.operations === 0 && this.checkWhenIdle) this.negotiationMayBeNeeded();
      });
    return result;
  }

  private negotiationMayBeNeeded(): void {
    if (this.operations > 0) {
      this.checkWhenIdle = true;
      return;
    }
    this.checkWhenIdle = false;
    this.clock.setTimeout(() => {
      if (this.isClosed()) return;
      if (this.operations > 0) this.checkWhenIdle = true;
      else if (this.signalingState === 'stable' && this.needsNegotiation()) this.onnegotiationneeded?.();
    }, 0);
  }
  private needsNegotiation(): boolean {
    return (
      this.restartWanted ||
      this.transceivers.some(({ mid, sends, negotiated }) => mid === undefined || negotiated !== sends)
    );
  }
  private stable(): void {
    this.signalingState = 'stable';
    for (const { sender } of this.transceivers)
      if (sender.parameters.encodings.length === 0) sender.parameters.encodings = [{}];
    this.negotiationMayBeNeeded();
  }

  /** One that neither side has, nor had. */
  private newMid(): string {
    const mid = String(this.mids);
    this.mids += 1;
    return this.transceivers.some((one) => one.mid === mid) ? this.newMid() : mid;
  }
  private newFragment(): void {
    this.fragments += 1;
    this.ufrag = `${this.session}u${this.fragments}`;
  }
  private offer(): void {
    if (this.restartWanted) this.newFragment();
    this.restartWanted = false;
    for (const one of this.transceivers) {
      if (one.mid !== undefined) continue;
      one.line = this.transceivers.filter(({ mid }) => mid !== undefined).length;
      one.mid = this.newMid();
    }
    this.pendingLocal = {
      type: 'offer',
      session: this.session,
      ufrag: this.ufrag,
      lines: this.lines(),
      candidates: [],
    };
    for (const one of this.transceivers) one.negotiated = one.sends;
    this.signalingState = 'have-local-offer';
  }
  private answer(): void {
    const offered = this.pendingRemote!;
    if (this.currentRemote !== undefined && this.currentRemote.ufrag !== offered.ufrag) this.newFragment();
    const lines = this.lines();
    this.currentLocal = {
      session: this.session,
      ufrag: this.ufrag,
      lines: offered.lines.map(({ mid }) => lines.find((line) => line.mid === mid)!),
      candidates: [],
    };
    this.localType = 'answer';
    this.currentRemote = offered;
    this.pendingRemote = undefined;
    for (const one of this.transceivers) if (one.mid !== undefined) one.negotiated = one.sends;
    this.stable();
  }
  private lines(): FakeLine[] {
    return [...this.transceivers]
      .filter(({ mid }) => mid !== undefined)
      .sort((a, b) => a.line - b.line)
      .map(({ mid, kind, sends, sender }) => ({ mid: mid!, kind, sends, stream: sender.stream }));
  }
  private rollBack(): void {
    const kept = new Set(this.currentLocal?.lines.map(({ mid }) => mid));
    for (const one of this.transceivers) {
      if (one.mid !== undefined && !kept.has(one.mid)) one.mid = undefined;
      one.negotiated = undefined;
    }
    if (this.pendingLocal?.ufrag !== this.currentLocal?.ufrag && this.currentLocal !== undefined) {
      this.ufrag = this.currentLocal.ufrag;
      this.restartWanted = true;
    }
    this.pendingLocal = undefined;
  }
  private receive(remote: FakeSdp): void {
    for (const [index, line] of remote.lines.entries()) {
      let found = this.transceivers.find(({ mid }) => mid === line.mid);
      found ??= this.transceivers.find(
        ({ mid, kind, byAddTrack }) => mid === undefined && kind === line.kind && byAddTrack,
      );
      if (found === undefined) this.transceivers.push((found = this.transceiver(line.kind, null, '', false)));
      found.mid = line.mid;
      found.line = index;
      const before = found.receives;
      found.receives = line.sends ? line.stream : undefined;
      if (before === found.receives) continue;
      if (before !== undefined) this.streams.get(before)?.removeTrack(found.received);
      if (!line.sends) continue;
      const stream = this.streams.get(line.stream) ?? new FakeStream();
      this.streams.set(line.stream, stream);
      stream.addTrack(found.received);
      this.ontrack?.({ streams: [stream], track: found.received });
    }
  }
  private gather(): void {
    const { ufrag } = this;
    if (this.gatheredFor === ufrag) return;
    this.iceGatheringState = 'gathering';
    if (this.stuck) return;
    this.gatheredFor = ufrag;
    this.gathered = [];
    for (const [index, found] of ['host', 'relay', null].entries())
      this.clock.setTimeout(
        () => {
          if (this.isClosed() || this.ufrag !== ufrag) return;
          const candidate = `candidate:${found ?? ''} ${ufrag}`;
          if (found !== null) this.gathered.push(candidate);
          this.onicecandidate?.({
            candidate:
              found === null ? null : { candidate, sdpMid: '0', sdpMLineIndex: 0, usernameFragment: ufrag },
          });
        },
        index * 5 + 1,
      );
  }

  /** As the browser's own type. */
  get real(): RTCPeerConnection {
    return this as unknown as RTCPeerConnection;
  }
}
