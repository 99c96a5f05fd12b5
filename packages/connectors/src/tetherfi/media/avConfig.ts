import type { VideoOptions } from './mediaOptions.js';

/** The callbacks of a configuration (rows T-80, T-81). What they are called with is anything. */
export interface Display {
  OnConnected(remoteStreams?: unknown, localStreams?: unknown): void;
  OnDisconnected(): void;
}

/** What a call is to have. */
export interface AvWants {
  readonly audio: boolean;
  readonly video: boolean;
}

const width = 640;
const height = 480;

/** What `SetAvConfigs` takes (rows T-75 to T-81). Without ICE servers of ours the vendor's own stay. */
export function avConfig(options: VideoOptions, wants: AvWants, display: Display): object {
  const { iceServers } = options;
  return {
    ...(iceServers && { MediaTransport: { iceServers: iceServers.map((each) => ({ ...each })) } }),
    MediaCapture: {
      audio: { enabled: wants.audio },
      video: {
        enabled: wants.video,
        width: options.width ?? width,
        height: options.height ?? height,
      },
    },
    Display: display,
  };
}
