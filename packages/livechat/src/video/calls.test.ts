import { callScene } from '../testing/calling.js';
import { ada } from '../testing/chatting.js';
import { fakeCamera, FakeStream } from '../testing/fakeMedia.js';

const offeredSettings = {
  MediaTransport: { iceServers: [{ urls: 'turn:turn.example', credential: 'id', username: 'name' }] },
  MediaCapture: { audio: { enabled: true }, video: { enabled: true, width: 640, height: 480 } },
};

test('T-80, T-83: a call that is taken is connected once media flows from the other side', async () => {
  const { video, agent, sid, pass } = await callScene();
  video.configure();
  const ada = agent();
  video.call('StartAvCall', sid);
  await pass(5_000);
  expect(video.phases()).toEqual(['calling', 'connecting', 'connected']);
  expect(video.display).toEqual(['connected']);
  const [remote, local] = video.streams[0]!;
  expect(remote.flatMap((stream) => stream.getTracks().map(({ kind }) => kind)).sort()).toEqual([
    'audio',
    'video',
  ]);
  expect(local.flatMap((stream) => stream.getTracks())).toEqual(video.devices.tracks);
  expect(ada.peer?.state).toMatchObject({
    connection: 'connected',
    remoteSends: { audio: true, video: true },
  });
});

test('T-80: a connection over which nothing comes is not told as connected', async () => {
  const { video, agent, sid, pass } = await callScene();
  video.configure();
  const other = agent('seat1', true, new FakeStream());
  video.call('StartAvCall', sid);
  await pass(5_000);
  expect(other.peer?.state.connection).toBe('connected');
  expect(video.display).toEqual([]);
  expect(video.states.at(-1)?.phase).toBe('connecting');
  other.peer?.send(fakeCamera().real);
  await pass(2_000);
  expect(video.display).toEqual(['connected']);
});

test('T-75, T-76, T-79: the page’s ICE servers and sizes are used', async () => {
  const { video, agent, sid, pass, network } = await callScene();
  video.configure(offeredSettings);
  agent();
  video.call('StartAvCall', sid);
  await pass(2_000);
  expect(network.configs[0]).toEqual({
    iceServers: [{ urls: ['turn:turn.example'], credential: 'id', username: 'name' }],
    iceTransportPolicy: 'all',
  });
  expect(video.devices.asked).toEqual([
    { audio: {}, video: { width: { ideal: 640 }, height: { ideal: 480 } } },
  ]);
});

test('T-76: without ICE servers of the page’s own, those of the server are used', async () => {
  const { video, agent, sid, pass, network, backEnd } = await callScene();
  backEnd.desk.ice = [{ urls: 'stun:stun.example' }];
  video.configure();
  agent();
  video.call('StartAvCall', sid);
  await pass(2_000);
  expect(network.configs[0]?.iceServers).toEqual([{ urls: ['stun:stun.example'] }]);
});

test.each([
  ['T-77', { audio: { enabled: false }, video: { enabled: true } }, 'video', true],
  ['T-78', { audio: { enabled: true }, video: { enabled: false } }, 'audio', false],
])('%s: only what is enabled is asked for and sent', async (_row, MediaCapture, kind, isVideo) => {
  const { video, agent, sid, pass, session } = await callScene();
  video.configure({ MediaCapture });
  const ada = agent();
  video.call('StartAvCall', sid);
  await pass(5_000);
  expect(Object.keys(video.devices.asked[0] ?? {})).toEqual([kind]);
  expect(session()?.wants).toEqual({ audio: kind === 'audio', video: kind === 'video' });
  expect(ada.peer?.state.remoteSends).toEqual({ audio: kind === 'audio', video: kind === 'video' });
  expect(video.states.at(-1)).toMatchObject({
    video: isVideo,
    muted: kind !== 'audio',
    cameraOff: kind !== 'video',
  });
});

