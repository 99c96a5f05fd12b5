/**
 * What is used where `SetCobrConfigs` is given nothing else: the document's own values (rows T-93 to T-104), but that no screen
 * is captured unless it is asked for.
 */
export const defaults = {
  MediaTransport: { iceServers: [], iceTransportPolicy: 'all' },
  MediaCapture: {
    audio: { enabled: false, autoGainControl: true, noiseSuppression: true, echoCancellation: true },
    video: { enabled: false, width: 1920, height: 1080, frameRate: 6 },
  },
  DomCapture: { enabled: true },
  Signaling: { iceRestart: true },
  Network: {
    Bandwidth: { SingleAudioTrackLimit: 8, SingleVideoTrackLimit: 2048, CumulativeSessionLimit: 5000 },
  },
  Display: { OnConnected: null, OnDisconnected: null, OnAcquireCustomCanvasStream: null },
  Texts: {
    seen: 'An agent sees this page.',
    shared: 'An agent sees your screen.',
    stop: 'Stop sharing',
    annotate: 'Annotate',
    draw: 'Draw',
    undo: 'Undo',
    clear: 'Clear',
  },
} as const;

/** What the page says to the customer. */
export type Texts = Readonly<Record<keyof typeof defaults.Texts, string>>;
