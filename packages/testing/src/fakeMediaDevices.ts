/** A microphone, a camera or a loudspeaker, as a browser describes it. */
export interface FakeDevice {
  readonly deviceId: string;
  readonly kind: MediaDeviceKind;
  readonly label: string;
}

/** What is plugged into this computer, as far as the page knows. */
export interface FakeMediaDevices {
  /** From now on these are there; whoever listens is told. */
  become(devices: readonly FakeDevice[]): void;
  /** How many listen for changes. */
  readonly listeners: number;
  /** How often the person was asked for a camera, a microphone or a screen. */
  readonly prompts: number;
  /** The page is as it was before. */
  restore(): void;
}

/** A microphone, a camera and a loudspeaker. */
export const fakeDevices: readonly FakeDevice[] = [
  { deviceId: 'mic', kind: 'audioinput', label: 'Microphone' },
  { deviceId: 'cam', kind: 'videoinput', label: 'Camera' },
  { deviceId: 'ear', kind: 'audiooutput', label: 'Loudspeaker' },
];

/** Puts a value in place of what is there; gives what takes it back. */
function replace(target: object, key: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(target, key);
  Object.defineProperty(target, key, { configurable: true, value });
  return () => {
    if (before === undefined) Reflect.deleteProperty(target, key);
    else Object.defineProperty(target, key, before);
  };
}

/**
 * Gives this page devices of the test's, as `navigator.mediaDevices`, until `restore`.
 *
 * @example
 * const devices = fakeMediaDevices();
 * devices.become([{ deviceId: 'cam', kind: 'videoinput', label: 'Camera' }]);
 * devices.restore();
 */
export function fakeMediaDevices(first: readonly FakeDevice[] = fakeDevices): FakeMediaDevices {
  const listeners = new Set<() => void>();
  let devices = first;
  let prompts = 0;
  const refuse = (): Promise<never> => {
    prompts += 1;
    return Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
  };
  const mediaDevices = {
    enumerateDevices: () => Promise.resolve(devices.map((device) => ({ groupId: '', ...device }))),
    addEventListener: (_type: string, listener: () => void) => void listeners.add(listener),
    removeEventListener: (_type: string, listener: () => void) => void listeners.delete(listener),
    getUserMedia: refuse,
    getDisplayMedia: refuse,
  };
  const page: { readonly navigator?: object } = globalThis;
  // A server of today has a navigator of its own, one of yesterday has none.
  const restore =
    page.navigator === undefined
      ? replace(globalThis, 'navigator', { mediaDevices })
      : replace(page.navigator, 'mediaDevices', mediaDevices);
  return {
    become(next) {
      devices = next;
      for (const listener of [...listeners]) listener();
    },
    get listeners() {
      return listeners.size;
    },
    get prompts() {
      return prompts;
    },
    restore,
  };
}