test('an agent’s ask is told once, and taken by starting the call', async () => {
  const { video, agent, sid, pass, session } = await callScene('single', undefined);
  video.configure();
  const other = agent();
  other.ask({ audio: true, video: false });
  await pass(3_000);
  expect(video.requests).toEqual([[sid, { audio: true, video: false }, 'Ada', undefined]]);
  video.call('StartAvCall', sid);
  await pass(5_000);
  expect(session()).toMatchObject({ state: 'on', askedBy: 'a' });
  expect(video.requests).toHaveLength(1);
  expect(video.phases()).toEqual(['requested', 'connecting', 'connected']);
  expect(video.display).toEqual(['connected']);
});

test('an ask that waits is told to a page that opens the chat; ended elsewhere, it is over there too', async () => {
  const { video, agent, tab, install, pass, sid } = await callScene();
  video.configure();
  agent().ask();
  await pass();
  const other = install(await tab(), new Map());
  other.page.api.Close();
  other.page.api.Open();
  await pass();
  expect(other.requests).toEqual([[sid, { audio: true, video: true }, 'Ada', undefined]]);
  expect(video.requests).toHaveLength(1);
  video.call('StartAvCall', sid);
  await pass(3_000);
  expect(video.phases().at(-1)).toBe('connected');
  expect(other.states.at(-1)).toMatchObject({ phase: 'ended', endedBy: 'c' });
  expect(other.display).toEqual([]);
});

test('T-84: an agent’s ask is declined', async () => {
  const { video, agent, pass, session } = await callScene();
  video.configure();
  agent().ask();
  await pass();
  video.call('EndAvCall');
  await pass();
  expect(session()).toMatchObject({ state: 'ended', endedBy: 'c', why: 'declined' });
  expect(video.states.at(-1)).toMatchObject({ phase: 'ended', endedBy: 'c', why: 'declined' });
  expect(video.display).toEqual([]);
});

test('T-84: with the id of a chat, EndAvCall ends and declines in that chat alone', async () => {
  const { video, agent, pass, session, sid } = await callScene();
  video.configure();
  const other = agent();
  other.ask();
  await pass();
  video.call('EndAvCall', 'another');
  await pass();
  expect(session()?.state).toBe('asked');
  video.call('EndAvCall', sid);
  await pass();
  expect(session()).toMatchObject({ state: 'ended', why: 'declined' });
  video.call('StartAvCall', sid);
  await pass(5_000);
  video.call('EndAvCall', 'another');
  await pass();
  expect(session()?.state).toBe('on');
  video.call('EndAvCall', sid);
  await pass();
  expect(session()).toMatchObject({ state: 'ended', endedBy: 'c', why: 'hung-up' });
});

const endings: [string, 'c' | 'a' | 's', string, (scene: Awaited<ReturnType<typeof callScene>>) => void][] = [
  ['T-81, T-84: the customer hangs up', 'c', 'hung-up', ({ video }) => video.call('EndAvCall')],
  ['T-81: the agent hangs up', 'a', 'hung-up', ({ agent }) => agent('seat2', false).end()],
  [
    'T-81: the chat ends',
    's',
    'left',
    ({ backEnd, sid }) => backEnd.desk.add(sid, { type: 'end', by: 'agent' }),
  ],
  [
    'T-81: the agent leaves the chat',
    's',
    'left',
    ({ backEnd, sid }) => backEnd.desk.add(sid, { type: 'disconnect', agent: ada, how: 'leave' }),
  ],
];

test.each(endings)('%s: it is told once, and all devices are off', async (_name, endedBy, why, end) => {
  const scene = await callScene();
  const { video, agent, sid, pass } = scene;
  video.configure();
  agent();
  video.call('StartAvCall', sid);
  await pass(5_000);
  end(scene);
  await pass(10_000);
  expect(video.display).toEqual(['connected', 'disconnected']);
  expect(video.states.at(-1)).toMatchObject({
    phase: 'ended',
    endedBy,
    why,
    localStreams: [],
    remoteStreams: [],
  });
  expect(video.devices.tracks.map(({ readyState }) => readyState)).toEqual(['ended', 'ended']);
  expect(scene.session()?.state).toBe('ended');
  expect(scene.page.reported).toEqual([]);
});

