import * as fc from 'fast-check';
import { property } from '../testing/property.js';
import { readMediaConfig, type MediaConfig } from './readMediaConfig.js';

const none = () => undefined;
const read = (given: unknown): { config: MediaConfig; warnings: string[] } => {
  const warnings: string[] = [];
  return { config: readMediaConfig(given, (text) => warnings.push(text)), warnings };
};

const sections = {
  MediaCapture: {
    audio: { enabled: false, autoGainControl: true, noiseSuppression: true, echoCancellation: true },
    video: { enabled: true, width: 1920, height: 1080, frameRate: 6 },
  },
  Signaling: { iceRestart: true },
  Network: {
    Bandwidth: { SingleAudioTrackLimit: 8, SingleVideoTrackLimit: 2048, CumulativeSessionLimit: 5000 },
  },
  Display: { OnConnected: none, OnDisconnected: none, OnAcquireCustomCanvasStream: none },
};
const transport = {
  iceServers: [{ urls: 'turn:turn.example', credential: 'id', username: 'name' }],
  iceTransportPolicy: 'relay',
};

test.each([
  ['side by side', { MediaTransport: transport, ...sections }],
  ['inside MediaTransport', { MediaTransport: { MediaTransport: transport, ...sections } }],
  ['mixed', { MediaTransport: { ...transport, MediaCapture: sections.MediaCapture }, ...sections }],
])('T-75, P-19: a configuration %s is the same', (_name, given) => {
  expect(read(given)).toEqual({
    warnings: [],
    config: {
      iceServers: [{ urls: ['turn:turn.example'], credential: 'id', username: 'name' }],
      iceTransportPolicy: 'relay',
      audio: sections.MediaCapture.audio,
      video: sections.MediaCapture.video,
      iceRestart: true,
      limits: { audioKbps: 8, videoKbps: 2048, totalKbps: 5000 },
      dom: true,
      display: sections.Display,
    },
  });
});

test('T-80, T-81, T-82: the document’s sample, with the comma that it lacks, is understood whole', () => {
  const OnConnected = (_remote: unknown, _local: unknown) => 'connected';
  const OnDisconnected = () => 'disconnected';
  const { config, warnings } = read({
    MediaTransport: { iceServers: [{ urls: 'turn:a', credential: 'id', username: 'name' }] },
    MediaCapture: { audio: { enabled: true }, video: { enabled: true, width: 640, height: 480 } },
    Display: { OnConnected, OnDisconnected },
  });
  expect(warnings).toEqual([]);
  expect(config.display).toEqual({ OnConnected, OnDisconnected });
});

test('T-75: what is left out has its default', () => {
  expect(read({})).toEqual({
    warnings: [],
    config: {
      iceTransportPolicy: 'all',
      audio: { enabled: true },
      video: { enabled: true },
      iceRestart: true,
      limits: {},
      dom: true,
      display: {},
    },
  });
});

test('T-86, P-19: keys that are not known, as those of an older set may be, are told, and nothing is refused', () => {
  const { config, warnings } = read({
    Colour: 'red',
    MediaTransport: { iceServer: [], iceTransportPolicy: 'none' },
    MediaCapture: { audio: { enabled: 'yes' }, video: { enabled: false, width: -1, depth: 3 } },
    Display: { OnConnected: 'alert(1)' },
  });
  expect(warnings).toEqual([
    'Colour is not known.',
    'MediaTransport.iceServer is not known.',
    'MediaCapture.video.depth is not known.',
    'MediaTransport.iceTransportPolicy is of no use.',
    'MediaCapture.audio.enabled is of no use.',
    'MediaCapture.video.width is of no use.',
    'Display.OnConnected is of no use.',
  ]);
  expect(config).toMatchObject({ audio: { enabled: true }, video: { enabled: false }, display: {} });
});

test('T-76: servers that a browser would throw at are left out, with a warning that tells no secret', () => {
  const { config, warnings } = read({
    MediaTransport: {
      iceServers: [
        { urls: ['stun:a', 'turn:b'] },
        { urls: 'http://c' },
        { urls: 'turns:d', credential: 'secret' },
      ],
    },
  });
  expect(config.iceServers).toEqual([{ urls: ['stun:a'] }]);
  expect(warnings).toHaveLength(1);
  expect(warnings.join()).not.toContain('secret');
});

test.each([undefined, null, 'text', []])('%j is no configuration: the defaults hold', (given) => {
  const { config, warnings } = read(given);
  expect(config).toEqual(read({}).config);
  expect(warnings).toHaveLength(1);
});

property('P-19: no configuration makes the reader throw', fc.anything(), async (given) => {
  expect(() => read({ MediaTransport: given, MediaCapture: given, Network: given })).not.toThrow();
  expect(() => read(given)).not.toThrow();
});
