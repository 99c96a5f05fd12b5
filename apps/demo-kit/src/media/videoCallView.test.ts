import type { Capability, Chat, ChatStreams, MediaEndReason, VideoCall } from '@offhook/core';
import { english } from '../texts/english.js';
import { spanish } from '../texts/spanish.js';
import { videoCallView } from './videoCallView.js';

const yes: Capability = { allowed: true };
const no: Capability = { allowed: false, reason: 'invalid-state', text: 'Nobody has answered yet.' };
const can = { mute: yes, unmute: yes, cameraOff: yes, cameraOn: yes, hangUp: yes };
const chat = { agents: [{ id: 'a', name: 'Ann' }] } as unknown as Chat;
const stream = (kinds: 'audio' | 'both'): MediaStream =>
  ({ getVideoTracks: () => (kinds === 'both' ? [{}] : []) }) as unknown as MediaStream;
const streams: ChatStreams = { local: [stream('both')], remote: [stream('both')], screen: [] };
const call: VideoCall = {
  state: 'connected',
  by: 'customer',
  video: true,
  muted: false,
  cameraOff: false,
  remote: { muted: false, cameraOff: false },
};
const view = (facts: Partial<VideoCall>, texts = english) =>
  videoCallView({ chat, video: { ...call, ...facts }, streams, can }, texts);
const buttons = (facts: Partial<VideoCall>) => view(facts).controls.map(({ label }) => label);

test('before any call there is nothing, and a call that an agent asks for is none yet', () => {
  expect(videoCallView({ chat, video: undefined, streams, can }, english)).toMatchObject({
    isLive: false,
    text: '',
    controls: [],
    remote: [],
  });
  expect(view({ state: 'requested', by: 'agent' })).toMatchObject({ isLive: false, controls: [] });
});

test.each<readonly [VideoCall['state'], string]>([
  ['calling', 'Calling: Ann has yet to answer.'],
  ['connecting', 'Ann has answered. The call is being connected.'],
  ['connected', 'In a call with Ann.'],
  ['reconnecting', 'The connection of the call broke. It is being made again.'],
])('a call that is %s says so, and can be hung up', (state, text) => {
  expect(view({ state })).toMatchObject({ isLive: true, isTrouble: false, text });
  expect(buttons({ state })).toContain('Hang up');
});

test('what the other side has off is told, a camera only where there is to be a picture', () => {
  expect(view({ remote: { muted: true, cameraOff: true } }).text).toBe(
    'In a call with Ann. Ann is muted. Ann has the camera off.',
  );
  expect(view({ video: false, remote: { muted: false, cameraOff: true } }).text).toBe('In a call with Ann.');
  expect(view({ remote: { muted: true, cameraOff: false } }, spanish).text).toContain('micrófono apagado');
});

test('each button has the word of what it does now, and is the same button', () => {
  expect(buttons({})).toEqual(['Mute', 'Camera off', 'Hang up']);
  expect(buttons({ muted: true, cameraOff: true })).toEqual(['Unmute', 'Camera on', 'Hang up']);
  const keys = (facts: Partial<VideoCall>) => view(facts).controls.map(({ key }) => key);
  expect(keys({})).toEqual(keys({ muted: true, cameraOff: true }));
});

test('an audio call has no camera and no picture of the customer', () => {
  expect(buttons({ video: false, cameraOff: true })).toEqual(['Mute', 'Hang up']);
  expect(view({ video: false })).toMatchObject({ devices: ['audio'], own: undefined });
});

test('a button that can’t be used says why', () => {
  const shown = videoCallView({ chat, video: call, streams, can: { ...can, mute: no } }, english);
  expect(shown.controls.map(({ disabledBecause }) => disabledBecause)).toEqual([
    'Nobody has answered yet.',
    undefined,
    undefined,
  ]);
});

test('devices are chosen in the call, once the page may use them', () => {
  expect(view({}).devices).toEqual(['audio', 'video']);
  const before = { ...streams, local: [] };
  expect(videoCallView({ chat, video: call, streams: before, can }, english).devices).toEqual([]);
  expect(view({ state: 'ended' }).devices).toEqual([]);
});

test('pictures show while there are any, and the other side is heard without one', () => {
  expect(view({})).toMatchObject({ hasRemotePicture: true, own: streams.local[0], remote: streams.remote });
  const dark = view({ cameraOff: true, remote: { muted: false, cameraOff: true } });
  expect(dark).toMatchObject({ hasRemotePicture: false, own: undefined, remote: streams.remote });
  const heard = { local: [], remote: [stream('audio')], screen: [] };
  expect(videoCallView({ chat, video: call, streams: heard, can }, english)).toMatchObject({
    hasRemotePicture: false,
    own: undefined,
    remote: heard.remote,
  });
});

test('the quality is told while the call is connected', () => {
  expect(view({ quality: { level: 'poor' } }).quality).toEqual({ level: 'poor', text: 'Poor connection' });
  expect(view({ state: 'reconnecting', quality: { level: 'poor' } }).quality).toBeUndefined();
  expect(view({}).quality).toBeUndefined();
});

test.each<readonly [MediaEndReason | undefined, VideoCall['endedBy'], RegExp, boolean]>([
  ['hung-up', 'customer', /^You ended the call/, false],
  ['hung-up', 'agent', /^Ann ended the call/, false],
  ['hung-up', 'server', /^The call has ended/, false],
  ['declined', 'agent', /^Ann can’t take a call now\. Write/, false],
  ['declined', 'customer', /^You declined/, false],
  ['unanswered', 'customer', /^Nobody answered .+ call again later/, true],
  ['no-permission', 'customer', /Allow it beside the page’s address, then call again/, true],
  ['no-permission', undefined, /Allow it beside the page’s address/, true],
  ['no-permission', 'agent', /^Ann can’t use a microphone/, true],
  ['no-device', 'customer', /Connect one, then call again/, true],
  ['lost', 'server', /Check your network/, true],
  ['failed', 'server', /Call again, or write instead\. No route\./, true],
  ['chat-ended', 'agent', /with the chat/, false],
  [undefined, undefined, /No route\./, false],
])('a call that ended with %s by %s says why and what to do', (endReason, endedBy, text, isTrouble) => {
  const facts = {
    ...(endReason !== undefined && { endReason }),
    ...(endedBy !== undefined && { endedBy }),
    failure: { code: 'NoRoute', text: 'No route.' },
  };
  const shown = view({ state: 'ended', ...facts });
  expect(shown).toMatchObject({ isLive: false, isTrouble, controls: [], remote: [], own: undefined });
  expect(shown.text).toMatch(text);
});

test('without a name the other side is our agent', () => {
  expect(videoCallView({ chat: undefined, video: call, streams, can }, english).text).toBe(
    'In a call with Our agent.',
  );
});