test('T-81: an agent that is gone is given up after 20 s', async () => {
  const { video, agent, sid, pass, session } = await callScene();
  video.configure();
  const other = agent();
  video.call('StartAvCall', sid);
  await pass(5_000);
  other.vanish();
  await pass(15_000);
  expect(video.states.at(-1)?.phase).toBe('reconnecting');
  await pass(20_000);
  expect(session()).toMatchObject({ state: 'ended', endedBy: 'c', why: 'lost' });
  expect(video.display).toEqual(['connected', 'disconnected']);
});

test('T-81: a call that nobody takes ends after 45 s', async () => {
  const { video, agent, sid, pass, session } = await callScene();
  video.configure();
  agent('seat1', false);
  video.call('StartAvCall', sid);
  await pass(44_000);
  expect(video.display).toEqual([]);
  await pass(2_000);
  expect(session()).toMatchObject({ state: 'ended', why: 'unanswered' });
  expect(video.display).toEqual(['disconnected']);
  expect(video.devices.tracks.map(({ readyState }) => readyState)).toEqual(['ended', 'ended']);
});

test('P-17: without an agent, or with a sid of no chat, a call ends at once', async () => {
  const { video, backEnd, sid, pass } = await callScene();
  video.configure();
  video.call('StartAvCall', 'unheard-of');
  backEnd.desk.add(sid, { type: 'disconnect', agent: ada, how: 'leave' });
  await pass();
  video.call('StartAvCall', sid);
  expect(video.display).toEqual(['disconnected', 'disconnected']);
  expect(video.states).toMatchObject([
    { phase: 'ended', code: 'NotConnected' },
    { phase: 'ended', code: 'NotConnected' },
  ]);
  expect(video.devices.asked).toEqual([]);
});

test('P-17: an agent who leaves while the customer asks ends the call with the server’s code', async () => {
  const { video, backEnd, sid, pass } = await callScene();
  video.configure();
  video.call('StartAvCall', sid);
  backEnd.desk.chats()[0]!.agents.length = 0;
  await pass();
  expect(video.states.at(-1)).toMatchObject({ phase: 'ended', code: 'NotConnected' });
  expect(video.display).toEqual(['disconnected']);
  expect(video.devices.tracks.map(({ readyState }) => readyState)).toEqual(['ended', 'ended']);
});

test('T-85: pausing turns tracks off and on, and the agent is told', async () => {
  const { video, agent, sid, pass } = await callScene();
  video.configure();
  const other = agent();
  video.call('StartAvCall', sid);
  await pass(5_000);
  video.call('Pause', 1, 0);
  await pass();
  expect(video.devices.tracks.map(({ enabled }) => enabled)).toEqual([false, true]);
  expect(other.peer?.state.remoteSends).toEqual({ audio: false, video: true });
  expect(video.states.at(-1)).toMatchObject({ muted: true, cameraOff: false });
  video.call('Pause', false, true);
  await pass();
  expect(other.peer?.state.remoteSends).toEqual({ audio: true, video: false });
  expect(video.states.at(-1)).toMatchObject({ muted: false, cameraOff: true });
});

test('what the agent mutes is told', async () => {
  const { video, agent, sid, pass } = await callScene();
  video.configure();
  const other = agent();
  video.call('StartAvCall', sid);
  await pass(5_000);
  other.peer?.pause(true, false);
  await pass();
  expect(video.states.at(-1)?.remote).toEqual({ muted: true, cameraOff: false });
});

