import { fakeStream } from '@offhook/testing';
import { noStreams } from '../model/chatMedia.js';
import { setUp } from '../testing/setUp.js';
import { videoControls } from './videoControls.js';

const kim = fakeStream('kim');

describe('videoControls', () => {
  it('has the call and its streams, from before there is a chat', () => {
    const { phone, line } = setUp();
    const { state } = videoControls(phone, 'fake:1');
    expect(state.value).toMatchObject({ video: undefined, streams: noStreams, pending: false });
    expect(Object.values(state.value.can).every(({ allowed }) => !allowed)).toBe(true);
    expect(state.value.can.start).toMatchObject({ text: expect.stringContaining('start one first') });
    const told: unknown[] = [];
    state.listen(({ video, streams }) => told.push([video?.state, streams.remote[0]]));
    const chat = line.chat({ id: '1', state: 'connected' });
    chat.requestVideo();
    chat.streams({ remote: [kim] });
    chat.report({ video: { state: 'connected' } });
    chat.say('Hello');
    chat.end();
    expect(told).toEqual([
      [undefined, undefined],
      ['requested', undefined],
      ['requested', kim],
      ['connected', kim],
      ['ended', undefined],
    ]);
    expect(state.value).toBe(state.value);
    expect(state.initial).toMatchObject({ video: undefined, streams: noStreams });
  });

  it('follows the focus without an id', async () => {
    const { phone, line } = setUp();
    const { state, start } = videoControls(phone);
    await expect(start()).resolves.toMatchObject({ ok: false, error: { code: 'invalid-state' } });
    const first = line.chat({ id: '1', state: 'connected', clientId: 'a' });
    first.requestVideo();
    const second = line.chat({ id: '2', state: 'connected', clientId: 'b' });
    expect(state.value.video).toBeUndefined();
    second.end();
    expect(state.value.video?.state).toBe('requested');
    expect(state.value.can.accept.allowed).toBe(true);
  });

  it('gives each command, with what was wished, and never rejects', async () => {
    const { phone, line } = setUp();
    const chat = line.chat({ id: '1', state: 'connected' });
    const { state, ...controls } = videoControls(phone);
    const chatId = chat.id;
    await controls.start();
    await controls.mute();
    await controls.unmute();
    await controls.cameraOff();
    await controls.cameraOn();
    await controls.setDevices({ audio: 'mic' });
    await controls.hangUp();
    chat.requestVideo();
    await controls.accept({ video: false });
    await controls.hangUp();
    chat.requestVideo();
    await controls.decline();
    expect(line.sent).toEqual([
      { type: 'video.start', chatId },
      { type: 'video.mute', chatId },
      { type: 'video.unmute', chatId },
      { type: 'video.cameraOff', chatId },
      { type: 'video.cameraOn', chatId },
      { type: 'video.setDevices', chatId, audio: 'mic' },
      { type: 'video.hangUp', chatId },
      { type: 'video.accept', chatId, video: false },
      { type: 'video.hangUp', chatId },
      { type: 'video.decline', chatId },
    ]);
    expect(state.value).toMatchObject({ video: { state: 'ended', endReason: 'declined' }, pending: false });
    await expect(controls.decline()).resolves.toMatchObject({ ok: true, result: { by: 'already' } });
    await expect(controls.mute()).resolves.toMatchObject({ ok: false, error: { code: 'invalid-state' } });
    expect(state.value.lastError).toMatchObject({ code: 'invalid-state' });
  });

  it('is safe as a click’s handler: what a click has is no wish', async () => {
    const { phone, line } = setUp();
    const chat = line.chat({ id: '1', state: 'connected' });
    const click: object = new Event('click');
    await videoControls(phone).start(click);
    expect(line.sent).toEqual([{ type: 'video.start', chatId: chat.id }]);
  });

  it('tells what the client can initially, as a server shows it', () => {
    const { phone, line } = setUp({ line: { status: 'connecting' } });
    line.chat({ id: '1', state: 'connected' });
    expect(videoControls(phone).state.value.can.start).toMatchObject({ reason: 'not-ready' });
    expect(videoControls(phone).state.initial.can.start).toMatchObject({ reason: 'invalid-state' });
  });
});
