import { callScene, type CallScene } from '../testing/calling.js';

async function inCall(): Promise<CallScene & { other: ReturnType<CallScene['agent']> }> {
  const scene = await callScene();
  scene.video.configure();
  const other = scene.agent();
  scene.video.call('StartAvCall', scene.sid);
  await scene.pass(5_000);
  return { ...scene, other };
}

test.each([
  ['NotAllowedError', 'no-permission'],
  ['SecurityError', 'no-permission'],
  ['NotFoundError', 'no-device'],
  ['NotReadableError', 'no-device'],
])('%s ends a call with %s before anybody is asked', async (name, why) => {
  const { video, sid, pass, session } = await callScene();
  video.configure();
  video.devices.refuse = name;
  video.call('StartAvCall', sid);
  await pass();
  expect(video.states.at(-1)).toMatchObject({ phase: 'ended', endedBy: 'c', why });
  expect(video.display).toEqual(['disconnected']);
  expect(session()).toBeUndefined();
});

test('T-78: without a camera the call has sound alone', async () => {
  const { video, agent, sid, pass } = await callScene();
  video.devices.video = [];
  video.configure();
  agent();
  video.call('StartAvCall', sid);
  await pass(5_000);
  expect(video.states.at(-1)).toMatchObject({ phase: 'connected', muted: false, cameraOff: true });
});

test('an agent whose ask cannot be taken is told why', async () => {
  const { video, agent, sid, pass, session } = await callScene();
  video.configure();
  agent().ask();
  await pass();
  video.devices.refuse = 'NotAllowedError';
  video.call('StartAvCall', sid);
  await pass();
  expect(session()).toMatchObject({ state: 'ended', endedBy: 'c', why: 'no-permission' });
});

test('devices are changed in a call, and the ones before are off', async () => {
  const { video, other, pass, network } = await inCall();
  const opened = network.connections.length;
  video.devices.video.push('cam2');
  await video.call('SetAvDevices', { video: 'cam2' });
  await pass();
  const [, before, after] = video.devices.tracks;
  expect([before?.readyState, after?.readyState, after?.deviceId]).toEqual(['ended', 'live', 'cam2']);
  expect(other.peer?.state.remoteSends).toEqual({ audio: true, video: true });
  expect(network.connections).toHaveLength(opened);
  expect(network.connections[0]?.getSenders().map(({ track }) => track)).toEqual([
    video.devices.tracks[0],
    after,
  ]);
});

test('a device that is refused changes nothing, and says so', async () => {
  const { video } = await inCall();
  await expect(video.call('SetAvDevices', { video: 'unheard-of' })).rejects.toMatchObject({
    code: 'no-device',
  });
  expect(video.devices.tracks.map(({ readyState }) => readyState)).toEqual(['live', 'live']);
});

test('devices that are chosen before a call are used in it', async () => {
  const { video, sid, pass } = await callScene();
  video.devices.audio.push('mic2');
  video.configure();
  await video.call('SetAvDevices', { audio: 'mic2' });
  video.call('StartAvCall', sid);
  await pass();
  expect(video.devices.tracks.map(({ deviceId }) => deviceId)).toEqual(['mic2', 'cam1']);
});

test('a camera that is unplugged gives way to another', async () => {
  const { video, other, pass } = await inCall();
  video.devices.video.push('cam2');
  video.devices.unplug('cam1');
  await pass();
  expect(video.devices.tracks.at(-1)).toMatchObject({ deviceId: 'cam2', readyState: 'live' });
  expect(other.peer?.state.remoteSends).toEqual({ audio: true, video: true });
  expect(video.states.at(-1)).toMatchObject({ phase: 'connected', cameraOff: false });
});

test('without another camera the call goes on, with the camera off', async () => {
  const { video, other, pass } = await inCall();
  video.devices.unplug('cam1');
  await pass(1_000);
  expect(video.states.at(-1)).toMatchObject({ phase: 'connected', cameraOff: true, muted: false });
  expect(other.peer?.state.remoteSends).toEqual({ audio: true, video: false });
  expect(video.display).toEqual(['connected']);
});

test('what is opened for a call that has ended meanwhile is stopped', async () => {
  const { video, pass } = await inCall();
  video.devices.video.push('cam2');
  let allow: () => void = () => undefined;
  video.devices.holds = new Promise((resolve) => (allow = resolve));
  const changed = video.call('SetAvDevices', { video: 'cam2' });
  video.call('EndAvCall');
  allow();
  await changed;
  await pass();
  expect(new Set(video.devices.tracks.map(({ readyState }) => readyState))).toEqual(new Set(['ended']));
});