test('two that ask at once are in one call', async () => {
  const { video, agent, sid, pass, backEnd } = await callScene();
  video.configure();
  const other = agent();
  other.ask();
  video.call('StartAvCall', sid);
  await pass(5_000);
  expect(video.phases().at(-1)).toBe('connected');
  const asks = backEnd.desk.chats()[0]!.log.filter((entry) => entry.type === 'media' && entry.step === 'ask');
  expect(asks.length).toBeLessThanOrEqual(2);
  expect(video.display).toEqual(['connected']);
});

test('ended before the person has answered, a call opens no camera', async () => {
  const { video, agent, sid, pass } = await callScene();
  video.configure();
  agent();
  let allow: () => void = () => undefined;
  video.devices.holds = new Promise((resolve) => (allow = resolve));
  video.call('StartAvCall', sid);
  await pass();
  video.call('EndAvCall');
  allow();
  await pass(1_000);
  expect(video.display).toEqual(['disconnected']);
  expect(video.devices.tracks.map(({ readyState }) => readyState)).toEqual(['ended', 'ended']);
});

test('a call may be ended by who hears of it', async () => {
  const { video, sid, pass, page } = await callScene();
  video.configure();
  Reflect.set(page.api, 'OnAvCallChanged', (_sid: string, state: { phase: string }) => {
    if (state.phase === 'calling') video.call('EndAvCall');
  });
  video.call('StartAvCall', sid);
  await pass(1_000);
  expect(video.display).toEqual(['disconnected']);
  expect(new Set(video.devices.tracks.map(({ readyState }) => readyState))).toEqual(new Set(['ended']));
});

test('a server that is away does not end a call while media flows', async () => {
  const { video, agent, sid, pass, backEnd } = await callScene();
  video.configure();
  agent();
  video.call('StartAvCall', sid);
  await pass(5_000);
  backEnd.network.down = true;
  backEnd.cut();
  await pass(60_000);
  expect(video.states.at(-1)?.phase).toBe('connected');
  backEnd.network.down = false;
  await pass(30_000);
  expect(video.states.at(-1)?.phase).toBe('connected');
  expect(video.display).toEqual(['connected']);
});

test('a way that broke while the server was away is mended when it is back', async () => {
  const { video, agent, sid, pass, backEnd, network } = await callScene();
  video.configure();
  agent();
  video.call('StartAvCall', sid);
  await pass(5_000);
  backEnd.network.down = network.blocked = true;
  backEnd.cut();
  await pass(60_000);
  expect(video.states.at(-1)?.phase).toBe('reconnecting');
  backEnd.network.down = network.blocked = false;
  await pass(40_000);
  expect(video.states.at(-1)?.phase).toBe('connected');
  expect(video.display).toEqual(['connected']);
});

test('how well media gets through is told', async () => {
  const { video, agent, sid, pass, network } = await callScene();
  video.configure();
  agent();
  video.call('StartAvCall', sid);
  await pass(5_000);
  for (const pc of network.connections)
    pc.stats = [{ type: 'remote-inbound-rtp', roundTripTime: 0.5, fractionLost: 0 }];
  await pass(2_500);
  expect(video.states.at(-1)?.quality).toMatchObject({ level: 'poor', rttMs: 500 });
});

test('a slot or a Display function that throws stops nothing', async () => {
  const { video, agent, sid, pass, page, session } = await callScene();
  video.call('SetAvConfigs', {
    Display: {
      OnConnected: () => {
        throw new Error('of the page');
      },
    },
  });
  agent();
  video.call('StartAvCall', sid);
  await pass(5_000);
  expect(page.reported).toEqual([new Error('of the page')]);
  expect(session()?.state).toBe('on');
});

test('with many chats, each event names the chat by its client id', async () => {
  const { video, agent, sid, pass } = await callScene('multi', 'k1');
  video.configure();
  agent().ask();
  await pass();
  expect(video.requests).toEqual([[sid, { audio: true, video: true }, 'Ada', 'k1']]);
});
