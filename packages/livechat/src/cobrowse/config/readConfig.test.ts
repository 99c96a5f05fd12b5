import { readControls } from '../privacy/controls.js';
import { readConfig, type CobrowseConfig } from './readConfig.js';

function read(value: unknown): { readonly config: CobrowseConfig; readonly warnings: readonly string[] } {
  const warnings: string[] = [];
  return { config: readConfig(value, (text) => warnings.push(text)), warnings };
}

const documented = {
  MediaTransport: {
    iceServers: [{ urls: 'turn:proxy.example', credential: 'id', username: 'name' }],
    iceTransportPolicy: 'relay',
  },
  MediaCapture: {
    audio: { enabled: true, autoGainControl: false, noiseSuppression: false, echoCancellation: true },
    video: { enabled: true, width: 1280, height: 720, frameRate: 12 },
  },
  Signaling: { iceRestart: false },
  Network: {
    Bandwidth: { SingleAudioTrackLimit: 16, SingleVideoTrackLimit: 1024, CumulativeSessionLimit: 3000 },
  },
  Display: { OnConnected: () => undefined },
};

test('P-19, T-91, T-92: the configuration is the same flat and nested', () => {
  const flat = read(documented);
  const { MediaTransport, ...rest } = documented;
  expect(read({ MediaTransport: { MediaTransport, ...rest } })).toEqual(flat);
  // As in the document's sample, where a brace is missing.
  expect(read({ MediaTransport: { MediaTransport }, ...rest })).toEqual(flat);
  expect(flat.warnings).toEqual([]);
  expect(flat.config.iceServers).toEqual([
    { urls: ['turn:proxy.example'], username: 'name', credential: 'id' },
  ]);
});

test('T-93, T-101: policy and ICE restart', () => {
  expect(read(documented).config).toMatchObject({ iceTransportPolicy: 'relay', iceRestart: false });
  expect(read({}).config).toMatchObject({ iceTransportPolicy: 'all', iceRestart: true, iceServers: [] });
  expect(read({ MediaTransport: { iceTransportPolicy: 'none' } }).config.iceTransportPolicy).toBe('all');
});

test('T-102, T-103, T-104: bandwidth is in kbit/s', () => {
  expect(read(documented).config.limits).toEqual({ audioKbps: 16, videoKbps: 1024, totalKbps: 3000 });
  expect(read(undefined).config.limits).toEqual({ audioKbps: 8, videoKbps: 2048, totalKbps: 5000 });
  expect(read({}).config.video).toEqual({ enabled: false, width: 1920, height: 1080, frameRate: 6 });
  expect(read({}).config.audio).toMatchObject({ enabled: false, echoCancellation: true });
});

test('P-19: what is unknown is named, and what is wrong is as in the defaults', () => {
  const { config, warnings } = read({
    MediaCapture: { video: { enabled: 'yes', frameRate: -1, codec: 'x' } },
    Displays: {},
    Texts: { stop: 'Beenden', go: 1 },
  });
  expect(warnings).toEqual([
    'Texts.go is not known.',
    'Displays is not known.',
    'MediaCapture.video.codec is not known.',
    'MediaCapture.video.enabled is of no use.',
    'MediaCapture.video.frameRate is of no use.',
  ]);
  expect(config.video).toEqual({ enabled: false, width: 1920, height: 1080 });
  expect(config.texts.stop).toBe('Beenden');
  expect(read('nothing').config.dom).toBe(true);
});

test('T-108, T-109, T-110: controls are listed by kind; a blank list or none lists nothing', () => {
  expect(readControls({ textboxId: ['a', 1, ''], radioButtonId: [], checkboxId: ['b'] })).toEqual({
    textboxes: ['a'],
    radioButtons: [],
    checkboxes: ['b'],
    dropdowns: [],
  });
  for (const blank of ['', undefined, null, [], {}])
    expect(Object.values(readControls(blank)).flat()).toEqual([]);
});
