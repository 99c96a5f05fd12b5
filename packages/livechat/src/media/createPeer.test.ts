import { fakeCamera, FakeStream, FakeTrack } from '../testing/fakeMedia.js';
import { peerPair, type Pair, type Side } from '../testing/peerPair.js';

const kindsOf = (side: Side): string[] =>
  side.peer.state.remote.flatMap((stream) => stream.getTracks().map(({ kind }) => kind)).sort();

async function connected(options: Parameters<typeof peerPair>[0] = {}): Promise<Pair> {
  const pair = peerPair(options);
  pair.polite.peer.send(fakeCamera().real);
  pair.other.peer.send(fakeCamera().real);
  await pair.clock.pass(2_000);
  return pair;
}

const descriptions = (side: Side): string[] =>
  side.sent.flatMap((signal) => (signal.k === 'desc' ? [signal.type] : []));

test('of two sides that begin at once the polite one answers: no offer is taken back', async () => {
  const { polite, other, network } = await connected();
  expect([descriptions(polite), descriptions(other)]).toEqual([['answer'], ['offer']]);
  expect(kindsOf(polite)).toEqual(['audio', 'video']);
  expect(kindsOf(other)).toEqual(['audio', 'video']);
  expect(network.connections).toHaveLength(2);
});

test('two sides that offer at once get each other’s audio and video', async () => {
  const { polite, other, clock } = peerPair();
  polite.peer.send(fakeCamera().real);
  // The polite one has waited for the other, which is just beginning.
  await clock.pass(598);
  other.peer.send(fakeCamera().real);
  await clock.pass(2_000);
  expect(descriptions(polite)[0]).toBe('offer');
  for (const side of [polite, other]) {
    expect(side.peer.state).toMatchObject({
      connection: 'connected',
      remoteSends: { audio: true, video: true },
    });
    expect(kindsOf(side)).toEqual(['audio', 'video']);
    expect(side.notes).toEqual([]);
    expect(side.states.map(({ connection }) => connection)).not.toContain('failed');
  }
});

test('a side that sends nothing gets what the other sends', async () => {
  const { polite, other, clock } = peerPair();
  polite.peer.send(fakeCamera().real);
  await clock.pass(2_000);
  expect(kindsOf(other)).toEqual(['audio', 'video']);
  expect(polite.peer.state).toMatchObject({ connection: 'connected', remote: [] });
});

test('a screen that comes later is added without a new connection, and its detail is kept', async () => {
  const { polite, other, clock, network } = peerPair({ limits: { videoKbps: 2_048 } });
  polite.peer.send(new FakeStream([new FakeTrack('audio')]).real);
  await clock.pass(2_000);
  const screen = new FakeTrack('video');
  polite.peer.send(new FakeStream([new FakeTrack('audio'), screen]).real, { video: 'detail' });
  await clock.pass(2_000);
  expect(kindsOf(other)).toEqual(['audio', 'video']);
  expect(network.connections).toHaveLength(2);
  expect(screen.contentHint).toBe('detail');
  expect(polite.pc().transceivers[1]?.sender.parameters).toEqual({
    encodings: [{ maxBitrate: 2_048_000, active: true }],
    degradationPreference: 'maintain-resolution',
  });
});

test('another device takes the place of the first, and one that is gone leaves nothing to send', async () => {
  const { polite, other, clock } = await connected();
  const before = polite.sent.filter(({ k }) => k === 'desc').length;
  const camera = new FakeTrack('video', 'cam2');
  polite.peer.send(new FakeStream([camera]).real);
  await clock.pass(500);
  expect(
    polite
      .pc()
      .getSenders()
      .map(({ track }) => track),
  ).toEqual([null, camera]);
  expect(polite.sent.filter(({ k }) => k === 'desc')).toHaveLength(before);
  expect(other.peer.state.remoteSends).toEqual({ audio: false, video: true });
});

test('T-85: what is paused goes on as a track that is off, and the other side is told', async () => {
  const { polite, other, clock } = await connected();
  polite.peer.pause(true, false);
  await clock.pass(100);
  expect(other.peer.state.remoteSends).toEqual({ audio: false, video: true });
  expect(
    polite
      .pc()
      .getSenders()
      .map(({ track }) => track?.enabled),
  ).toEqual([false, true]);
  const later = fakeCamera();
  polite.peer.send(later.real);
  expect(later.getTracks().map(({ enabled }) => enabled)).toEqual([false, true]);
  polite.peer.pause(false, true);
  polite.peer.pause(false, false);
  polite.peer.pause(false, true);
  await clock.pass(100);
  const encodings = () =>
    polite
      .pc()
      .getSenders()
      .map((sender) => sender.parameters.encodings);
  expect(encodings()).toEqual([[{}], [{ active: false }]]);
  polite.peer.pause(false, false);
  await clock.pass(100);
  expect(encodings()).toEqual([[{}], [{ active: true }]]);
  expect(other.peer.state.remoteSends).toEqual({ audio: true, video: true });
});

test('a way that broke is made anew with other candidates, over the same connection', async () => {
  const { polite, other, clock, network } = await connected();
  const fragment = polite.pc().ufrag;
  network.blocked = true;
  await clock.pass(20_000);
  expect(polite.peer.state.connection).toBe('reconnecting');
  network.blocked = false;
  await clock.pass(10_000);
  for (const side of [polite, other]) expect(side.peer.state.connection).toBe('connected');
  expect(polite.pc().ufrag).not.toBe(fragment);
  expect(network.connections).toHaveLength(2);
});

