import { fakeStream } from '../testing/fakeStream.js';
import { inCall, mediaStage, reloaded } from '../testing/mediaStage.js';
import { settle } from '../testing/settle.js';

/** The configuration that the vendor was given last. */
const configIn = (calls: readonly (readonly unknown[])[]): unknown => calls.at(-1)?.[0];

describe('a call by the document alone', () => {
  test('T-75: T-83: is configured and started with the session’s id of OnRemoteUserConnected', async () => {
    const { give, vendor, chatId, video, asked } = await mediaStage();
    const start = await give({ type: 'video.start', chatId });
    expect(asked()).toEqual(['SetAvConfigs', 'StartAvCall']);
    expect(vendor.callsOf('StartAvCall')).toEqual([['sid-1']]);
    expect(configIn(vendor.callsOf('SetAvConfigs'))).toEqual({
      MediaCapture: { audio: { enabled: true }, video: { enabled: true, width: 640, height: 480 } },
      Display: { OnConnected: expect.any(Function), OnDisconnected: expect.any(Function) },
    });
    expect(video()).toMatchObject({ state: 'calling', by: 'customer', video: true, muted: false });
    expect(start.done).toBe(false);
  });

  test('T-76: T-77: T-79: an audio call sends no picture, and the settings go along', async () => {
    const iceServers = [{ urls: 'turn:turn.example:3478', username: 'ana', credential: 'c' }];
    const { give, vendor, chatId, video } = await mediaStage({
      video: { load: 'on-demand', iceServers, width: 1280, height: 720 },
    });
    await give({ type: 'video.start', chatId, video: false });
    expect(configIn(vendor.callsOf('SetAvConfigs'))).toMatchObject({
      MediaTransport: { iceServers },
      MediaCapture: { audio: { enabled: true }, video: { enabled: false, width: 1280, height: 720 } },
    });
    expect(video()).toMatchObject({ video: false, cameraOff: true });
  });

  test('T-80: is connected when OnConnected says so, with the streams of both sides', async () => {
    const { given, video, streams, media, told } = await inCall();
    expect(given.done).toBe(true);
    expect(video()).toMatchObject({ state: 'connected', connectedAt: expect.any(Number) });
    expect(streams()).toEqual({
      local: [media.call?.local.stream],
      remote: [media.call?.remote.stream],
      screen: [],
    });
    expect(told('video')).toEqual(['video.connected']);
  });

  test('T-80: what is no stream is left out', async () => {
    const { give, vendor, chatId, streams, after } = await mediaStage();
    await give({ type: 'video.start', chatId });
    const { Display } = configIn(vendor.callsOf('SetAvConfigs')) as {
      Display: { OnConnected: (...of: unknown[]) => void };
    };
    const { stream } = fakeStream('audio');
    await after(() => Display.OnConnected([null, 'x', {}, stream], 5));
    expect(streams()).toEqual({ local: [], remote: [stream], screen: [] });
  });

  test('T-81: T-84: hanging up ends it once, and its streams are gone', async () => {
    const { give, chatId, video, streams, vendor, told, media } = await inCall();
    const local = media.call?.local;
    const end = await give({ type: 'video.hangUp', chatId });
    expect(end.done).toBe(true);
    expect(vendor.callsOf('EndAvCall')).toEqual([[]]);
    expect(video()).toMatchObject({ state: 'ended', endedBy: 'customer', endReason: 'hung-up' });
    expect(video()?.failure).toBeUndefined();
    expect(streams()).toEqual({ local: [], remote: [], screen: [] });
    expect(local?.tracks.map(({ readyState }) => readyState)).toEqual(['ended', 'ended']);
    expect(told('video.disconnected')).toHaveLength(1);
  });

  test('T-81: an end that nobody explains names nobody', async () => {
    const { after, media, video, told } = await inCall();
    await after(() => media.drop());
    expect(video()).toMatchObject({ state: 'ended', endReason: 'hung-up' });
    expect(video()?.endedBy).toBeUndefined();
    expect(told('video.disconnected')).toHaveLength(1);
  });

  test('T-81: a camera that the script leaves on is switched off', async () => {
    const { give, vendor, chatId, after } = await mediaStage();
    await give({ type: 'video.start', chatId });
    const { Display } = configIn(vendor.callsOf('SetAvConfigs')) as {
      Display: { OnConnected: (...of: unknown[]) => void; OnDisconnected: () => void };
    };
    const { stream, tracks } = fakeStream('audio', 'video');
    await after(() => Display.OnConnected([], [stream]));
    await after(() => Display.OnDisconnected());
    expect(tracks.map(({ readyState }) => readyState)).toEqual(['ended', 'ended']);
  });

  test('T-81: what comes late of one call says nothing about the next', async () => {
    const { give, vendor, chatId, video, after, media } = await inCall();
    const first = configIn(vendor.callsOf('SetAvConfigs')) as { Display: { OnDisconnected: () => void } };
    await give({ type: 'video.hangUp', chatId });
    await give({ type: 'video.start', chatId });
    await after(() => media.connect());
    await after(() => first.Display.OnDisconnected());
    expect(video()?.state).toBe('connected');
  });

  test('T-84: a script that says nothing of the end has ended it all the same', async () => {
    const { give, chatId, vendor, video, clock } = await inCall();
    vendor.on('EndAvCall', () => {});
    const end = await give({ type: 'video.hangUp', chatId });
    expect(video()?.state).toBe('connected');
    clock.advance(3_000);
    await settle();
    expect(end.done).toBe(true);
    expect(video()).toMatchObject({ state: 'ended', endedBy: 'customer' });
  });

  test('T-84: a script that throws at it leaves the call as it is', async () => {
    const { give, chatId, vendor, video } = await inCall();
    vendor.on('EndAvCall', () => {
      throw Object.assign(new Error('secret'), { code: 'Broken' });
    });
    const end = await give({ type: 'video.hangUp', chatId });
    expect(end.error).toMatchObject({ code: 'vendor-error', vendorCode: 'Broken' });
    expect(video()?.state).toBe('connected');
  });

  test('T-85: Pause is told both, whichever is switched', async () => {
    const { give, chatId, vendor, video, media } = await inCall();
    await give({ type: 'video.mute', chatId });
    expect(video()).toMatchObject({ muted: true, cameraOff: false });
    await give({ type: 'video.cameraOff', chatId });
    await give({ type: 'video.unmute', chatId });
    expect(video()).toMatchObject({ muted: false, cameraOff: true });
    await give({ type: 'video.cameraOn', chatId });
    expect(vendor.callsOf('Pause')).toEqual([
      [true, false],
      [true, true],
      [false, true],
      [false, false],
    ]);
    expect(media.call?.local.tracks.map(({ enabled }) => enabled)).toEqual([true, true]);
  });

  test('T-85: what was muted before it was connected is muted then, too', async () => {
    const { give, chatId, vendor, after, media, video } = await mediaStage();
    await give({ type: 'video.start', chatId });
    await give({ type: 'video.mute', chatId });
    await after(() => media.connect());
    expect(vendor.callsOf('Pause')).toEqual([
      [true, false],
      [true, false],
    ]);
    expect(video()).toMatchObject({ state: 'connected', muted: true });
  });

  test('T-85: an audio call has no camera to switch on', async () => {
    const { give, chatId, vendor } = await mediaStage();
    await give({ type: 'video.start', chatId, video: false });
    const on = await give({ type: 'video.cameraOn', chatId });
    expect(on.error).toMatchObject({ code: 'invalid-state', message: expect.stringMatching(/audio call/) });
    expect(vendor.callsOf('Pause')).toEqual([]);
  });

  test('P-17: a session that the vendor doesn’t know fails the call, and the command with it', async () => {
    const { give, chatId, video, told } = await mediaStage({ sids: [] });
    const start = await give({ type: 'video.start', chatId });
    expect(start.error).toMatchObject({ code: 'vendor-error' });
    expect(video()).toMatchObject({
      state: 'ended',
      endReason: 'failed',
      failure: { code: 'failed', text: expect.stringMatching(/Try again/) },
    });
    expect(told('video.disconnected')).toHaveLength(1);
  });

  test('P-17: where the vendor has told no session, no call is made', async () => {
    const { give, client, vendor, fire, asked } = await mediaStage();
    fire('OnEnd', 'client', 'again');
    const { chatId = '' } = await client.execute({ type: 'chat.start' });
    fire('OnRemoteUserConnected', 'Lee', 'lee-1');
    const start = await give({ type: 'video.start', chatId });
    expect(start.error).toMatchObject({
      code: 'not-ready',
      message: expect.stringMatching(/id of this chat/),
    });
    expect([vendor.callsOf('StartAvCall'), asked()]).toEqual([[], []]);
  });

  test('P-17: T-83: the session’s id is known over a reload of the page', async () => {
    const { client, vendor, media, chatId } = await reloaded(await mediaStage());
    const call = client.execute({ type: 'video.start', chatId });
    await settle();
    media.connect();
    await call;
    expect(vendor.callsOf('StartAvCall')).toEqual([['sid-1']]);
  });

  test('T-83: a script that throws fails the call, with nothing of it but its code', async () => {
    const { give, chatId, vendor, media, video } = await mediaStage();
    media.bring();
    vendor.on('StartAvCall', () => {
      throw Object.assign(new Error('canary'), { code: 'NoWay' });
    });
    const start = await give({ type: 'video.start', chatId });
    expect(start.error).toMatchObject({ code: 'vendor-error', vendorCode: 'NoWay' });
    expect(start.error?.message).not.toContain('canary');
    expect(video()).toMatchObject({ state: 'ended', endReason: 'failed', failure: { code: 'NoWay' } });
  });

  test('T-83: a call needs sound or picture', async () => {
    const { give, chatId, asked } = await mediaStage();
    const start = await give({ type: 'video.start', chatId, audio: false, video: false });
    expect(start.error?.code).toBe('invalid-argument');
    expect(asked()).toEqual([]);
  });

  test('T-84: ended before anybody took it, the command that made it is told', async () => {
    const { give, chatId } = await mediaStage();
    const start = await give({ type: 'video.start', chatId });
    await give({ type: 'video.hangUp', chatId });
    expect(start.error?.code).toBe('invalid-state');
  });

  test('T-75: devices are changed by a script that can alone', async () => {
    const { give, chatId } = await inCall();
    const change = await give({ type: 'video.setDevices', chatId, audio: 'mic-2' });
    expect(change.error?.code).toBe('not-supported');
  });
});

