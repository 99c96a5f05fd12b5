import type { VideoEnv } from './videoEnv.js';

function sessionStorageOf(window: Window): Storage | undefined {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}

/** The browser, as the video script uses it. */
export function browserVideoEnv(): VideoEnv {
  return {
    clock: {
      now: () => Date.now(),
      monotonic: () => performance.now(),
      setTimeout: (callback, ms) => {
        const timer = setTimeout(callback, ms);
        return () => clearTimeout(timer);
      },
    },
    // Absent, whatever its type says, where the page is not secure.
    mediaDevices: 'mediaDevices' in navigator ? navigator.mediaDevices : undefined,
    createConnection: (config) => new RTCPeerConnection(config),
    createStream: () => new MediaStream(),
    storage: sessionStorageOf(window),
    onLeave: (listener) => window.addEventListener('pagehide', listener),
  };
}