test('without restarts a way that broke is told as failed', async () => {
  const { polite, network, clock } = await connected({ iceRestart: false });
  network.blocked = true;
  await clock.pass(15_000);
  expect(polite.peer.state.connection).toBe('failed');
});

test('two that talk and find no way are told so after half a minute; a restart tries again', async () => {
  const { polite, other, network, clock } = peerPair();
  network.blocked = true;
  polite.peer.send(fakeCamera().real);
  await clock.pass(31_000);
  expect(polite.peer.state.connection).toBe('failed');
  network.blocked = false;
  polite.peer.restart();
  await clock.pass(15_000);
  for (const side of [polite, other]) expect(side.peer.state.connection).toBe('connected');
});

test.each(['polite', 'other'] as const)('when the %s side’s page is loaded anew, both go on', async (who) => {
  const pair = await connected();
  const { clock } = pair;
  const old = kindsOf(pair.polite);
  pair[who].reload();
  await clock.pass(50);
  pair[who].peer.send(fakeCamera().real);
  await clock.pass(10_000);
  for (const side of [pair.polite, pair.other]) {
    expect(side.peer.state.connection).toBe('connected');
    expect(kindsOf(side)).toEqual(old);
    expect(side.notes).toEqual([]);
  }
});

test('a side that only receives, and whose page is loaded anew, receives again', async () => {
  const { polite, other, clock } = peerPair();
  polite.peer.send(fakeCamera().real);
  await clock.pass(2_000);
  const before = polite.pc();
  other.reload();
  await clock.pass(1_000);
  expect(polite.pc()).not.toBe(before);
  expect(kindsOf(other)).toEqual(['audio', 'video']);
});

test('one that missed who came anew is told when it offers again', async () => {
  const { polite, other, clock, way } = peerPair();
  polite.peer.send(fakeCamera().real);
  await clock.pass(2_000);
  way.loses = () => true;
  other.reload();
  await clock.pass(100);
  way.loses = () => false;
  await clock.pass(30_000);
  expect(other.peer.state.connection).toBe('connected');
  expect(kindsOf(other)).toEqual(['audio', 'video']);
});

test('two that no longer agree on what was negotiated begin anew', async () => {
  const { polite, other, clock, way } = peerPair();
  for (const side of [polite, other]) side.peer.send(new FakeStream([new FakeTrack('audio')]).real);
  await clock.pass(2_000);
  // The answer is so late that the offer is repeated, and takes back what is offered meanwhile.
  way.takes = () => 2_500;
  other.peer.restart();
  await clock.pass(4_000);
  polite.peer.send(fakeCamera().real);
  await clock.pass(60_000);
  for (const side of [polite, other]) {
    expect(side.peer.state.connection).toBe('connected');
    expect(side.pc().signalingState).toBe('stable');
  }
  expect(kindsOf(other)).toEqual(['audio', 'video']);
});

test('a connection that finds no candidates, and goes on looking, gives way to a new one', async () => {
  const { polite, other, clock } = peerPair();
  const first = polite.pc();
  first.stuck = true;
  for (const side of [polite, other]) side.peer.send(fakeCamera().real);
  await clock.pass(10_000);
  expect(polite.pc()).not.toBe(first);
  for (const side of [polite, other]) expect(side.peer.state.connection).toBe('connected');
});

test('an offer that is lost is sent again; so is its answer', async () => {
  const { polite, other, clock, way } = peerPair();
  way.loses = () => true;
  polite.peer.send(fakeCamera().real);
  await clock.pass(1_000);
  way.loses = () => false;
  await clock.pass(10_000);
  for (const side of [polite, other]) expect(side.peer.state.connection).toBe('connected');
});

test('it knows how well media gets through, and forgets it when it does not', async () => {
  const { polite, clock, network } = await connected();
  const pc = polite.pc();
  pc.stats = [{ type: 'remote-inbound-rtp', roundTripTime: 0.25, fractionLost: 0.01 }];
  await clock.pass(2_100);
  expect(polite.peer.state.quality).toMatchObject({ level: 'fair', rttMs: 250, lossPercent: 1 });
  network.blocked = true;
  await clock.pass(5_000);
  expect(polite.peer.state).not.toHaveProperty('quality');
});

test('a closed one does nothing more, and leaves the tracks to their owner', async () => {
  const { polite, clock } = await connected();
  const told = polite.states.length;
  const { length } = polite.sent;
  const tracks = polite
    .pc()
    .getSenders()
    .map(({ track }) => track?.readyState);
  polite.peer.close();
  polite.peer.pause(true, true);
  polite.peer.send(undefined);
  polite.peer.renew();
  await clock.pass(60_000);
  expect(polite.states).toHaveLength(told);
  expect(polite.sent).toHaveLength(length);
  expect(tracks).toEqual(['live', 'live']);
  expect(polite.peer.state.remote).toEqual([]);
});

test('a description that the browser refuses is noted without its text', async () => {
  const { polite, clock } = peerPair();
  polite.peer.take({ k: 'desc', type: 'offer', sdp: 'a=secret', pc: 'x' });
  await clock.pass(100);
  expect(polite.notes).toEqual(['offer: SyntaxError']);
});