describe('the end of the chat', () => {
  test('T-81: ends the call, at the vendor’s too, where it hasn’t by itself', async () => {
    const { after, fire, video, vendor, told, media, streams } = await inCall();
    const local = media.call?.local;
    await after(() => fire('OnEnd', 'server', undefined, 'agent'));
    expect(video()).toMatchObject({ state: 'ended', endReason: 'chat-ended' });
    expect(vendor.callsOf('EndAvCall')).toHaveLength(1);
    expect(told('video.disconnected')).toHaveLength(1);
    expect(streams()).toEqual({ local: [], remote: [], screen: [] });
    expect(local?.tracks.map(({ readyState }) => readyState)).toEqual(['ended', 'ended']);
  });

  test('T-81: leaves alone what the vendor has ended', async () => {
    const { after, fire, vendor, media, told } = await inCall();
    await after(() => {
      fire('OnEnd', 'server', undefined);
      media.drop();
    });
    expect(vendor.callsOf('EndAvCall')).toEqual([]);
    expect(told('video.disconnected')).toHaveLength(1);
  });

  test('T-81: T-84: closing the client ends nothing at the vendor’s, and hears nothing more', async () => {
    const { client, vendor, media, clock, events } = await inCall();
    const local = media.call?.local;
    client.close();
    await settle();
    const before = events.length;
    expect(local?.tracks.map(({ readyState }) => readyState)).toEqual(['live', 'live']);
    media.drop();
    await settle();
    expect([vendor.callsOf('EndAvCall'), clock.pending, events.length - before]).toEqual([[], 0, 0]);
  });
});
