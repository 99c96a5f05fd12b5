import { object } from '../link/read.js';
import { createPasswordMemory } from './privacy/passwordMemory.js';
import type { Recorder } from './recordPage.js';
import type { CobrowseEnv } from './session/cobrowseEnv.js';

const isRecorder = (value: unknown): value is Recorder =>
  typeof value === 'function' && 'mirror' in value && 'takeFullSnapshot' in value;

function tabStorage(window: Window): Storage | undefined {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}

/** The browser, as co-browsing uses it. From now on it remembers what is or was a password. */
export function browserCobrowseEnv(window: Window & typeof globalThis): CobrowseEnv {
  const { document } = window;
  // Old browsers and insecure pages have none, whatever the types say.
  const devices = window.navigator.mediaDevices as MediaDevices | undefined;
  const canCapture = devices !== undefined && 'getDisplayMedia' in devices;
  return {
    window,
    document,
    clock: {
      now: () => Date.now(),
      monotonic: () => performance.now(),
      setTimeout: (callback, ms) => {
        const timer = setTimeout(callback, ms);
        return () => clearTimeout(timer);
      },
    },
    recorder() {
      const record = object(Reflect.get(window, 'offhookRecorder'))?.record;
      return isRecorder(record) ? record : undefined;
    },
    configurations: (): unknown => Reflect.get(window, 'cobrowseConfigurations'),
    getDisplayMedia: canCapture ? (options) => devices.getDisplayMedia(options) : undefined,
    createConnection: (config) => new RTCPeerConnection(config),
    storage: tabStorage(window),
    passwords: createPasswordMemory(document),
    lock: { held: false },
  };
}
