import { bool, object, oneOf } from '../link/read.js';
import type { IceServer } from '../wire/media.js';
import type { SendLimits } from './peer.js';
import { readIceServers } from './readIceServers.js';

type Handler = (...args: readonly unknown[]) => unknown;

/** The configuration of audio, video and co-browsing (rows T-75 to T-82, T-91 to T-107), as it was understood. */
export interface MediaConfig {
  /** Absent when none were named: then the server's are asked for. */
  readonly iceServers?: readonly IceServer[];
  readonly iceTransportPolicy: 'all' | 'relay';
  readonly audio: {
    readonly enabled: boolean;
    readonly autoGainControl?: boolean;
    readonly noiseSuppression?: boolean;
    readonly echoCancellation?: boolean;
  };
  /** `width` and `height` in pixels, `frameRate` per second. */
  readonly video: {
    readonly enabled: boolean;
    readonly width?: number;
    readonly height?: number;
    readonly frameRate?: number;
  };
  readonly iceRestart: boolean;
  readonly limits: SendLimits;
  /** Whether the page's own document is shown in co-browsing: our own extension. */
  readonly dom: boolean;
  readonly display: {
    readonly OnConnected?: Handler;
    readonly OnDisconnected?: Handler;
    readonly OnAcquireCustomCanvasStream?: Handler;
  };
}

/** All documented keys; a key of another name is told to whoever wrote the page. */
const known: Readonly<Record<string, readonly string[]>> = {
  '': ['MediaTransport', 'MediaCapture', 'Signaling', 'Network', 'Display', 'DomCapture'],
  MediaTransport: ['iceServers', 'iceTransportPolicy'],
  MediaCapture: ['audio', 'video'],
  'MediaCapture.audio': ['enabled', 'autoGainControl', 'noiseSuppression', 'echoCancellation'],
  'MediaCapture.video': ['enabled', 'width', 'height', 'frameRate'],
  Signaling: ['iceRestart'],
  Network: ['Bandwidth'],
  'Network.Bandwidth': ['SingleAudioTrackLimit', 'SingleVideoTrackLimit', 'CumulativeSessionLimit'],
  Display: ['OnConnected', 'OnDisconnected', 'OnAcquireCustomCanvasStream'],
  DomCapture: ['enabled'],
};

type Part = Readonly<Record<string, unknown>>;

/** The sample of the document has everything inside `MediaTransport` (P-19); others have it side by side. Both are read. */
function flat(config: Part): Part {
  const transport = object(config.MediaTransport);
  const sections = known[''] ?? [];
  if (transport === undefined || !sections.some((name) => name in transport)) return config;
  const inner = Object.fromEntries(
    sections.flatMap((name) => (name in transport ? [[name, transport[name]]] : [])),
  );
  const own = Object.fromEntries(Object.entries(transport).filter(([name]) => !sections.includes(name)));
  return { ...config, ...inner, MediaTransport: { ...own, ...object(inner.MediaTransport) } };
}

const positive = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : undefined;
const isHandler = (value: unknown): value is Handler => typeof value === 'function';
const handler = (value: unknown): Handler | undefined => (isHandler(value) ? value : undefined);

/** The fields that have a value. */
function present<T extends object>(fields: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/**
 * Reads a configuration: never refuses one, but has a warning for each key that is not known and each value that is of no use.
 *
 * @param warn told in words, with the key's name and never its value
 * @example const config = readMediaConfig(given, (text) => port.slog('warn', 'SetAvConfigs', text));
 */
export function readMediaConfig(given: unknown, warn: (text: string) => void): MediaConfig {
  const config = flat(object(given) ?? {});
  if (object(given) === undefined) warn('The configuration is no object: the defaults hold.');

  function part(path: string): Part {
    const found =
      path === '' ? config : path.split('.').reduce<unknown>((at, name) => object(at)?.[name], config);
    const value = object(found);
    if (found !== undefined && value === undefined) warn(`${path} is no object.`);
    const names = known[path] ?? [];
    for (const key of Object.keys(value ?? {}))
      if (!names.includes(key)) warn(`${path === '' ? key : `${path}.${key}`} is not known.`);
    return value ?? {};
  }
  function read<T>(
    path: string,
    at: Part,
    key: string,
    as: (value: unknown) => T | undefined,
  ): T | undefined {
    const value = as(at[key]);
    if (value === undefined && at[key] !== undefined && at[key] !== null)
      warn(`${path}.${key} is of no use.`);
    return value;
  }

  part('');
  const transport = part('MediaTransport');
  part('MediaCapture');
  const audio = part('MediaCapture.audio');
  const video = part('MediaCapture.video');
  part('Network');
  const bandwidth = part('Network.Bandwidth');
  const display = part('Display');
  const servers = transport.iceServers;
  const iceServers = servers === undefined || servers === null ? undefined : readIceServers(servers);
  if (iceServers !== undefined && Array.isArray(servers) && servers.length !== iceServers.length)
    warn('MediaTransport.iceServers has one without an address, or a relay without username and credential.');
  const policy = read('MediaTransport', transport, 'iceTransportPolicy', (value) =>
    oneOf(value, ['all', 'relay'] as const),
  );
  const audioFlag = (key: string): boolean | undefined => read('MediaCapture.audio', audio, key, bool);
  const videoSize = (key: string): number | undefined => read('MediaCapture.video', video, key, positive);
  const limit = (key: string): number | undefined => read('Network.Bandwidth', bandwidth, key, positive);
  const slot = (key: string): Handler | undefined => read('Display', display, key, handler);

  return {
    ...present({ iceServers }),
    iceTransportPolicy: policy ?? 'all',
    audio: {
      enabled: audioFlag('enabled') ?? true,
      ...present({
        autoGainControl: audioFlag('autoGainControl'),
        noiseSuppression: audioFlag('noiseSuppression'),
        echoCancellation: audioFlag('echoCancellation'),
      }),
    },
    video: {
      enabled: read('MediaCapture.video', video, 'enabled', bool) ?? true,
      ...present({
        width: videoSize('width'),
        height: videoSize('height'),
        frameRate: videoSize('frameRate'),
      }),
    },
    iceRestart: read('Signaling', part('Signaling'), 'iceRestart', bool) ?? true,
    limits: present({
      audioKbps: limit('SingleAudioTrackLimit'),
      videoKbps: limit('SingleVideoTrackLimit'),
      totalKbps: limit('CumulativeSessionLimit'),
    }),
    dom: read('DomCapture', part('DomCapture'), 'enabled', bool) ?? true,
    display: present({
      OnConnected: slot('OnConnected'),
      OnDisconnected: slot('OnDisconnected'),
      OnAcquireCustomCanvasStream: slot('OnAcquireCustomCanvasStream'),
    }),
  };
}
