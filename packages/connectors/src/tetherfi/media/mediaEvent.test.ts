import { fakeStream } from '../testing/fakeStream.js';
import { isMediaSlot, mediaSlotNames, readMediaEvent } from './mediaEvent.js';
import { isStream, readStreams } from './streams.js';

const wrong: readonly unknown[] = [
  undefined,
  null,
  5,
  NaN,
  '',
  'x'.repeat(200_000),
  [],
  {},
  Symbol('x'),
  () => {},
  new Proxy({}, {}),
];

describe('what our own script says', () => {
  test('T-52: its slots are three, and no name of an object’s own is one', () => {
    expect(mediaSlotNames).toEqual(['OnAvCallRequested', 'OnAvCallChanged', 'OnCobrChanged']);
    expect([isMediaSlot('toString'), isMediaSlot('OnEnd'), readMediaEvent('constructor', [])]).toEqual([
      false,
      false,
      undefined,
    ]);
  });

  test.each(mediaSlotNames)('T-52: %s with what is none of it is dropped', (slot) => {
    for (const value of wrong) {
      expect(readMediaEvent(slot, [value, value, value, value])).toBeUndefined();
      expect(readMediaEvent(slot, ['sid-1', value])).toBeUndefined();
    }
    expect(readMediaEvent(slot, ['sid-1', { phase: 'shining', by: 'c', audio: 1, video: 'no' }])).toEqual(
      slot === 'OnAvCallRequested' ? { type: 'avRequested', video: false, sid: 'sid-1' } : undefined,
    );
  });

  test('T-83: an agent’s call, with its chat', () => {
    expect(
      readMediaEvent('OnAvCallRequested', ['sid-1', { audio: true, video: true }, 'Kim', 'c-1']),
    ).toEqual({
      type: 'avRequested',
      video: true,
      sid: 'sid-1',
      clientId: 'c-1',
    });
    expect(readMediaEvent('OnAvCallRequested', ['sid-1', { audio: false, video: false }])).toBeUndefined();
  });

  test('T-80: a call, as far as it says something', () => {
    const { stream } = fakeStream('audio');
    const event = readMediaEvent('OnAvCallChanged', [
      'sid-1',
      {
        phase: 'connected',
        by: 'a',
        video: 'yes',
        muted: true,
        remote: null,
        localStreams: [stream, null, 'x'],
        remoteStreams: stream,
        quality: { level: 'superb', rttMs: 1 },
        endedBy: 'z',
        why: 5,
        code: 'no code, but words',
      },
    ]);
    expect(event).toEqual({
      type: 'avChanged',
      sid: 'sid-1',
      clientId: undefined,
      change: {
        phase: 'connected',
        by: 'agent',
        video: false,
        muted: true,
        cameraOff: false,
        remote: { muted: false, cameraOff: false },
        localStreams: [stream],
        remoteStreams: [stream],
        quality: undefined,
        end: { by: undefined, why: undefined, code: undefined },
      },
    });
  });

  test('T-105: what is shown, as far as it says something', () => {
    const state = {
      phase: 'ended',
      dom: 1,
      pointer: 'true',
      endedBy: 's',
      why: 'left',
      code: 'NotConnected',
    };
    expect(readMediaEvent('OnCobrChanged', ['sid-1', state, 'c-1'])).toEqual({
      type: 'cobrChanged',
      sid: 'sid-1',
      clientId: 'c-1',
      change: {
        phase: 'ended',
        dom: true,
        pointer: true,
        annotate: false,
        localStreams: [],
        end: { by: 'server', why: 'left', code: 'NotConnected' },
      },
    });
  });
});

describe('streams', () => {
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'MediaStream');
  });

  test('T-80: are those of the browser’s own class, where it has one', () => {
    class MediaStream {
      readonly id = 'own';
    }
    Object.assign(globalThis, { MediaStream });
    const own = new MediaStream();
    expect([isStream(own), isStream(fakeStream('audio').stream), isStream({ getTracks() {} })]).toEqual([
      true,
      false,
      false,
    ]);
    expect(readStreams([own, {}, null])).toEqual([own]);
  });

  test('T-80: a flood of them is cut off', () => {
    expect(readStreams(Array.from({ length: 1_000 }, () => fakeStream('audio').stream))).toHaveLength(16);
  });
});
