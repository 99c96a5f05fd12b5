import { createPeer } from '../media/createPeer.js';
import type { Peer, PeerOptions, PeerState } from '../media/peer.js';
import { readSignal } from '../media/readSignal.js';
import type { Signal } from '../wire/signal.js';
import { fakeNetwork } from './fakeNetwork.js';
import type { FakeNetwork, FakePeerConnection } from './fakePeerConnection.js';
import { virtualClock, type VirtualClock } from './virtualClock.js';

/** One of two pages that send each other media. */
export interface Side {
  peer: Peer;
  readonly states: PeerState[];
  readonly notes: string[];
  readonly sent: Signal[];
  /** Its page is loaded anew: another peer, which sends nothing yet. */
  reload(): void;
  /** The RTCPeerConnection that it has now. */
  pc(): FakePeerConnection;
}

/** Two pages, and a way for signals that keeps their order, takes its time and loses some. */
export interface Pair {
  readonly clock: VirtualClock;
  readonly network: FakeNetwork;
  readonly polite: Side;
  readonly other: Side;
  readonly way: {
    /** Milliseconds that the next signal takes at least. */
    takes: () => number;
    loses: () => boolean;
  };
}

/** Starts two peers that do nothing as yet. */
export function peerPair(options: Partial<PeerOptions> = {}): Pair {
  const clock = virtualClock();
  const network = fakeNetwork(clock);
  const way: Pair['way'] = { takes: () => 5, loses: () => false };

  function side(polite: boolean, to: () => Side): Side {
    let due = 0;
    let mine: FakePeerConnection[] = [];
    const states: PeerState[] = [];
    const notes: string[] = [];
    const sent: Signal[] = [];
    const make = (): Peer => {
      mine = [];
      return createPeer({
        polite,
        config: {},
        clock,
        create(config) {
          const real = network.create(config);
          mine.push(network.connections[network.connections.length - 1]!);
          return real;
        },
        send(signal) {
          sent.push(signal);
          const text = JSON.stringify(signal);
          const lost = way.loses();
          due = Math.max(due, clock.monotonic() + way.takes());
          clock.setTimeout(() => {
            const read = readSignal(JSON.parse(text));
            if (!lost && read !== undefined) to().peer.take(read);
          }, due - clock.monotonic());
        },
        changed: (state) => void states.push(state),
        note: (msg) => void notes.push(msg),
        ...options,
      });
    };
    const made: Side = {
      peer: make(),
      states,
      notes,
      sent,
      reload() {
        made.peer.close();
        made.peer = make();
      },
      pc: () => mine[mine.length - 1]!,
    };
    return made;
  }
  const polite: Side = side(true, () => other);
  const other: Side = side(false, () => polite);
  return { clock, network, polite, other, way };
}
