/** What a vendor may leave to the host: to ring, to switch to the loudspeaker, to share a text. */
export type DeviceKind = 'ringer' | 'speaker' | 'share';

/** One of them at one connector. */
export interface Device {
  /** Whether the host does it; else the vendor does, or nobody. */
  readonly delegated: boolean;
  /** Whether it rings now, or the loudspeaker is on. Sharing is never on: it is over at once. */
  readonly on: boolean;
}

/** What one connector leaves to the host. */
export interface Devices extends Readonly<Record<DeviceKind, Device>> {
  readonly connector: string;
}

/** Each kind of device. */
export const deviceKinds: readonly DeviceKind[] = ['ringer', 'speaker', 'share'];
