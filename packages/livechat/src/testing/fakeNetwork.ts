import { FakePeerConnection, type FakeNetwork } from './fakePeerConnection.js';
import type { VirtualClock } from './virtualClock.js';

const stepMs = 100;
const disconnectsAfterMs = 2_000;
const failsAfterMs = 8_000;

/** Whether one's packets reach the other: they agree on each other, and know where to send. */
function reaches(one: FakePeerConnection, other: FakePeerConnection): boolean {
  return (
    one.currentRemote?.session === other.session &&
    one.currentRemote.ufrag === other.current?.ufrag &&
    (one.remoteCandidates.get(one.currentRemote.ufrag) ?? []).length > 0
  );
}

/** A network between RTCPeerConnections of the test's own process. It looks at them each 100 virtual milliseconds. */
export function fakeNetwork(clock: VirtualClock): FakeNetwork {
  const network: FakeNetwork = {
    connections: [],
    configs: [],
    blocked: false,
    takes: () => 0,
    create(config = {}) {
      const made = new FakePeerConnection(network, clock, network.connections.length + 1);
      if (network.connections.length === 0) step();
      network.connections.push(made);
      network.configs.push(config);
      return made.real;
    },
  };
  const open = (): FakePeerConnection[] =>
    network.connections.filter(({ signalingState }) => signalingState !== 'closed');

  function become(pc: FakePeerConnection, state: RTCPeerConnectionState): void {
    if (pc.connectionState === state) return;
    pc.connectionState = state;
    pc.since = clock.monotonic();
    if (state === 'failed') pc.failedUfrag = pc.current?.ufrag;
    pc.onconnectionstatechange?.();
  }

  function look(pc: FakePeerConnection): void {
    const other = open().find((each) => each !== pc && reaches(pc, each) && reaches(each, pc));
    const there = other !== undefined && !network.blocked;
    const lasted = clock.monotonic() - pc.since;
    switch (pc.connectionState) {
      case 'new':
        if (pc.current !== undefined && pc.currentRemote !== undefined) become(pc, 'connecting');
        break;
      case 'connecting':
        if (there) become(pc, 'connected');
        else if (lasted > failsAfterMs) become(pc, 'failed');
        break;
      case 'connected':
        if (there) pc.since = clock.monotonic();
        else if (lasted > disconnectsAfterMs) become(pc, 'disconnected');
        break;
      case 'disconnected':
        if (there) become(pc, 'connected');
        else if (lasted > failsAfterMs) become(pc, 'failed');
        break;
      case 'failed':
        // Only other candidates are tried anew.
        if (pc.current?.ufrag !== pc.failedUfrag) become(pc, 'connecting');
        break;
      default:
    }
  }

  function step(): void {
    clock.setTimeout(() => {
      for (const pc of open()) look(pc);
      step();
    }, stepMs);
  }
  return network;
}
